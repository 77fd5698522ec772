import { isSameShift } from '../plan/apply-step.ts'
import { inactiveSince, intervalsWhileActive } from '../plan/inactive-agents.ts'
import { inOrder } from '../plan/order.ts'
import type { Plan, PlannedInterval, Shift } from '../plan/plan.ts'
import { checkRules, type RuleReport } from '../plan/rules/check-rules.ts'
import { staffInWeek } from '../predict/assemble/plan-intervals.ts'
import { rowOf } from '../predict/plan-prediction/presence-rows.ts'
import { weekModelOf } from '../predict/plan-prediction/week-model.ts'
import { SLOT_MS } from '../time/slots.ts'
import { newlyBroken } from './broken-rules.ts'
import { exchangesOf, WISH_WEIGHT, type Exchange } from './exchanges.ts'
import { createObjective } from './objective.ts'
import { touches } from './people.ts'
import { APART_SLOTS } from './person-limits.ts'
import type { SuggestProblem } from './problem.ts'
import { isNoGapNew } from './rule-gate.ts'
import { createShares, type PastShare } from './shares.ts'
import { slotClock } from './slot-clock.ts'
import { isReached, targetOf } from './target-search.ts'

interface FairShareOptions {
  /** The schedule that is to be shared more evenly. */
  readonly plan: Plan
  /** What agents worked in the weeks before, by id: who had most nights is given fewer. */
  readonly past: ReadonlyMap<string, PastShare>
  /** At most such a share of the covered visitors may be lost. */
  readonly mostLost: number
}

/** A schedule with nights and weekends shared more evenly. */
export interface FairShares {
  readonly plan: Plan
  /** How far agents are from their fair share on average, in unpopular hours, before and after; null: nobody works. */
  readonly spreadBefore: number | null
  readonly spreadAfter: number | null
  /** Visitors of the week that are no longer covered; negative: more are. */
  readonly coveredLost: number
  readonly exchanges: number
  /** Wishes of agents in the week, and how many are kept before and after. */
  readonly wishes: { readonly all: number; readonly keptBefore: number; readonly keptAfter: number }
}

/** So many exchanges are predicted, fewer where there are many agents, and so many are held against the rules, before it ends with what it has. */
const MOST_PREDICTED = 20_000
const MOST_AGENTS_PREDICTED = 80_000
const MOST_CHECKED = 2_000
const EXCHANGES_A_REFRESH = 20
/** Visitors: exchanges that cost fewer cost nothing. */
const LEAST_LOSS = 0.02

/**
 * Exchanges shifts, days and weeks of the same length between agents of a week, so that each one's nights and weekends, those of the weeks
 * before included, come nearer to the fair share, and more wishes are kept: nobody's hours change, no rule is broken that was kept, and no
 * more visitors are lost than may be. What costs fewest visitors for what it gains comes first. Deterministic.
 */
export function shareFairly(problem: SuggestProblem, { plan: start, past, mostLost }: FairShareOptions): FairShares {
  const { inputs, options, poolId } = problem
  const clock = slotClock(start, inputs)
  const model = weekModelOf(inputs, poolId)
  const staff = staffInWeek(start, inputs)
  const week = { rules: options.rules, firstDate: inputs.firstDate }
  const shares = createShares(start.shifts, { clock, rules: options.rules, past })
  const keys = [...new Set([...start.shifts.map(personKey), ...staff.hires.map(({ agentId }) => `hired ${agentId}`)])]
  const personOf = new Map(keys.map((key, index) => [key, index]))
  const knownIntervals = new Map<string, readonly PlannedInterval[]>()
  const intervalsOfShift = (shift: Shift): readonly PlannedInterval[] => {
    const key = `${shift.id} ${shift.day} ${shift.startMinute}`
    const found = knownIntervals.get(key) ?? clock.intervals([shift])
    knownIntervals.set(key, found)
    return found
  }
  const presenceOf = (intervals: readonly PlannedInterval[]): Float64Array => {
    const active = intervalsWhileActive(intervals, model.inactive)
    return active.length === 0 ? new Float64Array(clock.slots) : rowOf(active, model.maker).presence
  }
  const presenceWith = (agentId: string | null, shifts: readonly Shift[]): Float64Array =>
    presenceOf(
      staff.expected(shifts.flatMap((shift) => intervalsOfShift(shift).map((interval) => ({ ...interval, agentId })))),
    )
  const byPerson = Map.groupBy(start.shifts, personKey)
  const objective = createObjective(
    model,
    keys.map((key) => ({
      shares: model.maker.serves(
        byPerson.get(key)?.[0]?.agentId ??
          staff.hires.find(({ agentId }) => `hired ${agentId}` === key)?.agentId ??
          null,
      ).shares,
    })),
  )
  for (const [key, shifts] of byPerson)
    objective.setPresence(personOf.get(key)!, presenceWith(shifts[0]!.agentId, shifts))
  for (const [agentId, hired] of Map.groupBy(staff.hires, (interval) => interval.agentId))
    objective.setPresence(personOf.get(`hired ${agentId}`)!, presenceOf(hired))
  objective.refresh()
  const target = options.goal.kind === 'target' ? targetOf({ inputs, week: model }, options.goal) : null
  const firstCovered = objective.covered()
  const least = firstCovered * (1 - mostLost)
  const isEnough = (): boolean =>
    objective.covered() >= least - 1e-9 && (target === null || isReached(target, { objective }))

  const own = new Map(
    [...byPerson].flatMap(([, shifts]) => (shifts[0]!.agentId === null ? [] : [[shifts[0]!.agentId, shifts] as const])),
  )
  const pinned = new Set(options.pinnedShifts)
  const alone = new Set(options.pinnedAgents)
  /** What is assumed of people is about the shifts that they have. */
  const isAway = (agentId: string, shift: Shift): boolean => {
    const away = staff.away(agentId)
    return away.length > 0 && intervalsOfShift(shift).some((interval) => touches(away, interval))
  }
  const isFixed = (shift: Shift): boolean =>
    pinned.has(shift.id) || (shift.agentId !== null && isAway(shift.agentId, shift))
  // Whoever is deactivated, or serves none of the visitors that are looked at, is left alone by a search too.
  const agentIds = [...own.keys()].filter(
    (agentId) =>
      !alone.has(agentId) &&
      inactiveSince(agentId, model.inactive) >= clock.clock.end &&
      model.maker.serves(agentId).shares.some((share) => share > 0),
  )
  const isApart = (shifts: readonly Shift[]): boolean =>
    shifts
      .flatMap(intervalsOfShift)
      .toSorted((one, other) => one.start - other.start)
      .every(({ start: begin }, index, all) => index === 0 || begin - all[index - 1]!.end >= APART_SLOTS * SLOT_MS)
  let plan = start
  let report = checkRules(plan, week)
  let covered = firstCovered
  let predicted = 0
  const mostPredicted = Math.min(MOST_PREDICTED, Math.ceil(MOST_AGENTS_PREDICTED / Math.max(1, agentIds.length)))
  let checked = 0
  let exchanges = 0
  const after = ({ one, other, given, taken, oneGets, otherGets }: Exchange) => {
    const gone = new Set([...given, ...taken])
    return {
      one: [...own.get(one)!.filter((shift) => !gone.has(shift)), ...oneGets],
      other: [...own.get(other)!.filter((shift) => !gone.has(shift)), ...otherGets],
    }
  }
  const setShifts = (agentId: string, shifts: readonly Shift[]): void =>
    objective.setPresence(personOf.get(`agent ${agentId}`)!, presenceWith(agentId, shifts))
  const place = (exchange: Exchange): void => {
    const made = after(exchange)
    setShifts(exchange.one, made.one)
    setShifts(exchange.other, made.other)
  }
  const takeBack = ({ one, other }: Exchange): void => {
    setShifts(one, own.get(one)!)
    setShifts(other, own.get(other)!)
  }
  const losses = new Map<string, number>()
  const lossOf = (exchange: Exchange): number => {
    const known = losses.get(exchange.key)
    if (known !== undefined) return known
    place(exchange)
    const loss = covered - objective.covered()
    takeBack(exchange)
    predicted += 1
    losses.set(exchange.key, loss)
    return loss
  }
  /** Agent by agent: what one no longer breaks pays for nothing of the other. */
  const isAllowed = (exchange: Exchange, next: RuleReport): boolean => {
    const made = after(exchange)
    const isKeptFor = (agentId: string, shifts: readonly Shift[]): boolean => {
      const [now, old] = [next, report].map(({ violations }) => violations.filter((one) => one.agentId === agentId))
      return newlyBroken(now!, old!).length === 0 && (isApart(shifts) || !isApart(own.get(agentId)!))
    }
    return (
      isNoGapNew(next.gaps, report.gaps) && isKeptFor(exchange.one, made.one) && isKeptFor(exchange.other, made.other)
    )
  }
  const priceOf = (exchange: Exchange): number => Math.max(lossOf(exchange), LEAST_LOSS) / exchange.gain
  const refused = new Set<string>()
  /** Puts an exchange into the shares, unless it makes them worse: what all owe depends a little on what two exchange. */
  const isFairer = ({ one, other, ofOne, ofOther, ofWishes }: Exchange): boolean => {
    const before = shares.distance()
    shares.add(one, ofOne)
    shares.add(other, ofOther)
    if (before - shares.distance() + WISH_WEIGHT * ofWishes > 0) return true
    shares.add(one, -ofOne)
    shares.add(other, -ofOther)
    return false
  }
  /** Makes an exchange, where no rule and not too many visitors speak against it. */
  const isMade = (exchange: Exchange): boolean => {
    checked += 1
    place(exchange)
    if (isEnough()) {
      const gone = new Set([...exchange.given, ...exchange.taken].map(({ id }) => id))
      const next = inOrder({
        ...plan,
        shifts: [
          ...plan.shifts.filter(({ id }) => !gone.has(id)),
          ...exchange.oneGets.map((shift) => ({ ...shift, agentId: exchange.one })),
          ...exchange.otherGets.map((shift) => ({ ...shift, agentId: exchange.other })),
        ],
      })
      const nextReport = checkRules(next, { ...week, previous: report })
      if (isAllowed(exchange, nextReport) && isWithinChanges(problem, next) && isFairer(exchange)) {
        const made = after(exchange)
        own.set(exchange.one, made.one)
        own.set(exchange.other, made.other)
        plan = next
        report = nextReport
        covered = objective.covered()
        exchanges += 1
        // Rounding adds up; a large team takes long.
        if (exchanges % EXCHANGES_A_REFRESH === 0) objective.refresh()
        return true
      }
    }
    takeBack(exchange)
    refused.add(exchange.key)
    return false
  }
  const spreadBefore = shares.spread()
  for (;;) {
    if (checked >= MOST_CHECKED) break
    const found = exchangesOf({
      agentIds,
      shiftsOf: (agentId) => own.get(agentId)!,
      shares,
      clock,
      isFixed,
    })
      .filter(
        ({ key, one, other, oneGets, otherGets }) =>
          !refused.has(key) &&
          !otherGets.some((shift) => isAway(other, shift)) &&
          !oneGets.some((shift) => isAway(one, shift)),
      )
      .toSorted((one, other) => other.gain - one.gain || (one.key < other.key ? -1 : 1))
    const priced = found
      .flatMap((exchange) =>
        losses.has(exchange.key) || predicted < mostPredicted ? [{ exchange, price: priceOf(exchange) }] : [],
      )
      .toSorted((one, other) => one.price - other.price)
    if (!priced.some(({ exchange }) => checked < MOST_CHECKED && isMade(exchange))) break
  }
  const [wishedBefore, wishedAfter] = [shares.wishesOf(start.shifts), shares.wishesOf(plan.shifts)]
  return {
    plan,
    spreadBefore,
    spreadAfter: shares.spread(),
    coveredLost: firstCovered - covered,
    exchanges,
    wishes: { all: wishedBefore.all, keptBefore: wishedBefore.kept, keptAfter: wishedAfter.kept },
  }
}

function personKey({ agentId, id }: Shift): string {
  return agentId === null ? `open ${id}` : `agent ${agentId}`
}

/** Whether no more shifts differ from the plan that was to be bettered than may. */
function isWithinChanges({ plan, options: { maxChanges } }: SuggestProblem, next: Plan): boolean {
  if (maxChanges === null) return true
  const old = new Map(plan.shifts.map((shift) => [shift.id, shift]))
  const changed = next.shifts.filter((shift) => !old.has(shift.id) || !isSameShift(old.get(shift.id)!, shift))
  return changed.length <= maxChanges
}
