import { adherenceOf } from '../../../shared/compare/adherence.ts'
import { adherenceSlots } from '../../../shared/compare/adherence-slots.ts'
import { compareWeek } from '../../../shared/compare/compare-week.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { Interval } from '../../../shared/foundation/interval.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { membersAt } from '../../../shared/predict/assemble/members.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import type { PredictionSnapshot } from '../../../shared/predict/assemble/prediction-snapshot.ts'
import { starvedPoolsOf } from '../../../shared/predict/plan-pools.ts'
import { SLOT_MS, utcDayOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { Damaged } from '../../store/work-reader.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'
import { nextWeek, type PublishedWeek, publishedWeeks } from '../publishing/published-weeks.ts'
import { createRecent, type Recent } from '../threads/recent.ts'
import type { ThreadFiles } from '../threads/thread-files.ts'
import { cancellable, stillWanted } from '../threads/worker-channel.ts'

export interface CompareQuery {
  readonly workspaceId: string
  /** Nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  readonly until: number | null
}

export interface ComparedWeeksQuery extends CompareQuery {
  /** A plan of which it is wanted how agents kept to it; null: of none. */
  readonly adherenceOf: string | null
}

export interface ComparedWeekQuery extends CompareQuery {
  readonly publicationId: string
  readonly week: string
}

/** Weeks at hand: more than two years of them, and the details of the last ones looked at. */
const WEEKS_KEPT = 120
const DETAILS_KEPT = 6

/** What the compute thread compares: published weeks, each beside what happened. Of each cache's newest snapshot, results stay at hand. */
export function compareFunctions(files: ThreadFiles) {
  const known = new WeakMap<CacheSnapshot, ReturnType<typeof createResults>>()
  const resultsOf = (snapshot: CacheSnapshot): ReturnType<typeof createResults> => {
    const results = known.get(snapshot) ?? createResults(snapshot)
    known.set(snapshot, results)
    return results
  }
  /** The weeks of published plans that have begun by the last sync, the newest first; null: nothing is published. */
  const begunWeeks = ({ workspaceId, until }: CompareQuery) => {
    const plans = files.readWork(workspaceId, (work) => {
      const byPlan = Map.groupBy(work.publications.list(), ({ planId }) => planId)
      return [...work.planNames()].map(([id, name]) => ({ id, name, publications: byPlan.get(id) ?? [] }))
    })
    if (plans.every(({ publications }) => publications.length === 0)) return null
    const snapshot = files.snapshotOf(workspaceId)
    const synced = snapshot.state.now
    const now = synced === null || until === null ? synced : Math.min(synced, until)
    return { snapshot, now, begun: publishedWeeks(plans, now ?? 0), next: nextWeek(plans, now ?? 0) }
  }
  const keptOf = (workspaceId: string, { publicationId, week, planName }: PublishedWeek): KeptWeek | Damaged =>
    files.readWorkRecord(workspaceId, ({ publications }) => {
      const snapshot = publications.snapshot(publicationId, week)
      if (snapshot === null) throw notPredicted(planName, week)
      return {
        plan: publications.get(publicationId).plan,
        prediction: snapshot.prediction as unknown as PredictionSnapshot,
        frozenAt: snapshot.frozenAt,
      }
    })

  return {
    /** The weeks that can be compared, and what counts as the present; null: no sync was ever finished. */
    publishedWeeks(query: CompareQuery) {
      const found = begunWeeks(query)
      return { now: found?.now ?? null, weeks: found?.begun ?? [] }
    },
    /** Each week that was predicted beside what happened. */
    comparedWeeks: cancellable(
      async (signal: AbortSignal, { workspaceId, until, adherenceOf: planId }: ComparedWeeksQuery) => {
        const found = begunWeeks({ workspaceId, until })
        if (found === null) return { now: null, weeks: [], notPredicted: [], next: null, revision: 0, damaged: [] }
        const { snapshot, now, begun, next } = found
        const weeks = []
        const damaged: string[] = []
        for (const one of begun.filter(({ isPredicted }) => isPredicted)) {
          await stillWanted(signal)
          const { facts, weeks: results } = resultsOf(snapshot)
          const result = results([one.publicationId, one.week, until], () => {
            const kept = keptOf(workspaceId, one)
            return 'damaged' in kept ? kept : comparedTotals(compared(kept, { snapshot, facts, until }))
          })
          if ('damaged' in result) damaged.push(result.damaged)
          else if (result.state !== 'ahead')
            weeks.push({ ...one, ...result, adherence: one.planId === planId ? result.adherence : null })
        }
        return {
          now,
          weeks,
          notPredicted: begun.filter(({ isPredicted }) => !isPredicted),
          /** The first week still to begin; null: none is published. */
          next,
          /** Grows with every change of the cache. */
          revision: snapshot.revision,
          /** What was left out because it cannot be read. */
          damaged,
        }
      },
    ),
    /** One week by day and hour, and quarter-hour by quarter-hour how agents kept to it. Throws 'not-found' where there is no such week, or it was never predicted. */
    comparedWeek({ publicationId, week, ...query }: ComparedWeekQuery) {
      const found = begunWeeks(query)
      const one = found?.begun.find((each) => each.publicationId === publicationId && each.week === week)
      if (found === null || one === undefined) throw weekMissing()
      const { facts, details } = resultsOf(found.snapshot)
      const result = details([publicationId, week, query.until], () => {
        const kept = keptOf(query.workspaceId, one)
        return 'damaged' in kept
          ? kept
          : comparedInDetail(compared(kept, { snapshot: found.snapshot, facts, until: query.until }), kept)
      })
      return 'damaged' in result ? result : { ...one, ...result, revision: found.snapshot.revision }
    },
  }
}

/** A published week beside what happened, as the compute thread answers it. */
export type ComparedWeek = Exclude<ReturnType<ReturnType<typeof compareFunctions>['comparedWeek']>, Damaged>

interface KeptWeek {
  /** As it was published. */
  readonly plan: Plan
  /** What was predicted then. */
  readonly prediction: PredictionSnapshot
  readonly frozenAt: number
}

function createResults(snapshot: CacheSnapshot) {
  const weeks: Recent<ReturnType<typeof comparedTotals> | Damaged> = createRecent(WEEKS_KEPT)
  const details: Recent<ReturnType<typeof comparedInDetail> | Damaged> = createRecent(DETAILS_KEPT)
  return { facts: predictionFacts(snapshot), weeks, details }
}

interface Compared {
  readonly snapshot: CacheSnapshot
  readonly facts: PredictionFacts
  readonly until: number | null
}

function compared({ plan, prediction }: KeptWeek, { snapshot, facts, until }: Compared) {
  const { inputs } = prediction
  const week = { start: inputs.starts[0]!, end: inputs.starts.at(-1)! + SLOT_MS }
  const near = {
    ...facts,
    batches: batchesOf(snapshot, week),
    sessions: facts.sessions.filter(
      ({ startedAt, endedAt }) => startedAt < week.end + DAY_MS && (endedAt === null || endedAt > week.start - DAY_MS),
    ),
  }
  const comparison = compareWeek(prediction, { plan, facts: near, until: until ?? undefined })
  const { now } = comparison
  const members =
    plan.poolId === null ? null : membersAt(facts, plan.poolId, Math.max(week.start, Math.min(now, week.end) - 1))
  const worked = {
    intervals: intervalsInWeek(plan, inputs),
    sessions: near.sessions,
    week,
    known: facts.known,
    now,
    members: members === null ? null : new Set(members),
  }
  return { comparison, worked, starvedPools: starvedPoolsOf(inputs, plan) }
}

function comparedTotals({
  comparison: { state, total, unknownPoolVisitors },
  worked,
  starvedPools,
}: ReturnType<typeof compared>) {
  return {
    state,
    total,
    /** Visitors of pools that are newer than the prediction. */
    unknownPoolVisitors,
    /** Why the plan's pool was predicted, and is compared, together with others. */
    starvedPools,
    adherence: adherenceOf(worked),
  }
}

function comparedInDetail(week: ReturnType<typeof compared>, { frozenAt }: Pick<KeptWeek, 'frozenAt'>) {
  const slots = adherenceSlots(week.worked)
  const totals = comparedTotals(week)
  return {
    ...totals,
    detail: week.comparison.detail(),
    /** Nothing at or after it is known. */
    now: week.comparison.now,
    frozenAt,
    /** With the quarter-hours in which something was planned, or the agent was online, in order. */
    adherence: totals.adherence.map((agent) => ({ ...agent, slots: slots.get(agent.agentId) ?? [] })),
  }
}

function notPredicted(planName: string, week: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `The week of ${week} of "${planName}" was never predicted.`,
    next: 'Choose another week; weeks to come are predicted with the next sync.',
  })
}

function weekMissing(): AppError {
  return new AppError({
    code: 'not-found',
    message: 'This week cannot be compared: its plan is not live then, or it has not begun.',
    next: 'Choose another week.',
  })
}

/** The cube of the days that an interval touches. */
export function batchesOf(
  { dictionary, traffic }: CacheSnapshot,
  { start, end }: Interval,
): PredictionFacts['batches'] {
  const days = Array.from({ length: utcDayOf(end - 1) - utcDayOf(start) + 1 }, (_, index) => utcDayOf(start) + index)
  return days.flatMap((day) => {
    const cells = traffic.get(day)
    return cells === undefined ? [] : [{ dictionary, cells }]
  })
}
