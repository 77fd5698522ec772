import { replayWeeks, type ReplayedWeekInput } from '../../../shared/compare/replay.ts'
import type { ReplayOutput } from '../../../shared/contract/replay-output.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { hasDatesIn, planInWeek } from '../../../shared/plan/repeated-weeks.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { datesBetween, localRange } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { PredictionCalculator } from '../prediction/compute.ts'
import type { PredictionQuery, WeekBasis } from '../prediction/queries.ts'
import { refuseUnknownPast } from '../prediction/unknown-past.ts'
import { cancellable, stillWanted } from '../threads/worker-channel.ts'

export interface ReplayQuery extends Omit<PredictionQuery, 'week' | 'poolId'> {
  readonly plan: Plan
  /** Local dates, both inside. */
  readonly from: string
  readonly to: string
  readonly learned: ReplayOutput['range']['learned']
}

const DAYS = 7

/** What the compute thread replays: past weeks, one after the other, under a plan that they did not have. */
export function replayFunctions(
  open: (workspaceId: string) => { readonly snapshot: CacheSnapshot; readonly calculator: PredictionCalculator },
) {
  return {
    /** Throws 'not-found' where nothing is known of the range, or of the time before it. */
    replay: cancellable(async (signal: AbortSignal, { from, to, learned, plan, ...query }: ReplayQuery) => {
      const { snapshot, calculator } = open(query.workspaceId)
      const { timeZone, until = Infinity } = query
      const range = localRange(from, to, timeZone)
      const facts = calculator.factsOf(snapshot)
      const end = Math.min(range.end, until, facts.now)
      if (!facts.known.some((known) => Math.max(known.start, range.start) < Math.min(known.end, end)))
        throw nothingKnown(from, to)
      const weeks: ReplayedWeekInput[] = []
      let basis: (WeekBasis & { readonly unknownAgents: readonly string[] }) | null = null
      const starts = datesBetween(from, to).filter((_, day) => day % DAYS === 0)
      for (const week of starts) {
        await stillWanted(signal)
        const { inputs, ...found } = calculator.replayInputs(snapshot, {
          ...query,
          plan,
          week,
          poolId: plan.poolId ?? undefined,
          until: learned === 'before-range' ? Math.min(range.start, until) : until,
        })
        basis ??= found
        refuseUnknownPast(found, week)
        weeks.push({ inputs, schedule: intervalsInWeek(planInWeek(plan, { firstDate: week, from, to }), inputs) })
      }
      const { unknownAgents, organization, pool, revision } = basis!
      await stillWanted(signal)
      const replay = replayWeeks(weeks, { facts, poolId: plan.poolId, end: Math.min(range.end, until) })
      if (replay.total.knownSlots === 0) throw nothingKnown(from, to)
      return {
        ...replay,
        isRepeated: plan.kind === 'dated' && plan.shifts.length > 0 && !hasDatesIn(plan, from, to),
        unknownAgents,
        organization,
        pool,
        revision,
      }
    }),
  }
}

function nothingKnown(from: string, to: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `No visit from ${from} to ${to} has been synced, so there is nothing to replay.`,
    next: 'Choose days in the past that are synced, or sync first.',
  })
}
