import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { violationText } from '../../../shared/plan/rules/violation-text.ts'
import { OWN_SHEETS } from '../../../shared/roster/own-tables.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import type { PlanIssues } from './plan-issues.ts'
import type { PlanWorkbookInput } from './plan-workbook.ts'
import { serialOf, type WorkbookCell, type WorkbookSheet } from './workbook.ts'

interface IssueSheetsInput extends Pick<PlanWorkbookInput, 'plan' | 'agentName' | 'format'> {
  readonly issues: PlanIssues
  readonly poolName: (poolId: string) => string
}

/** Sheets of who is away, of the rules that are broken and of minimum staff; none that would be empty. */
export function issueSheets(input: IssueSheetsInput): readonly WorkbookSheet[] {
  return [timeOffSheet(input), violationsSheet(input), minimumStaffSheet(input)].filter(({ cells }) => cells.length > 1)
}

const date = (local: string): WorkbookCell => ({ value: serialOf(parseLocalDate(local)), format: 'date' })
const time = (minute: number): WorkbookCell => ({ value: (minute % DAY_MINUTES) / DAY_MINUTES, format: 'time' })

function timeOffSheet({ issues, agentName, format }: IssueSheetsInput): WorkbookSheet {
  const { planFiles: t } = format.texts
  const rows = issues.timeOff
    .map((entry) => ({ ...entry, name: agentName(entry.agentId) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.from < other.from ? -1 : 1))
    .map(({ name, from, to, part }) => [
      name,
      date(from),
      date(to),
      part === null ? null : time(part.startMinute),
      part === null ? null : time(part.endMinute),
    ])
  return sheet(OWN_SHEETS.timeOff, { head: [t.agent, t.from, t.to, t.start, t.end], rows, widths: [24, 12, 12, 8, 8] })
}

function violationsSheet({ issues, plan, agentName, poolName, format }: IssueSheetsInput): WorkbookSheet {
  const { planFiles: t } = format.texts
  const rows = issues.violations.map(({ week, violation }) => [
    date(week),
    violation.agentId === null
      ? violation.kind === 'under-staffed'
        ? null
        : t.unassigned
      : agentName(violation.agentId),
    { value: violationText(violation, { ...plan, poolName, hidesTimeOffKinds: true }, format), wraps: true },
  ])
  return sheet(OWN_SHEETS.violations, { head: [t.weekOf, t.agent, t.violation], rows, widths: [12, 24, 80] })
}

function minimumStaffSheet({ issues, poolName, format }: IssueSheetsInput): WorkbookSheet {
  const { planFiles: t } = format.texts
  const rows = issues.minimumStaff.map(({ poolId, dayOfWeek, startMinute, endMinute, people }) => [
    DAY_NAMES[dayOfWeek]!,
    time(startMinute),
    time(endMinute),
    people,
    poolId === null ? t.allPools : poolName(poolId),
  ])
  return sheet(OWN_SHEETS.minimumStaff, {
    head: [t.day, t.start, t.end, t.people, t.pool],
    rows,
    widths: [12, 8, 8, 8, 24],
  })
}

function sheet(
  name: string,
  {
    head,
    rows,
    widths,
  }: {
    readonly head: readonly string[]
    readonly rows: readonly (readonly WorkbookCell[])[]
    readonly widths: readonly number[]
  },
): WorkbookSheet {
  return {
    name,
    cells: [head.map((value) => ({ value, isHead: true })), ...rows],
    widths,
    headRows: 1,
    headColumns: 0,
    columnsAPage: null,
  }
}
