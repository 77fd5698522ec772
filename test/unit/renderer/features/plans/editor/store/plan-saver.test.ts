import { describe, expect, it } from 'vitest'
import {
  createPlanSaver,
  type SaveState,
} from '../../../../../../../renderer/features/plans/editor/store/plan-saver.ts'
import type { PlanOperation } from '../../../../../../../shared/plan/step.ts'

const UNDO: PlanOperation = { kind: 'undo' }
const REDO: PlanOperation = { kind: 'redo' }

/** A store whose answers are given by hand. */
function startSaver(mayPass = true) {
  const asked: {
    readonly revision: number
    readonly operations: readonly PlanOperation[]
    readonly answer: (error?: Error) => Promise<void>
  }[] = []
  const waits: (() => void)[] = []
  const states: SaveState['kind'][] = []
  let state: SaveState = { kind: 'saved' }
  let revision = 7
  const saver = createPlanSaver({
    revision: 7,
    apply: (revision, operations) =>
      new Promise((resolve, reject) => {
        asked.push({
          revision,
          operations,
          async answer(error) {
            if (error) reject(error)
            else resolve({ revision: revision + operations.length })
            await new Promise((done) => setTimeout(done))
          },
        })
      }),
    reportOf: (error) => ({ code: 'internal', message: String(error) }),
    mayPass: () => mayPass,
    wait: (_, run) => {
      waits.push(run)
      return () => undefined
    },
    onChange(next, stored) {
      state = next
      revision = stored
      states.push(next.kind)
    },
  })
  return { saver, asked, waits, states, state: () => state, revision: () => revision }
}

describe('saving a plan', () => {
  it('sends an edit at once, and what came up meanwhile together after it', async () => {
    const { saver, asked, states } = startSaver()
    saver.add(UNDO)
    saver.add(REDO)
    saver.add(UNDO)
    expect(asked).toHaveLength(1)
    await asked[0]!.answer()
    expect(asked[1]).toMatchObject({ revision: 8, operations: [REDO, UNDO] })
    await asked[1]!.answer()
    expect(states).toEqual(['saving', 'saved'])
  })

  it('keeps what could not be saved, and tries again with what came after', async () => {
    const { saver, asked, waits, state } = startSaver()
    saver.add(UNDO)
    await asked[0]!.answer(new Error('no answer'))
    expect(state()).toMatchObject({ kind: 'waiting' })
    saver.add(REDO)
    expect(asked).toHaveLength(1)
    waits[0]!()
    expect(asked[1]).toMatchObject({ revision: 7, operations: [UNDO, REDO] })
    await asked[1]!.answer()
    expect(state()).toEqual({ kind: 'saved' })
  })

  it('does not try again what was refused until it is asked to', async () => {
    const { saver, asked, waits, state } = startSaver(false)
    saver.add(UNDO)
    await asked[0]!.answer(new Error('changed elsewhere'))
    saver.add(REDO)
    expect(state()).toMatchObject({ kind: 'refused' })
    expect([asked.length, waits.length]).toEqual([1, 0])
    saver.retry()
    expect(asked[1]).toMatchObject({ operations: [UNDO, REDO] })
  })

  it('tries no more what was given up, and goes on from the revision that is stored', async () => {
    const { saver, asked, waits, state, revision } = startSaver()
    saver.add(UNDO)
    await asked[0]!.answer()
    saver.add(UNDO)
    await asked[1]!.answer(new Error('no answer'))
    saver.giveUp()
    waits[0]!()
    expect([state().kind, revision(), asked.length]).toEqual(['saved', 8, 2])
  })

  it('sends an edit that was made after giving up while another was on its way', async () => {
    const { saver, asked, state, revision } = startSaver()
    saver.add(UNDO)
    saver.giveUp()
    saver.add(REDO)
    expect(state()).toEqual({ kind: 'saving' })
    await asked[0]!.answer()
    expect(asked[1]).toMatchObject({ revision: 8, operations: [REDO] })
    expect(state()).toEqual({ kind: 'saving' })
    await asked[1]!.answer()
    expect([state().kind, revision(), asked.length]).toEqual(['saved', 9, 2])
  })

  it('does not send again what was given up while it was on its way and failed, but what was made since', async () => {
    const { saver, asked, waits, state, revision } = startSaver()
    saver.add(UNDO)
    saver.giveUp()
    saver.add(REDO)
    await asked[0]!.answer(new Error('no answer'))
    expect(asked[1]).toMatchObject({ revision: 7, operations: [REDO] })
    await asked[1]!.answer()
    expect([state().kind, revision(), waits.length]).toEqual(['saved', 8, 0])
  })

  it('says nothing of a failure of what was given up', async () => {
    const { saver, asked, waits, states, state } = startSaver(false)
    saver.add(UNDO)
    saver.giveUp()
    await asked[0]!.answer(new Error('changed elsewhere'))
    expect([state().kind, asked.length, waits.length]).toEqual(['saved', 1, 0])
    expect(states).toEqual(['saving', 'saved'])
  })
})
