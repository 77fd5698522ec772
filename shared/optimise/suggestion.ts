import { datedDays } from '../plan/starting-points.ts'
import type { StaffGap } from '../plan/rules/minimum-staff.ts'
import { staffInWeek } from '../predict/assemble/plan-intervals.ts'
import { weekModelOf, type WeekModel } from '../predict/plan-prediction/week-model.ts'
import { bestAllowedWeek } from './allowed-week.ts'
import { createBound, type Bound } from './bound.ts'
import { peopleOf, personOf, unitsOf, type Person } from './people.ts'
import type { SuggestOptions, SuggestProblem } from './problem.ts'
import { ruleGate } from './rule-gate.ts'
import { createSearch } from './search.ts'
import {
  boundTargetOf,
  coveredOf,
  isReached,
  missedBy,
  type Missed,
  searchTarget,
  targetOf,
  trimHours,
} from './target-search.ts'
import { coverSearch } from './cover-search.ts'
import type { Picks } from './shift-option.ts'
import { slotClock, type SlotClock } from './slot-clock.ts'
import { fillStaff } from './staff-search.ts'

/** Where a suggestion stands. */
export interface SuggestProgress {
  /** Of the best so far. */
  readonly covered: number
  /** At most so many visitors can be covered; null: not known yet, or hours are what is looked for. */
  readonly bound: number | null
  /** Worked slots. */
  readonly units: number
  /** With a target: no schedule that reaches it has fewer worked slots; null: not known yet, or not asked. */
  readonly boundUnits: number | null
  readonly isDone: boolean
}

/** A suggestion in the making: one short step after another, with the best so far at hand at any time. */
export interface Suggestion {
  readonly people: readonly Person[]
  readonly clock: SlotClock
  readonly week: WeekModel
  /** Worked slots that everybody together may have. */
  readonly allowedUnits: number
  readonly step: () => SuggestProgress
  readonly best: () => SuggestState
  /** Visitors gained if somebody's rules, or what the suggestion may do with them, were others, and so many hours more were allowed; from the best so far. */
  readonly gainOf: (person: number, changes: Partial<SuggestOptions>, hoursMore: number) => number
  /** The fewest worked slots that the rules allow somebody, whatever hours the others have; null: they allow no week. */
  readonly fewestUnits: (person: number, options: SuggestOptions) => number | null
}

/** The best so far. */
export interface SuggestState {
  /** null: none that keeps the rules and the hours is known. */
  readonly picks: readonly Picks[] | null
  readonly covered: number
  readonly bound: number | null
  readonly units: number
  readonly boundUnits: number | null
  /** Worth of a worked slot more. */
  readonly unitPrice: number
  /** People for whom the rules allow no week, or whom the hours do not reach. */
  readonly unrepaired: readonly number[]
  /** Where fewer people are scheduled than there have to be, whoever works when; none: there are enough, or the plan's were not to be mended. */
  readonly short: readonly StaffGap[]
  /** How far the search stayed from a target that it did not reach; null: it reached it, or none was asked. */
  readonly missed: Missed | null
  readonly isDone: boolean
}

const SLOTS_PER_HOUR = 4
/** Neighbourhoods between two looks at the clock, and weeks that are chosen for the bound in about the same time. */
const NEIGHBOURHOODS_A_STEP = 4
const WEEKS_A_STEP = 60

/** Prepares a suggestion; nothing is searched yet. */
export function createSuggestion(problem: SuggestProblem): Suggestion {
  const { options, plan, inputs } = problem
  const week = weekModelOf(inputs, problem.poolId)
  const clock = slotClock(plan, inputs)
  const context = {
    kind: plan.kind,
    poolId: plan.poolId,
    rules: options.rules,
    clock: clock.clock,
    planDays: datedDays(plan),
  }
  const staff = staffInWeek(plan, inputs)
  const people = peopleOf({ problem, week, clock, context, staff })
  const gate = ruleGate({ context, clock, keepsEveryRule: options.keepsEveryRule, plan, people })
  const planned = people.reduce((sum, person) => sum + unitsOf(person.planned), 0)
  const { goal } = options
  const target = goal.kind === 'target' && options.moves === 'all' ? targetOf({ inputs, week }, goal) : null
  // Towards a target as many hours may be used as it takes, unless it is said how many.
  const hasBudget = target === null || options.hoursBudget !== null || options.addHours > 0
  const allowedUnits = !hasBudget
    ? Number.POSITIVE_INFINITY
    : options.hoursBudget === null || options.addHours > 0
      ? planned + options.addHours * SLOTS_PER_HOUR
      : options.hoursBudget * SLOTS_PER_HOUR
  const search = createSearch({
    week,
    people,
    gate,
    allowedUnits: allowedUnits + 1e-6,
    changePrice: options.changePrice,
    seed: options.seed,
    slotWeights: target?.slotWeights ?? null,
  })
  const isWithinHours = (): boolean => search.units() <= allowedUnits + 1e-6
  const isWithinChanges = (): boolean => options.maxChanges === null || search.changes() <= options.maxChanges
  const coveredNow = (): number => (target === null ? search.objective.covered() : coveredOf(target, search))
  let bound: Bound | null = null
  let unitPrice = 0
  let unrepaired: readonly number[] = []
  let short: readonly StaffGap[] = []
  let isDone = false
  let missed: Missed | null = null

  /** The more the better: visitors, or towards a target hours saved. */
  const scoreNow = (): number =>
    (target === null ? search.objective.covered() : -search.units()) - options.changePrice * search.changes()
  const isGood = (): boolean =>
    unrepaired.length === 0 &&
    short.length === 0 &&
    isWithinHours() &&
    isWithinChanges() &&
    (target === null || isReached(target, search))
  const state = (picks: readonly Picks[] | null) => ({
    picks,
    score: scoreNow(),
    covered: coveredNow(),
    units: search.units(),
  })
  let best = state(!options.keepsEveryRule && isGood() ? search.snapshot() : null)
  /** Takes the search's schedule for the best so far, if it is. */
  const keep = (): void => {
    if (isGood() && (best.picks === null || scoreNow() > best.score)) best = state(search.snapshot())
  }
  const value = (): number | null => (bound === null || !Number.isFinite(bound.value()) ? null : bound.value())
  const boundOf = (): number | null => {
    const most = value()
    return target !== null || most === null ? null : Math.max(most, best.covered)
  }
  /** No schedule that reaches the target takes fewer. */
  const boundUnits = (): number | null => {
    const most = value()
    return target === null || most === null ? null : Math.min(best.units, Math.max(0, -most))
  }
  const isNear = (): boolean => {
    const [most, least] = [boundOf(), boundUnits()]
    if (least !== null) return best.units - least <= options.gap * best.units
    return most !== null && most - best.covered <= options.gap * best.covered
  }

  function* run(): Generator<void, void> {
    if (options.keepsEveryRule) {
      unrepaired = people.flatMap((_, index) => (search.repair(index) ? [] : [index]))
      yield
      if (unrepaired.length > 0) return
      yield* fillStaff({ search, people, gate, begin: inputs.starts[0]! })
      short = gate.gaps()
      if (short.length > 0) return
      gate.settle()
    }
    if (target === null) {
      const cover = coverSearch({ search, options, isWithinHours, isWithinChanges, keep })
      yield* cover.run()
      unitPrice = cover.unitPrice()
    } else {
      const isFound = yield* searchTarget(search, { target, start: search.snapshot(), keep })
      if (!isFound) missed = missedBy(target, search)
      unitPrice = 1
    }
    if (best.picks === null) return
    search.restore(best.picks)
    search.objective.refresh()
    if (target !== null) {
      yield* trimHours(search, { target, keep })
    }
    bound = yield* createBound({
      week,
      people,
      allowedUnits: options.moves === 'all' && target === null ? allowedUnits : null,
      objective: search.objective,
      picksOf: search.picksOf,
      unitPrice,
      target: target === null ? null : boundTargetOf(target),
    })
    yield* approach()
  }

  /** Neighbourhoods and the bound in turn, until they are near one another. */
  function* approach(): Generator<void, void> {
    let neighbourhoods = 0
    let boundSteps = 0
    const { limits } = options
    const isBoundOpen = (): boolean => bound !== null && boundSteps < limits.boundSteps
    // However near the bound is: they cost next to nothing.
    const fewest = Math.min(limits.neighbourhoods, 2 * people.length)
    while ((!isNear() || neighbourhoods < fewest) && (neighbourhoods < limits.neighbourhoods || isBoundOpen())) {
      if (isBoundOpen()) {
        // A plan without anybody costs nothing, so what is left is the limit.
        const stepsOfBound = Math.min(
          limits.boundSteps - boundSteps,
          Math.max(1, Math.round(WEEKS_A_STEP / bound!.cost())),
        )
        yield* bound!.step(stepsOfBound, target === null ? best.covered : -best.units)
        boundSteps += stepsOfBound
        yield
      }
      for (let tried = 0; tried < NEIGHBOURHOODS_A_STEP && neighbourhoods < limits.neighbourhoods; tried += 1) {
        const before = target === null ? null : search.snapshot()
        search.neighbourhood(unitPrice)
        neighbourhoods += 1
        if (before !== null && !isGood()) search.restore(before)
      }
      keep()
      yield
    }
  }

  /** Somebody as they would be with other options. */
  const changed = (index: number, asked: SuggestOptions) => {
    const eased = { ...problem, options: asked }
    const itsContext = { ...context, rules: asked.rules }
    const { agentId, shifts } = people[index]!
    return {
      person: personOf({ agentId, shifts }, { problem: eased, week, clock, context: itsContext, staff }),
      gate: ruleGate({ context: itsContext, clock, keepsEveryRule: asked.keepsEveryRule, plan, people: [] }),
    }
  }

  const running = run()
  return {
    people,
    clock,
    week,
    allowedUnits,
    gainOf(index, changes, hoursMore) {
      if (best.picks !== null) search.restore(best.picks)
      return search.gainOf(index, changed(index, { ...options, ...changes }), hoursMore * SLOTS_PER_HOUR)
    },
    fewestUnits(index, asked) {
      const { person, gate: itsGate } = changed(index, asked)
      const { allowed: found } = bestAllowedWeek(
        person,
        {
          values: new Float64Array(person.levels.length * clock.slots),
          unitPrice: 1,
          changePrice: 0,
          maxUnits: Number.POSITIVE_INFINITY,
        },
        { gate: itsGate },
      )
      return found === null ? null : found.units + person.fixedUnits
    },
    step() {
      if (!isDone && running.next().done === true) isDone = true
      return { covered: best.covered, bound: boundOf(), units: best.units, boundUnits: boundUnits(), isDone }
    },
    best: () => ({
      picks: best.picks,
      covered: best.covered,
      bound: boundOf(),
      units: best.units,
      boundUnits: boundUnits(),
      unitPrice,
      unrepaired,
      short,
      missed,
      isDone,
    }),
  }
}
