import * as XLSX from '@e965/xlsx'
import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { issueSheets } from '../../../electron/backend/exports/issue-sheets.ts'
import { planSheets } from '../../../electron/backend/exports/plan-workbook.ts'
import { tableSheet, workbookBytes } from '../../../electron/backend/exports/workbook.ts'
import { english } from '../../../shared/language/english.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const MONDAY = '2026-11-23'
type Made = readonly [id: string, agentId: string | null, day: number, changed?: Partial<Shift>]
const shift = (...[id, agentId, day, changed = {}]: Made): Shift => ({
  id,
  agentId,
  day: parseLocalDate(MONDAY) + day,
  startMinute: 540,
  endMinute: 1050,
  breaks: [{ startMinute: 720, endMinute: 750 }],
  note: '',
  ...changed,
})
const PLAN: Plan = {
  name: 'November',
  timeZone: 'Europe/Berlin',
  poolId: 'support',
  kind: 'dated',
  shifts: [
    shift('a', 'ann', 0),
    shift('b', 'ann', 1, {
      startMinute: 1320,
      endMinute: 1800,
      breaks: [],
      note: '=HYPERLINK("https://evil.example")',
    }),
    shift('c', null, 8, { breaks: [] }),
  ],
}
const made = (plan: Plan, weeks = 2) =>
  workbookBytes(
    planSheets({
      plan,
      weeks: { firstDate: MONDAY, weeks },
      agentName: (id) => (id === 'ann' ? '=Ann & <Lee>' : id),
      pool: 'Support',
      format: { ...english(), weekOrder: [1, 2, 3, 4, 5, 6, 0] },
    }),
  )
it('names what the plan assumes on the sheet of the plan', async () => {
  const rows = readSheet(await made({ ...PLAN, assumptions: [{ id: '1', kind: 'handling', percent: 10 }] }), 'Plan')
  expect(rows.at(-2)).toEqual(['assumption', 'Handle time +10%'])
  expect(rows.at(-1)).toEqual(['assumptions', '[{"id":"1","kind":"handling","percent":10}]'])
  expect(readSheet(await made(PLAN), 'Plan').flat()).not.toContain('assumption')
})

/** What another library reads: numbers with their formats, texts as texts. */
const sheetNames = (bytes: Uint8Array): readonly string[] => XLSX.read(bytes).SheetNames
function readSheet(bytes: Uint8Array, name?: string): readonly (readonly Cell[])[] {
  const book = XLSX.read(bytes, { cellNF: true, cellFormula: true, dense: true })
  const rows = book.Sheets[name ?? book.SheetNames[0]!]!['!data']!
  return rows.map((row) =>
    Array.from(row, (cell): Cell => {
      if (cell === undefined) return null
      expect(cell.f).toBeUndefined()
      if (cell.t === 's') return cell.v as string
      const { y, m, d, H, M } = XLSX.SSF.parse_date_code(cell.v as number)
      const two = (value: number): string => String(value).padStart(2, '0')
      if (/y|d/u.test(String(cell.z))) return `${y}-${two(m)}-${two(d)}`
      return String(cell.z).includes('h') ? `${two(H)}:${two(M)}` : (cell.v as number)
    }),
  )
}
type Cell = string | number | null

const xmlOf = (bytes: Uint8Array, file: string): string => strFromU8(unzipSync(bytes)[file]!)

describe('the workbook of a plan', () => {
  it('is read by another library: real dates and times, texts that are texts, a row a shift', async () => {
    const bytes = await made(PLAN)
    expect(sheetNames(bytes)).toEqual(['Roster', 'Shifts', 'Plan'])
    const [header, first, night, open] = readSheet(bytes, 'Shifts')
    expect(header).toEqual([
      'agent',
      'agent_id',
      'pool',
      'date',
      'start',
      'end_date',
      'end',
      'breaks',
      'hours',
      'time_zone',
      'note',
    ])
    expect(first!.slice(0, 7)).toEqual(['=Ann & <Lee>', 'ann', 'Support', '2026-11-23', '09:00', '2026-11-23', '17:30'])
    expect(first!.slice(7, 10)).toEqual(['12:00-12:30', 8, 'Europe/Berlin'])
    expect(night!.slice(3, 7)).toEqual(['2026-11-24', '22:00', '2026-11-25', '06:00'])
    expect(night!.at(-1)).toBe('=HYPERLINK("https://evil.example")')
    expect(open!.slice(0, 2)).toEqual(['Unassigned', null])
  })

  it('has sheets of who is off, what is violated and minimum staff, and nowhere why somebody is off', async () => {
    const away = { agentId: 'ann', from: MONDAY, to: MONDAY, part: { startMinute: 540, endMinute: 720 } }
    const about = { agentId: 'ann', shiftIds: ['a'], by: 180, day: PLAN.shifts[0]!.day, ms: 180 * 60_000 }
    const issues = {
      timeOff: [away],
      violations: [{ week: MONDAY, violation: { kind: 'time-off', ...about, timeOff: ['ill'] } as const }],
      minimumStaff: [{ poolId: 'support', dayOfWeek: 1, startMinute: 540, endMinute: 1440, people: 2 }],
    }
    const texts = { agentName: (id: string) => id, poolName: () => 'Support', format: english() }
    const bytes = await workbookBytes(issueSheets({ plan: PLAN, issues, ...texts }))
    expect(sheetNames(bytes)).toEqual(['Time off', 'Violations', 'Minimum staff'])
    expect(readSheet(bytes, 'Time off').slice(1)).toEqual([['ann', MONDAY, MONDAY, '09:00', '12:00']])
    expect(readSheet(bytes, 'Violations').slice(1)).toEqual([
      [MONDAY, 'ann', 'Mon, Nov 23: 3 h of the shift during time off'],
    ])
    expect(readSheet(bytes, 'Minimum staff').slice(1)).toEqual([['Mon', '09:00', '00:00', 2, 'Support']])
    const nothing = { timeOff: [], violations: [], minimumStaff: [] }
    expect(issueSheets({ plan: PLAN, issues: nothing, ...texts })).toEqual([])
  })

  it('has the roster with agents down and real dates across', async () => {
    const [header, ann, open] = readSheet(await made(PLAN), 'Roster')
    expect(header).toHaveLength(16)
    expect(header!.slice(0, 3)).toEqual(['Agent', '2026-11-23', '2026-11-24'])
    expect(ann!.slice(0, 4)).toEqual([
      '=Ann & <Lee>',
      '09:00–17:30 (30)',
      '22:00–06:00 =HYPERLINK("https://evil.example")',
      null,
    ])
    expect(ann!.at(-1)).toBe(16)
    expect([open![0], open![9]]).toEqual(['Unassigned', '09:00–17:30'])
  })

  it('is a week by weekday where the plan repeats', async () => {
    const weekly: Plan = { ...PLAN, kind: 'weekly', shifts: [{ ...PLAN.shifts[0]!, day: 0 }] }
    const bytes = await made(weekly)
    expect(readSheet(bytes, 'Roster')[0]).toEqual(['Agent', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Hours'])
    const [header, row] = readSheet(bytes, 'Shifts')
    expect([header![3], row![3]]).toEqual(['day', 'Sun'])
  })

  it('keeps heads in sight and on paper, has wide columns, and no formula', async () => {
    const bytes = await made(PLAN)
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      const xml = xmlOf(bytes, sheet)
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u)
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/u)
      expect(xml).toMatch(/<col [^>]*width="24"/u)
      expect(xml).not.toMatch(/<f>|<f /u)
    }
    // Two weeks are two pages; one fits onto one.
    expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<brk id="8" max="1048575" man="1"/>')
    expect(xmlOf(await made(PLAN, 1), 'xl/worksheets/sheet1.xml')).toMatch(
      /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*fitToWidth="1" fitToHeight="0"/su,
    )
    expect(xmlOf(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Roster'!$A:$A,'Roster'!$1:$1</definedName>`,
    )
  })

  it('is as long as a plan that goes over years, without a roster that nobody reads', async () => {
    const bytes = await made(PLAN, 54)
    expect(sheetNames(bytes)).toEqual(['Shifts', 'Plan'])
  })
})

describe('a table as a sheet', () => {
  it('has real dates, times of day and figures', async () => {
    const bytes = await workbookBytes([
      tableSheet({
        name: 'By date',
        header: ['date', 'hour', 'visitors', 'coverage_rate', 'day'],
        rows: [['2026-11-23', '09:00', 42, 71.4285, '@evil']],
      }),
    ])
    expect(readSheet(bytes)[1]).toEqual(['2026-11-23', '09:00', 42, 71.4285, '@evil'])
  })

  it('holds names that every object has, and signs that XML has none for', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'a\u0000b', 'a\rb', '_x0041_', '\ud83d', ' blank ']
    const bytes = await workbookBytes([
      tableSheet({ name: 'Names', header: ['name'], rows: names.map((name) => [name]) }),
    ])
    const strings = xmlOf(bytes, 'xl/sharedStrings.xml')
    expect(strings).toContain('_x005F__proto__')
    expect(strings).toContain('a_x0000_b')
    expect(strings).toContain('a_x000D_b')
    expect(strings).toContain('_x005F_x0041_')
    expect(strings).toContain('<t xml:space="preserve"> blank </t>')
    expect(readSheet(bytes).map(([name]) => name)).toEqual(['name', ...names])
  })
})
