import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { createWorkspace } from '../../electron/store/workspaces.ts'
import { LIMITS } from '../../shared/contract/limits.ts'
import { openBackend } from '../support/services.ts'
import { ms, type BenchTable } from './table.ts'

const AGENTS = 400
const FIRST_DAY = 20_000
const GOAL_MS = 5_000
const MEGABYTE = 1024 ** 2
const HEADER = ['Employee', 'Date', 'Start', 'End', 'Break', 'Team', 'Note']

/** The largest roster that is imported, from the file to the plan on the disk, by the same procedure as the command line. */
export async function benchRosters(): Promise<readonly BenchTable[]> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  try {
    const csv = join(folder, 'large.csv')
    writeFileSync(csv, csvText())
    const xlsx = join(folder, 'large.xlsx')
    writeFileSync(xlsx, workbookBytes())
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
        title: `Import of ${LIMITS.rosterShifts.toLocaleString('en')} shifts of ${AGENTS} agents`,
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

function csvText(): string {
  const lines = [HEADER.join(',')]
  for (let index = 0; index < LIMITS.rosterShifts; index++) {
    const date = new Date((FIRST_DAY + Math.floor(index / AGENTS)) * 86_400_000).toISOString().slice(0, 10)
    lines.push(
      `Agent ${index % AGENTS},${date},${String(8 + (index % 4)).padStart(2, '0')}:00,${16 + (index % 4)}:30,30,Support,`,
    )
  }
  return lines.join('\n')
}

function workbookBytes(): Uint8Array {
  const rows: unknown[][] = [HEADER]
  for (let index = 0; index < LIMITS.rosterShifts; index++) {
    rows.push([
      `Agent ${index % AGENTS}`,
      { t: 'n', v: FIRST_DAY + 25_569 + Math.floor(index / AGENTS), z: 'yyyy-mm-dd' },
      { t: 'n', v: (8 + (index % 4)) / 24, z: 'hh:mm' },
      { t: 'n', v: (16.5 + (index % 4)) / 24, z: 'hh:mm' },
      30,
      'Support',
    ])
  }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), 'Roster')
  return new Uint8Array(XLSX.write(book, { type: 'array', compression: true }) as ArrayBuffer)
}
