import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkspace } from '../../electron/store/workspaces.ts'
import { LIMITS } from '../../shared/contract/limits.ts'
import { openBackend } from '../support/services.ts'
import { ROSTER_AGENTS } from './roster-size.ts'
import { ms, type BenchTable } from './table.ts'

const GOAL_MS = 5_000
const MEGABYTE = 1024 ** 2

/** The largest roster that is imported, from the file to the plan on the disk, by the same procedure as the command line. */
export async function benchRosters(): Promise<readonly BenchTable[]> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  try {
    const csv = join(folder, 'large.csv')
    const xlsx = join(folder, 'large.xlsx')
    // In a process of its own: writing the workbook takes more memory than reading it.
    execFileSync(process.execPath, [join(import.meta.dirname, 'make-rosters.ts'), csv, xlsx])
    const { id: workspaceId } = createWorkspace({
      dataDir: folder,
      name: 'Bench',
      source: { kind: 'demo' },
      now: Date.now,
    })
    const backend = openBackend(folder)
    const run = async (
      file: string,
      into: string | null,
    ): Promise<{ readonly took: number; readonly planId: string }> => {
      const started = performance.now()
      const { stored } = await backend.call.rosters.importFile({ workspaceId, file, fileName: 'large', into })
      const took = performance.now() - started
      if (stored?.plan?.shifts !== LIMITS.rosterShifts)
        throw new Error(`There are ${stored?.plan?.shifts ?? 0} shifts.`)
      return { took, planId: stored.plan.id }
    }
    // The first starts threads and compiles code, as it does for people.
    const first = await run(csv, null)
    const second = await run(csv, null)
    const again = await run(csv, second.planId)
    const workbook = await run(xlsx, null)
    const workbookAgain = await run(xlsx, null)
    await backend.close()
    const least = Math.min(first.took, second.took)
    const leastWorkbook = Math.min(workbook.took, workbookAgain.took)
    return [
      {
        title: `Import of ${LIMITS.rosterShifts.toLocaleString('en')} shifts of ${ROSTER_AGENTS} agents`,
        rows: [
          {
            what: 'CSV, from the file to a plan on the disk',
            value: ms(least),
            goal: { text: '<= 5 s', limit: GOAL_MS, actual: least, isBareTime: true },
          },
          { what: 'the same file into that plan, which changes nothing', value: ms(again.took) },
          {
            what: 'XLSX, dates and times as numbers',
            value: ms(leastWorkbook),
            goal: { text: '<= 5 s', limit: GOAL_MS, actual: leastWorkbook, isBareTime: true },
          },
          {
            what: 'most memory of the process, everything in it',
            value: `${Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE)} MB`,
          },
        ],
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
