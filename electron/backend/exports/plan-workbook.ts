import { LIMITS } from '../../../shared/contract/limits.ts'
import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { DAY_MINUTES, HOUR_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { Formatter } from '../../../shared/language/formatter.ts'
import type { WholeWeeks } from '../../../shared/plan/occurrences.ts'
import { type AssumptionNames, assumptionTexts } from '../../../shared/plan/assumptions/assumption-text.ts'
import type { Plan, Shift, TimeRange } from '../../../shared/plan/plan.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { OWN_PATTERN_COLUMNS, OWN_SHIFT_COLUMNS, OWN_SHEETS } from '../../../shared/roster/own-tables.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { serialOf, type WorkbookCell, type WorkbookSheet } from './workbook.ts'

export interface PlanWorkbookInput {
  readonly plan: Plan
  /** Of a plan of real weeks, those that the roster shows. */
  readonly weeks: WholeWeeks
  readonly agentName: (agentId: string) => string
  /** null: all pools. */
  readonly pool: string | null
  readonly assumed?: AssumptionNames
  readonly format: Formatter
}

/** In characters: a day has room for "09:00–17:00 (30)". */
const NAME_WIDTH = 24
const DAY_WIDTH = 18
const HEAD = (value: string | number): WorkbookCell => ({ value, isHead: true })

/** A plan as sheets: the roster as people read it, its shifts row by row, and what the plan is. What is written can be read back as it was. */
export function planSheets(input: PlanWorkbookInput): readonly WorkbookSheet[] {
  // A sheet that goes over years is no roster that anybody reads.
  const hasRoster = input.plan.kind === 'weekly' || input.weeks.weeks <= LIMITS.exportWeeks
  return [...(hasRoster ? [rosterSheet(input)] : []), shiftsSheet(input), planSheet(input)]
}

function rosterSheet({ plan, weeks, agentName, format }: PlanWorkbookInput): WorkbookSheet {
  const { weekOrder, texts } = format
  const { planFiles: t } = texts
  const first = parseLocalDate(weeks.firstDate)
  const columns: readonly { readonly day: number; readonly head: WorkbookCell }[] =
    plan.kind === 'weekly'
      ? weekOrder.map((day) => ({ day, head: HEAD(DAY_NAMES[day]!) }))
      : Array.from({ length: 7 * weeks.weeks }, (_, index) => ({
          day: first + index,
          head: { value: serialOf(first + index), format: 'weekday', isHead: true },
        }))
  const byAgent = Map.groupBy(plan.shifts, ({ agentId }) => agentId)
  const rows = [...byAgent.keys()]
    .map((agentId) => ({ agentId, name: agentId === null ? t.unassigned : agentName(agentId) }))
    .toSorted(
      (one, other) =>
        Number(one.agentId === null) - Number(other.agentId === null) || one.name.localeCompare(other.name, 'en'),
    )
    .map(({ agentId, name }) => {
      const byDay = Map.groupBy(byAgent.get(agentId)!, ({ day }) => day)
      const own = columns.flatMap(({ day }) => byDay.get(day) ?? [])
      const dayTexts = columns.map(({ day }) => rosterCellText(byDay.get(day) ?? []))
      const lines = Math.max(linesOf(name, NAME_WIDTH), ...dayTexts.map((text) => linesOf(text, DAY_WIDTH)))
      return [
        { value: name, wraps: true, lines },
        ...dayTexts.map((value) => ({ value, wraps: true })),
        { value: own.reduce((sum, shift) => sum + workedMinutes(shift), 0) / HOUR_MINUTES, format: 'hours' as const },
      ]
    })
  return {
    name: OWN_SHEETS.roster,
    cells: [[HEAD(t.agent), ...columns.map(({ head }) => head), HEAD(t.hours)], ...rows],
    widths: [NAME_WIDTH, ...columns.map(() => DAY_WIDTH), 8],
    headRows: 1,
    headColumns: 1,
    columnsAPage: columns.length > 7 ? 7 : null,
  }
}

/** How many lines a text takes in a column; words are not parted, so it may be one more than its length says. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / (width - 1))))
    .reduce((sum, lines) => sum + lines, 0)
}

/** What stands in a cell of the roster: "09:00–17:00 (30) Phones", a shift a line. */
export function rosterCellText(shifts: readonly Shift[]): string {
  return shifts
    .map(({ startMinute, endMinute, breaks, note }) => {
      const away = breaks.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0)
      const times = `${formatWallTime(startMinute)}–${formatWallTime(endMinute % DAY_MINUTES)}`
      return [times, ...(away === 0 ? [] : [`(${away})`]), note.trim().replaceAll(/\s+/gu, ' ')].join(' ').trim()
    })
    .join('\n')
}

function shiftsSheet({ plan, agentName, pool, format }: PlanWorkbookInput): WorkbookSheet {
  const { planFiles: t } = format.texts
  const rows = plan.shifts.map((shift) => {
    const { agentId, startMinute, endMinute, day, breaks, note } = shift
    const time = (minute: number): WorkbookCell => ({
      value: (minute % DAY_MINUTES) / DAY_MINUTES,
      format: 'time',
    })
    const date = (at: number): WorkbookCell => ({ value: serialOf(at), format: 'date' })
    return [
      agentId === null ? t.unassigned : agentName(agentId),
      agentId,
      pool ?? t.allPools,
      ...(plan.kind === 'weekly'
        ? [DAY_NAMES[day]!, time(startMinute), time(endMinute)]
        : [date(day), time(startMinute), date(day + Math.floor(endMinute / DAY_MINUTES)), time(endMinute)]),
      breaks.map(rangeText).join('; '),
      { value: workedMinutes(shift) / HOUR_MINUTES, format: 'hours' as const },
      plan.timeZone,
      note,
    ]
  })
  const header = plan.kind === 'weekly' ? OWN_PATTERN_COLUMNS : OWN_SHIFT_COLUMNS
  const widths: Readonly<Record<string, number>> = {
    agent: 24,
    agent_id: 16,
    pool: 14,
    breaks: 24,
    time_zone: 20,
    note: 40,
  }
  return {
    name: OWN_SHEETS.shifts,
    cells: [header.map(HEAD), ...rows],
    widths: header.map((name) => widths[name] ?? 12),
    headRows: 1,
    headColumns: 1,
    columnsAPage: null,
  }
}

function rangeText({ startMinute, endMinute }: TimeRange): string {
  return `${formatWallTime(startMinute % DAY_MINUTES)}-${formatWallTime(endMinute % DAY_MINUTES)}`
}

function workedMinutes({ startMinute, endMinute, breaks }: Shift): number {
  return breaks.reduce((left, one) => left - (one.endMinute - one.startMinute), endMinute - startMinute)
}

/** What the shifts are of: a workbook that is read back is the same plan. */
/** More does not fit into a cell. */
const LONGEST_CELL = 32_000

/** What the plan assumes, as it is read back. */
function assumptionsToRead({ assumptions = [] }: Plan): readonly (readonly [string, WorkbookCell])[] {
  const text = JSON.stringify(assumptions)
  return assumptions.length === 0 || text.length > LONGEST_CELL ? [] : [['assumptions', text]]
}

function planSheet({ plan, assumed, format }: PlanWorkbookInput): WorkbookSheet {
  const rows: readonly (readonly [string, WorkbookCell])[] = [
    ['name', plan.name],
    ['kind', plan.kind],
    ['time_zone', plan.timeZone],
    ['pool_id', plan.poolId],
    ...assumptionTexts(plan, format, assumed).map((text) => ['assumption', text] as const),
    ...assumptionsToRead(plan),
    ...(plan.rotation === undefined ? [] : [['rotation', JSON.stringify(plan.rotation)] as const]),
  ]
  return {
    name: OWN_SHEETS.plan,
    cells: [[HEAD('plan'), HEAD('')], ...rows.map(([name, value]) => [name, value])],
    widths: [16, 40],
    headRows: 1,
    headColumns: 0,
    columnsAPage: null,
  }
}
