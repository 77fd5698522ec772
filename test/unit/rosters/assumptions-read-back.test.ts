import { describe, expect, it } from 'vitest'
import { shiftsCsv } from '../../../electron/backend/exports/plan-csv.ts'
import { planSheets } from '../../../electron/backend/exports/plan-workbook.ts'
import { workbookBytes } from '../../../electron/backend/exports/workbook.ts'
import { readRosterFile } from '../../../electron/backend/rosters/read-roster.ts'
import { reportRoster } from '../../../electron/backend/rosters/roster-report.ts'
import { english } from '../../../shared/language/english.ts'
import { ALWAYS, type Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const WEEK = '2026-03-02'
const assumptions: readonly Assumption[] = [
  {
    id: 'more',
    kind: 'demand',
    percent: 20,
    poolId: null,
    time: { ...ALWAYS, days: [2], hours: { startMinute: 600, endMinute: 840 } },
  },
  { id: 'ill', kind: 'absence', agentId: 'ann', time: { ...ALWAYS, from: WEEK, to: WEEK } },
]
const plan: Plan = {
  name: 'March',
  timeZone: 'UTC',
  poolId: null,
  kind: 'dated',
  shifts: [
    { id: 's', agentId: 'ann', day: parseLocalDate(WEEK), startMinute: 540, endMinute: 1020, breaks: [], note: '' },
  ],
  assumptions,
}
const agentName = (id: string): string => id

async function readBack(file: Uint8Array, name: string) {
  const content = await readRosterFile(file, name, {
    timeZone: 'UTC',
    dateOrder: null,
    usualOrder: 'mdy',
    today: parseLocalDate(WEEK),
    sheet: null,
    isZoneChosen: false,
  })
  return reportRoster(content, {
    name: 'March',
    timeZone: 'UTC',
    agents: [{ id: 'ann', name: 'ann', email: null }],
    chosen: {},
    remembered: {},
    firstDayOfWeek: 1,
    datesOnly: false,
  })
}

describe('what a plan assumes', () => {
  it('comes back from a workbook', async () => {
    const sheets = planSheets({ plan, weeks: { firstDate: WEEK, weeks: 1 }, agentName, pool: null, format: english() })
    const { plan: back, report } = await readBack(await workbookBytes(sheets), 'march.xlsx')
    expect(back.assumptions).toEqual(assumptions)
    expect(report.changed).toEqual([])
  })

  it('is left out where somebody has spoilt its cell', async () => {
    const sheets = planSheets({ plan, weeks: { firstDate: WEEK, weeks: 1 }, agentName, pool: null, format: english() })
    const spoilt = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row) => (row[0] === 'assumptions' ? ['assumptions', '[{"kind":"magic"}]'] : row)),
    }))
    const { plan: back } = await readBack(await workbookBytes(spoilt), 'march.xlsx')
    expect([back.assumptions, back.shifts.length]).toEqual([undefined, 1])
  })

  it('is named in the CSV of shifts, whose preview says that nothing was read of it', async () => {
    const occurrences = shiftOccurrences(plan, { firstDate: WEEK, weeks: 1 })
    const csv = (assumed?: readonly string[]): string =>
      shiftsCsv({ occurrences, timeZone: 'UTC', agentName, pool: null, format: english(), ...(assumed && { assumed }) })
    expect(csv([])).toBe(csv())
    const { plan: back, report } = await readBack(
      new TextEncoder().encode(csv(['Tue +20%', 'ann is away'])),
      'march.csv',
    )
    expect(report.understood.unusedColumns).toEqual([{ column: 12, header: 'assumptions' }])
    expect([back.assumptions, back.shifts.length]).toEqual([undefined, 1])
    const plain = await readBack(new TextEncoder().encode(csv()), 'march.csv')
    expect(plain.report.understood.unusedColumns).toEqual([])
  })
})
