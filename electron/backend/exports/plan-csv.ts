import type { PredictOutput } from '../../../shared/contract/prediction-output.ts'
import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { total } from '../../../shared/foundation/interval.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import type { Formatter } from '../../../shared/language/formatter.ts'
import type { ShiftOccurrence } from '../../../shared/plan/occurrences.ts'
import { workedIntervals } from '../../../shared/plan/planned-intervals.ts'
import { OWN_ASSUMPTIONS_COLUMN, OWN_SHIFT_COLUMNS } from '../../../shared/roster/own-tables.ts'
import { toCsv, type NamedTable } from '../core/csv.ts'
import { wallClockAt, wallTimeAt } from '../../../shared/time/wall-times.ts'

export interface ShiftsCsvInput {
  readonly occurrences: readonly ShiftOccurrence[]
  readonly timeZone: string
  /** As of the instant at which the shift begins. */
  readonly agentName: (agentId: string, at: number) => string
  /** null: all pools. */
  readonly pool: string | null
  readonly format: Formatter
  /** What the plan assumes, in words. */
  readonly assumed?: readonly string[]
}

/**
 * Shifts as CSV, one date of one shift a row: times as the plan's own clock shows them there, hours as they are worked, without breaks.
 * What the plan assumes is in a column of its own where it assumes anything.
 */
export function shiftsCsv({ occurrences, timeZone, agentName, pool, format, assumed }: ShiftsCsvInput): string {
  const { planFiles: t } = format.texts
  return csvAssuming(
    {
      header: OWN_SHIFT_COLUMNS,
      rows: occurrences.map(({ shift, interval }) => {
        const [date, start] = wallClockAt(interval.start, timeZone)
        const [endDate, end] = wallClockAt(interval.end, timeZone)
        return [
          shift.agentId === null ? t.unassigned : agentName(shift.agentId, interval.start),
          shift.agentId ?? '',
          pool ?? t.allPools,
          date,
          start,
          endDate,
          end,
          interval.breaks
            .map((shiftBreak) => `${wallTimeAt(shiftBreak.start, timeZone)}-${wallTimeAt(shiftBreak.end, timeZone)}`)
            .join('; '),
          total(workedIntervals([interval])) / HOUR_MS,
          timeZone,
          shift.note,
        ]
      }),
    },
    assumed,
  )
}

const FIGURES = ['visitors', 'covered', 'missed', 'coverage_rate', 'agents', 'open_agents'] as const

interface Predicted {
  readonly visitors: number
  readonly covered: number
  readonly coverageRate: number
  readonly agents: number
  readonly openAgents: number
}

/** Predicted coverage by hour of the week as CSV, with what the plan assumes in a column of its own where it assumes anything. */
export function predictedHoursCsv(output: PredictOutput, assumed: readonly string[] = []): string {
  const { header, rows } = predictedHoursTable(output)
  return csvAssuming({ header, rows }, assumed)
}

function csvAssuming({ header, rows }: Pick<NamedTable, 'header' | 'rows'>, assumed: readonly string[] = []): string {
  if (assumed.length === 0) return toCsv(header, rows)
  const text = assumed.join('; ')
  return toCsv(
    [...header, OWN_ASSUMPTIONS_COLUMN],
    rows.map((row) => [...row, text]),
  )
}

/** Predicted coverage by hour of the week: rates 0-100, agents as an average. */
export function predictedHoursTable({ byDayHour }: PredictOutput): NamedTable {
  return {
    header: ['day', 'hour', ...FIGURES],
    rows: byDayHour.flatMap((hours, day) =>
      hours.map((cell, hour) => [DAY_NAMES[day]!, `${String(hour).padStart(2, '0')}:00`, ...figuresOf(cell)]),
    ),
  }
}

/** Predicted coverage of each quarter-hour of the week as CSV, by the local clock and, where that is shown twice, by its instant. */
export function predictedSlotsCsv({ slots, range }: PredictOutput, assumed: readonly string[] = []): string {
  return csvAssuming(
    {
      header: ['date', 'time', 'start', ...FIGURES],
      rows: slots.map((slot) => [
        ...wallClockAt(Date.parse(slot.start), range.timeZone),
        slot.start,
        ...figuresOf(slot),
      ]),
    },
    assumed,
  )
}

function figuresOf({ visitors, covered, coverageRate, agents, openAgents }: Predicted): readonly number[] {
  return [visitors, covered, Math.max(0, visitors - covered), coverageRate, agents, openAgents]
}
