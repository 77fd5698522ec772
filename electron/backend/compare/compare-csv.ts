import { type Compared, differenceOf } from '../../../shared/compare/compared.ts'
import { assertNever } from '../../../shared/foundation/errors.ts'
import { hourOfWeek } from '../../../shared/foundation/hour-of-week.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { dayOfWeekOf } from '../../../shared/time/local.ts'
import { toCsv, type CsvValue } from '../core/csv.ts'
import type { ComparedWeekDetail } from './describe-week.ts'
import type { CompareCsvTable } from './inputs.ts'

/** What is not known is no number. */
const UNKNOWN = ''

const PAIRS = ['visitors', 'covered', 'coverage_rate', 'agents_online'].flatMap((name) => [
  `predicted_${name}`,
  `actual_${name}`,
])
const PARTS = ['difference', 'traffic', 'staffing', 'rest']

/** A table of weeks beside what happened, as CSV. */
export function compareTableText(weeks: readonly ComparedWeekDetail[], table: CompareCsvTable): string {
  switch (table) {
    case 'hours':
      return compareCsvText(weeks)
    case 'adherence':
      return adherenceCsvText(weeks)
    case 'adherence-slots':
      return adherenceSlotsCsvText(weeks)
    default:
      return assertNever(table)
  }
}

/**
 * Predicted and actual by date and hour: rates 0-100 (100 where nobody came), difference and its parts in points, `*_visitors` in visitors
 * covered. What is not known is empty. Of an hour of which only part is known, what was predicted of that part.
 */
function compareCsvText(weeks: readonly ComparedWeekDetail[]): string {
  const header = [
    'date',
    'hour',
    'known_share',
    ...PAIRS,
    'lower80',
    'upper80',
    'inside80',
    ...PARTS.map((name) => `${name}_points`),
    ...PARTS.map((name) => `${name}_visitors`),
  ]
  return toCsv(
    header,
    weeks.flatMap(({ days, cells }) =>
      days.flatMap(({ date }) =>
        Array.from({ length: 24 }, (_, hour) => ({ hour, cell: cells[hourOfWeek(dayOfWeekOf(date), hour)]! }))
          .filter(({ cell }) => cell.slots > 0)
          .map(({ hour, cell }) => [
            date,
            `${String(hour).padStart(2, '0')}:00`,
            cell.knownShare,
            ...figuresOf(cell),
            ...bandOf(cell),
            ...waterfallColumns(cell),
          ]),
      ),
    ),
  )
}

/** How agents kept to the plan, shift by shift. */
function adherenceCsvText(weeks: readonly ComparedWeekDetail[]): string {
  return toCsv(
    [
      'agent',
      'agent_id',
      'start',
      'end',
      'state',
      'planned_hours',
      'online_hours',
      'late_minutes',
      'early_leave_minutes',
    ],
    weeks
      .flatMap(({ adherence }) => adherence)
      .flatMap(({ name, agentId, shifts, unplanned }) => [
        ...shifts.map(({ start, end, state, plannedMs, onlineMs, lateMs, earlyMs }): readonly CsvValue[] => [
          name,
          agentId,
          new Date(start).toISOString(),
          new Date(end).toISOString(),
          state,
          plannedMs / HOUR_MS,
          onlineMs / HOUR_MS,
          minutes(lateMs),
          minutes(earlyMs),
        ]),
        ...unplanned.map(({ start, end }): readonly CsvValue[] => [
          name,
          agentId,
          new Date(start).toISOString(),
          new Date(end).toISOString(),
          'unplanned',
          0,
          (end - start) / HOUR_MS,
          UNKNOWN,
          UNKNOWN,
        ]),
      ]),
  )
}

/** How agents kept to the plan, quarter-hour by quarter-hour. */
function adherenceSlotsCsvText(weeks: readonly ComparedWeekDetail[]): string {
  return toCsv(
    ['agent', 'agent_id', 'start', 'state', 'planned_minutes', 'online_minutes'],
    weeks
      .flatMap(({ adherence }) => adherence)
      .flatMap(({ name, agentId, slots }) =>
        slots.map(({ start, state, plannedMs, onlineMs }): readonly CsvValue[] => [
          name,
          agentId,
          new Date(start).toISOString(),
          state,
          plannedMs / MINUTE_MS,
          state === 'ahead' || state === 'unknown' ? UNKNOWN : onlineMs / MINUTE_MS,
        ]),
      ),
  )
}

function figuresOf({ predicted: whole, predictedOfKnown, actual }: Compared): readonly CsvValue[] {
  const predicted = predictedOfKnown ?? whole
  return [
    [predicted.visitors, actual?.visitors],
    [predicted.covered, actual?.covered],
    [100 * coverageFraction(predicted, 1), actual === null ? undefined : 100 * coverageFraction(actual, 1)],
    [predicted.agents, actual?.agents],
  ].flatMap(([one, other]) => [one!, other ?? UNKNOWN])
}

function bandOf({ band, insideBand80 }: Compared): readonly CsvValue[] {
  const ends = band === null ? [UNKNOWN, UNKNOWN] : [100 * band.lower80, 100 * band.upper80]
  return [...ends, insideBand80 === null ? UNKNOWN : insideBand80 ? 'yes' : 'no']
}

function waterfallColumns(cell: Compared): readonly CsvValue[] {
  const { parts } = cell
  if (parts === null) return Array.from({ length: 2 * PARTS.length }, () => UNKNOWN)
  const { rate, covered } = parts
  return [
    100 * differenceOf(cell)!,
    100 * rate.traffic,
    100 * rate.staffing,
    100 * rate.model,
    covered.total,
    covered.traffic,
    covered.staffing,
    covered.model,
  ]
}

function minutes(ms: number | null): CsvValue {
  return ms === null ? UNKNOWN : ms / MINUTE_MS
}
