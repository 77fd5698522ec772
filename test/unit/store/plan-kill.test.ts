import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { some } from '../../support/deep.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { shiftsAt } from './fixtures/burst-of-edits.ts'
import { planWith } from './plan-fixtures.ts'
import { now, tempWorkspace } from './temp-store.ts'

const KILLS = some(6, 40)
const EDITOR = join(import.meta.dirname, 'fixtures/edit-often.ts')

/** Lets a process edit until it has said so often that an edit is stored, kills it there and then, and returns the last revision it heard of. */
async function editUntilKilled(args: readonly string[], edits: number): Promise<number> {
  const editor = spawn(process.execPath, [EDITOR, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void editor.kill('SIGKILL'))
  const ended = once(editor, 'exit')
  let said = ''
  for await (const text of editor.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    said += text
    // After the line that says it is ready.
    if (said.split('\n').length - 2 >= edits) editor.kill('SIGKILL')
  }
  expect((await ended)[1]).toBe('SIGKILL')
  // Behind the last line break is what it was about to say.
  return Number(said.split('\n').at(-2))
}

test(
  'killed in a burst of edits, again and again, a plan is what was said to be stored, or one edit more',
  { timeout: 60_000 },
  async () => {
    const { dataDir, paths } = tempWorkspace()
    const first = openWork({ paths, now })
    const planId = first.work.plans.create(planWith(shiftsAt(1)))
    first.work.close()
    let before = 1
    for (let kill = 0; kill < KILLS; kill++) {
      const heard = await editUntilKilled([dataDir, paths.id, planId], 3 + ((kill * 37) % 61))
      const { work, notices } = openWork({ paths, now })
      expect(notices).toEqual([])
      const { revision, plan, done } = work.plans.get(planId)
      expect(heard).toBeGreaterThan(before)
      // What the pipe still held when the process died was stored as well, and heard.
      expect([heard, heard + 1]).toContain(revision)
      expect(plan.shifts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(shiftsAt(revision))
      expect(done.length).toBeGreaterThan(0)
      expect(work.check()).toEqual([])
      work.close()
      before = revision
    }
  },
)
