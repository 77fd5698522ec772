import {
  type Month,
  mondayOf,
  predictedWeeks,
  representedBy,
  representedWeeks,
} from '../../../shared/predict/capacity/month-weeks.ts'
import {
  type CapacityCase,
  monthCapacity,
  type MonthCapacity,
} from '../../../shared/predict/capacity/month-capacity.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { AssembledWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import { unlikeDates } from '../../../shared/predict/forecast/known-days.ts'
import type { Band, PredictionInputs } from '../../../shared/predict/types.ts'
import { addDays, daysBetween, localRange } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { PredictionCalculator } from '../prediction/compute.ts'
import type { PredictionQuery } from '../prediction/queries.ts'
import { refuseUnknownPast } from '../prediction/unknown-past.ts'
import { cancellable, stillWanted } from '../threads/worker-channel.ts'

export interface CapacityQuery extends Omit<PredictionQuery, 'week' | 'poolId'>, Omit<CapacityCase, 'plan'> {
  readonly months: readonly Month[]
  /** null: the typical week. */
  readonly plan: Plan | null
  /** Monday of the first week that can be predicted. */
  readonly firstWeek: string
}

export interface CapacityReport {
  readonly months: readonly (MonthCapacity & {
    readonly of: Month
    readonly predictedWeeks: readonly string[]
    readonly season: boolean
  })[]
  /** Hires who begin before the first of the months: what they bring and take until then; null: nobody does. */
  readonly before: HiresBefore | null
  readonly plan: Plan
  readonly unknownAgents: readonly string[]
  readonly organization: string | null
  readonly pool: string | null
  readonly revision: number
}

interface HiresBefore extends Pick<MonthCapacity, 'covered' | 'coveredWithout' | 'hours'> {
  /** The first date that counts. */
  readonly from: string
}

/** Hires of longer ago are agents of the plan by now. */
const LONGEST_BEFORE_DAYS = 365

/** A range that nobody asks for is not drawn. */
const NO_SPREAD: Band = { lower80: 0, upper80: 0, lower95: 0, upper95: 0 }

/** Ranges hardly differ from month to month and take long: they are drawn once for so many. */
const MONTHS_ALIKE = 3

/** What the compute thread answers of the months to come, from a few weeks of each. */
export function capacityFunctions(
  open: (workspaceId: string) => { readonly snapshot: CacheSnapshot; readonly calculator: PredictionCalculator },
) {
  return {
    /** Throws 'not-found' where nothing is known of the time before. */
    capacity: cancellable(async (signal: AbortSignal, query: CapacityQuery): Promise<CapacityReport> => {
      const { months, plan: given, firstWeek, growth, attrition, hires, target, ...asked } = query
      const { snapshot, calculator } = open(query.workspaceId)
      const week = mondayOf(months.at(-1)!.to)
      const ahead = calculator.weeksAhead(snapshot, { ...asked, week, poolId: given?.poolId ?? undefined })
      const { organization, pool, revision } = ahead
      refuseUnknownPast(ahead, months[0]!.from)
      const { timeZone } = query
      const plan: Plan = given ?? {
        name: '',
        timeZone,
        poolId: null,
        kind: 'weekly',
        shifts: ahead.typicalShifts(),
      }
      const knownDates = new Set(ahead.knownDays.map(({ date }) => date))
      const changesClocks = (date: string): boolean => {
        const { start, end } = localRange(date, date, timeZone)
        return end - start !== DAY_MS
      }
      const isSpecial = (date: string): boolean => knownDates.has(date) || changesClocks(date)
      const unlike = unlikeDates(ahead.knownDays)
      const ownDay = (date: string): string | null => unlike.get(date) ?? (changesClocks(date) ? 'clocks change' : null)
      const asOf = { plan, growth, attrition, hires, target }
      const found: CapacityReport['months'][number][] = []
      let before: HiresBefore | null = null
      let spread: Band | null = null
      for (const [index, month] of months.entries()) {
        const represented = representedWeeks(month, { firstWeek, isSpecial, ownDay })
        const weeks = predictedWeeks(month, { firstWeek, isSpecial, ownDay })
        const predicted = new Map<string, AssembledWeek>()
        for (const monday of weeks) {
          await stillWanted(signal)
          predicted.set(monday, ahead.weekOf(monday))
        }
        const inputsOf = (monday: string): PredictionInputs => predicted.get(monday)!.inputs
        const expected = monthCapacity(represented, asOf, {
          place: index + 1,
          inputsOf,
          spread: index % MONTHS_ALIKE === 0 ? null : spread,
        })
        const [first] = hires.map(({ from }) => from).toSorted()
        if (index === 0 && first !== undefined && first < month.from) {
          const earliest = addDays(month.from, -LONGEST_BEFORE_DAYS)
          const from = first < earliest ? earliest : first
          const until = representedBy({ from, days: daysBetween(from, month.from) }, { predicted: weeks, isSpecial })
          before = { from, ...monthCapacity(until, asOf, { place: 0, inputsOf, spread: NO_SPREAD }) }
        }
        ;({ spread } = expected)
        found.push({
          of: month,
          predictedWeeks: [...predicted.keys()].toSorted(),
          season: [...predicted.values()].some(({ year }) => year !== null),
          ...expected,
        })
      }
      return { months: found, before, plan, unknownAgents: ahead.unknownAgents(plan), organization, pool, revision }
    }),
  }
}
