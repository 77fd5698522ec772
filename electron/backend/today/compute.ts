import {
  absencesTogether,
  type Absences,
  isAbsent,
  lateAgents,
  withoutAbsent,
} from '../../../shared/compare/today/absent-today.ts'
import { asTheDayGoes, todayFigures } from '../../../shared/compare/today/today-figures.ts'
import { agentsNow, type Presence } from '../../../shared/compare/today/agents-now.ts'
import { type NextVisitor, nextVisitor } from '../../../shared/compare/today/next-visitor.ts'
import { inputsInForce, loadOf, ofOnePool, scheduleInForce } from '../../../shared/compare/today/schedule-in-force.ts'
import { type Interval, overlap } from '../../../shared/foundation/interval.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { fillGap, type GapProblem, lostWithout } from '../../../shared/optimise/repairs.ts'
import { calledOffShifts, intervalsWhileActive } from '../../../shared/plan/inactive-agents.ts'
import { inputsOfWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { learn } from '../../../shared/predict/assemble/learn.ts'
import { originOf, pastOf } from '../../../shared/predict/assemble/past.ts'
import { expectedIntervals } from '../../../shared/predict/assemble/plan-intervals.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { addDays, localRange, parseLocalDate } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { batchesOf } from '../compare/compute.ts'
import { chosenPool, refuseOtherOrganization } from '../coverage/chosen-facts.ts'
import type { KeepLearned } from '../prediction/kept-learning.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'
import { type DatesKnown, knownDaysFor } from '../prediction/dates-known.ts'
import { createRecent } from '../threads/recent.ts'

export interface TodayQuery {
  readonly workspaceId: string
  readonly timeZone: string
  /** The local date that is meant. */
  readonly date: string
  /** Nothing at or after it counts as known; null: all that was synced is. */
  readonly until: number | null
  readonly datesKnown: DatesKnown
  /** Plans that were published, for how people keep to them. */
  readonly published: readonly PublishedPlan[]
  /** In force today. */
  readonly plans: readonly Plan[]
  /** When agents are known not to be there. */
  readonly absences: Absences
  /** null: all. */
  readonly poolId: string | null
  /** Refused where the cache is of another; null: the cache's. */
  readonly organizationId: string | null
}

export type GapQuery = Omit<TodayQuery, 'until' | 'poolId' | 'organizationId'> &
  Omit<GapProblem, 'inputs' | 'absences' | 'ruled' | 'plan' | 'otherPlans'> & {
    /** Place of the plan that is changed among those in force. */
    readonly planIndex: number
  }
/** What it takes to know the day before it began. */
type DayQuery = Omit<TodayQuery, 'plans' | 'until' | 'absences' | 'poolId' | 'organizationId'>

/** Of what is not known of the model: the range of the rest of a day is mostly chance, so that few will do. */
const DRAWS = 40
const DAYS_KEPT = 4

/**
 * How today goes. What is expected of it is learned once, from what was known when the day began, however many syncs follow; where a
 * sync brings more history it is learned again.
 */
export function createTodayCalculator(keepFor: (workspaceId: string) => KeepLearned) {
  const learned = createRecent<PredictionInputs>(DAYS_KEPT)
  /** What is expected of the week that begins today, by what was known when the day began. */
  const expected = (facts: PredictionFacts, query: DayQuery): PredictionInputs => {
    const { workspaceId, timeZone, date, datesKnown, published } = query
    const day = localRange(date, date, timeZone)
    const inactive = facts.inactive ?? {}
    const before = facts.known.filter(({ start }) => start < day.start).length
    const asOfMorning = learned(
      [workspaceId, timeZone, date, datesKnown, published.map(({ id }) => id), before, inactive],
      () => {
        const past = pastOf(facts, originOf(facts, { timeZone, firstDate: date, until: day.start }))
        const knownDays = knownDaysFor(datesKnown, { facts, past }, { timeZone, to: addDays(date, 6) })
        const options = { timeZone, firstDate: date, knownDays, published, seed: parseLocalDate(date), draws: DRAWS }
        return keepFor(workspaceId)('inputs', { past, options }, () =>
          inputsOfWeek(past, learn(past, options), options),
        )
      },
    )
    // Who was deactivated since the day began is not expected any more.
    return { ...asOfMorning, inactive }
  }
  return {
    today(snapshot: CacheSnapshot, query: TodayQuery) {
      const { timeZone, date, plans, until, poolId } = query
      refuseOtherOrganization(snapshot, query.organizationId)
      const pool = chosenPool(snapshot, poolId ?? undefined)
      const day = localRange(date, date, timeZone)
      const facts = predictionFacts(snapshot)
      const now = Math.min(facts.now, until ?? facts.now)
      const inputs = expected(facts, query)
      const inactive = inputs.inactive ?? {}
      const near = nearToday(snapshot, facts, day)
      const intervals = plans.flatMap((plan) => expectedIntervals(plan, inputs))
      const seen = agentsNow({
        intervals: intervalsWhileActive(intervals, inactive),
        sessions: near.sessions,
        day,
        now,
        members: null,
      })
      const absences = absencesTogether(query.absences, lateAgents(seen, now))
      const inForce = scheduleInForce(plans, inputs, absences)
      const { schedule, basis } = poolId === null ? inForce : ofOnePool(inForce, inputs, poolId)
      const assumed = inputsInForce(inputs, inForce.basis)
      const goes = asTheDayGoes(assumed, { facts: near, now })
      // Whoever is online is there, whatever was said.
      const presence = seen.map((one) =>
        (one.state === 'missing' || one.state === 'later') && isAbsent(one, query.absences, now)
          ? { ...one, state: 'absent' as const }
          : one,
      )
      const shiftIdOf = ({ agentId, shift }: Presence): string | null =>
        shift === null
          ? null
          : (intervals.find((one) => one.agentId === agentId && overlap(one, shift) !== null)?.shiftId ?? null)
      const lostOf = (absentId: string): number | null =>
        lostInAll(plans, { goes, inputs, inForce, absences, absentId, now })
      return {
        figures: todayFigures({
          inputs: assumed,
          facts: near,
          schedule,
          poolId,
          now,
        }),
        pool,
        basis: basis.map(({ plans: own, poolIds }) => ({ plans: own.map(({ name }) => name), poolIds })),
        /** By pool the places of the plans it follows among those in force; none: the typical week. */
        followed: basis.flatMap(({ plans: own, poolIds }) =>
          (poolIds ?? inputs.pools.map((one) => one.poolId)).map((one) => ({
            poolId: one,
            plans: own.map((plan) => plans.indexOf(plan)),
          })),
        ),
        next: nextOf(
          nextVisitor({ inputs: assumed, facts: near, now }),
          poolId === null ? null : loadOf(inputs, poolId),
        ),
        poolNames: new Map(snapshot.directory?.pools?.map(({ id, name }) => [id, name])),
        /** `lost`: visitors of the rest of the day whom the absence loses; null: the agent is not taken to be absent. */
        presence: presence.map((one) => ({
          ...one,
          shiftId: shiftIdOf(one),
          lost:
            one.state === 'absent' || (one.state === 'missing' && absences.has(one.agentId))
              ? lostOf(one.agentId)
              : null,
        })),
        /** Shifts of today that their agents, who are deactivated, do not work, or not to their end; by start. */
        calledOff: calledOffShifts(intervals, inactive)
          .filter(({ start, end }) => end > day.start && start < day.end)
          .toSorted((one, other) => one.start - other.start),
        revision: snapshot.revision,
      }
    },
    /** The best ways to cover for somebody who is away, as the day goes; null: the plan has nothing of theirs left today. */
    fillGap(snapshot: CacheSnapshot, { rules, absentId, agentIds, now, absences: known, ...query }: GapQuery) {
      const { timeZone, date, plans } = query
      const day = localRange(date, date, timeZone)
      const facts = predictionFacts(snapshot)
      const synced = Math.min(facts.now, now)
      const near = nearToday(snapshot, facts, day)
      const morning = expected(facts, query)
      const intervals = plans.flatMap((one) => expectedIntervals(one, morning))
      const seen = agentsNow({ intervals, sessions: near.sessions, day, now: synced, members: null })
      const absences = absencesTogether(known, lateAgents(seen, synced))
      const inForce = scheduleInForce(plans, morning, absences)
      const plan = plans[query.planIndex]!
      const isThere = (agentId: string): boolean =>
        !(absences.get(agentId) ?? []).some((one) => overlap(one, { start: now, end: day.end }) !== null)
      const goes = asTheDayGoes(inputsInForce(morning, inForce.basis), { facts: near, now: synced })
      const found = fillGap({
        inputs: goes,
        ruled: ruledBy(plan, { inForce, inputs: morning, absences }),
        plan,
        otherPlans: plans.filter((one) => one !== plan),
        rules,
        absentId,
        agentIds: agentIds.filter(isThere),
        now,
        absences,
      })
      if (found === null) return null
      // As beside the agent's name, where several plans have something of theirs left.
      const lost = lostInAll(plans, { goes, inputs: morning, inForce, absences, absentId, now })
      return { ...found, lost: lost ?? found.lost }
    },
  }
}

/** Visitors of the rest of today whom an absence loses under all plans in force; null: none has anything of the agent left. */
function lostInAll(
  plans: readonly Plan[],
  {
    goes,
    absentId,
    now,
    ...day
  }: RuledDay & { readonly goes: PredictionInputs; readonly absentId: string; readonly now: number },
): number | null {
  const { absences } = day
  const lost = plans.flatMap(
    (plan) => lostWithout({ inputs: goes, plan, absentId, now, absences, ruled: ruledBy(plan, day) }) ?? [],
  )
  return lost.length === 0 ? null : lost.reduce((sum, one) => sum + one, 0)
}

interface RuledDay {
  readonly inForce: ReturnType<typeof scheduleInForce>
  readonly inputs: PredictionInputs
  readonly absences: Absences
}

/** The pools that follow a plan in force, by their places, and what other plans schedule for them. */
function ruledBy(
  plan: Plan,
  { inForce: { schedule, basis }, inputs, absences }: RuledDay,
): NonNullable<GapProblem['ruled']> {
  const part = basis.findIndex(({ plans }) => plans.includes(plan))
  if (part === -1) return { pools: [], others: [] }
  const pools =
    typeof schedule === 'object' && 'parts' in schedule ? schedule.parts[part]!.pools : [...inputs.pools.keys()]
  const others = basis[part]!.plans.filter((one) => one !== plan)
  return { pools, others: others.flatMap((one) => withoutAbsent(expectedIntervals(one, inputs), absences)) }
}

/** Of one pool alone, or of all. */
function nextOf(next: NextVisitor | null, poolId: string | null): NextVisitor | null {
  if (next === null || poolId === null) return next
  const own = next.pools.find((pool) => pool.poolId === poolId)
  return own === undefined ? null : { ...next, chance: own.chance, agents: own.agents, pools: [own] }
}

/** What is known, as near to a day as it takes to say how the day goes. */
function nearToday(snapshot: CacheSnapshot, facts: PredictionFacts, day: Interval): PredictionFacts {
  return {
    ...facts,
    batches: batchesOf(snapshot, { start: day.start - HOUR_MS, end: day.end }),
    sessions: recent(facts, day.start),
  }
}

/** Sessions that may reach into a day. */
function recent({ sessions }: PredictionFacts, dayStart: number): PredictionFacts['sessions'] {
  return sessions.filter(({ endedAt }) => endedAt === null || endedAt > dayStart - DAY_MS)
}
