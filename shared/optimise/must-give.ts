import { DAY_MINUTES, MINUTE_MS } from '../foundation/minutes.ts'
import type { StaffGap } from '../plan/rules/minimum-staff.ts'
import { dayOfWeekOfDay } from '../time/local.ts'
import { SLOT_MS } from '../time/slots.ts'
import { offsetAt } from '../time/zone.ts'
import { inactiveSince } from '../plan/inactive-agents.ts'
import { limitFor, owedBreaksOf, rulesOf, timeOffOf, workRuleFor, type PlanRules } from '../plan/rules/rules.ts'
import type { ShiftOption } from './shift-option.ts'
import { NUMERIC_RULES, withAgentRules, type EasedRule } from './eased-rules.ts'
import type { Person } from './people.ts'
import type { SuggestOptions, SuggestProblem } from './problem.ts'
import type { RuleDetail } from './rule-detail.ts'
import type { Suggestion } from './suggestion.ts'
import type { Missed } from './target-search.ts'

/** A rule that has to give, so that there is a schedule at all. */
export interface MustGive {
  readonly rule: EasedRule
  readonly agentId: string | null
  readonly detail: RuleDetail
}

interface Droppable {
  readonly rule: EasedRule
  readonly detail: RuleDetail
  readonly drop: (options: SuggestOptions) => SuggestOptions
  /** The least easing that is enough; null: it is not a matter of more or less. */
  readonly atLeast:
    | ((isEnough: (options: SuggestOptions) => boolean, options: SuggestOptions) => RuleDetail | null)
    | null
}

const MOST_STEPS = 168

/**
 * The fewest rules that have to give, for each person whom they leave no week: all ones, then all pairs, then all threes of what holds for that
 * person are tried. People are apart here, because nothing but hours is shared, so that this is exact without a solver.
 */
export function mustGive(problem: SuggestProblem, suggestion: Suggestion): readonly MustGive[] {
  const { unrepaired, short, missed } = suggestion.best()
  const found = unrepaired.flatMap((index) => forPerson(problem, { suggestion, index }))
  if (found.length > 0) return found
  if (short.length > 0) return short.map((gap) => staffRule(gap, { problem, suggestion }))
  const { goal, maxChanges } = problem.options
  const needed = unitsNeeded(problem, suggestion)
  if (needed > suggestion.allowedUnits + ROUNDING)
    return [
      {
        rule: 'hours',
        agentId: null,
        detail: { about: 'hours', hours: hoursOf(suggestion.allowedUnits), needed: hoursOf(needed) },
      },
    ]
  if (missed !== null && goal.kind === 'target') return [targetRule(goal, { missed, visitors: visitorsOf(suggestion) })]
  if (maxChanges !== null)
    return [{ rule: 'changes', agentId: null, detail: { about: 'changes', changes: maxChanges } }]
  return (problem.options.rules.plan.minimumStaff ?? []).length === 0
    ? []
    : [
        {
          rule: 'under-staffed',
          agentId: null,
          detail: { about: 'staff-hours', hours: hoursOf(suggestion.allowedUnits) },
        },
      ]
}

/** A time with too few people, and who may work then where those are all too few. */
function staffRule(
  { start, end, needed, people, poolId }: StaffGap,
  {
    problem: { inputs, plan, options },
    suggestion,
  }: { readonly problem: SuggestProblem; readonly suggestion: Suggestion },
): MustGive {
  const slotsOf = (from: number, to: number): readonly number[] =>
    inputs.starts.flatMap((instant, slot) => (instant < to && instant + SLOT_MS > from ? [slot] : []))
  const able = slotsOf(start, end).map((slot) =>
    suggestion.people.flatMap(({ agentId, programme }) => {
      const pools = agentId === null ? [] : (rulesOf(agentId, options.rules)?.pools ?? null)
      if (agentId === null || (poolId !== null && pools !== null && !pools.includes(poolId))) return []
      return programme.choices.days.some((day) => day.options.some((option) => isAtWork(option, slot))) ? [agentId] : []
    }),
  )
  const fewest = able.reduce((least, some) => (some.length < least.length ? some : least), able[0] ?? [])
  const local = (instant: number): number => Math.floor((instant + offsetAt(instant, plan.timeZone)) / MINUTE_MS)
  const from = local(start)
  return {
    rule: 'under-staffed',
    agentId: null,
    detail: {
      about: 'staff',
      dayOfWeek: dayOfWeekOfDay(Math.floor(from / DAY_MINUTES)),
      startMinute: from % DAY_MINUTES,
      endMinute: local(end) % DAY_MINUTES,
      needed,
      people,
      agentIds: fewest.length < needed ? [...new Set(fewest)] : null,
    },
  }
}

/** Whether a shift may be so that somebody is at a slot. */
function isAtWork({ pieces, slots, planned }: ShiftOption, slot: number): boolean {
  return planned === null ? pieces.some((piece) => slot >= piece && slot < piece + slots) : planned.slots.includes(slot)
}

const ROUNDING = 1e-6

/** The fewest worked slots with which everybody keeps their rules. */
function unitsNeeded({ options }: SuggestProblem, { people, fewestUnits }: Suggestion): number {
  return people.reduce((sum, _, index) => sum + (fewestUnits(index, options) ?? 0), 0)
}

/** Of slots, to a hundredth. */
function hoursOf(units: number): number {
  return Math.round(units / 0.04) / 100
}

function targetRule(
  { rate, per }: { readonly rate: number; readonly per: 'week' | 'hour' },
  { missed, visitors }: { readonly missed: Missed; readonly visitors: number },
): MustGive {
  const detail: RuleDetail =
    per === 'week'
      ? { about: 'target-of-week', reached: missed.covered / visitors, target: rate }
      : { about: 'target-of-hours', hours: missed.parts, target: rate }
  return { rule: 'target', agentId: null, detail }
}

function visitorsOf({ week }: Suggestion): number {
  return week.visitors.reduce((sum, count) => sum + count, 0)
}

function forPerson(
  problem: SuggestProblem,
  { suggestion, index }: { readonly suggestion: Suggestion; readonly index: number },
): readonly MustGive[] {
  const person = suggestion.people[index]!
  const { agentId } = person
  const isEnough = (options: SuggestOptions): boolean => suggestion.fewestUnits(index, options) !== null
  const rules = droppable(person, problem)
  const without = (some: readonly Droppable[]): SuggestOptions =>
    some.reduce((options, { drop }) => drop(options), problem.options)
  const chosen = fewest(rules, (some) => isEnough(without(some)))
  return chosen.map((one) => {
    const { rule, detail, atLeast } = one
    return { rule, agentId, detail: atLeast?.(isEnough, without(chosen.filter((other) => other !== one))) ?? detail }
  })
}

/** The fewest of some that are enough: up to three are found by trying all; of more, none can be left out. */
function fewest<T>(all: readonly T[], isEnough: (some: readonly T[]) => boolean): readonly T[] {
  if (!isEnough(all)) return all
  const most = all.length > MOST_FOR_THREES ? 2 : 3
  const found = subsets(all, Math.min(most, all.length - 1)).find(isEnough)
  if (found !== undefined) return found
  return all.reduce<readonly T[]>((needed, one) => {
    const others = needed.filter((other) => other !== one)
    return isEnough(others) ? others : needed
  }, all)
}

/** All threes of more rules take too long. */
const MOST_FOR_THREES = 12

function droppable({ agentId }: Person, { options }: SuggestProblem): readonly Droppable[] {
  const { rules } = options
  const found: Droppable[] = []
  const own = agentId === null ? undefined : rulesOf(agentId, rules)
  const changed = (given: SuggestOptions, changes: Parameters<typeof withAgentRules>[2]): SuggestOptions => ({
    ...given,
    ...withAgentRules(given, agentId!, changes),
  })
  if (options.pinnedShifts.length + options.pinnedAgents.length > 0)
    found.push({
      rule: 'pinned',
      detail: { about: 'must-move' },
      drop: (given) => ({ ...given, pinnedShifts: [], pinnedAgents: [] }),
      atLeast: null,
    })
  if (options.moves !== 'all')
    found.push({
      rule: 'moves',
      detail: { about: 'other-moves' },
      drop: (given) => ({ ...given, moves: 'all' }),
      atLeast: null,
    })
  if (agentId !== null)
    for (const { rule, name, step, isMost } of NUMERIC_RULES) {
      const limit = limitFor(agentId, name, rules)
      if (limit === null) continue
      const describe = (easedTo: number): RuleDetail => ({ about: 'limit', name, limit, eased: easedTo })
      const eased = (steps: number): number => Math.max(0, limit + (isMost ? steps : -steps) * step * 0.5)
      found.push({
        rule,
        detail: describe(isMost ? limit + step : Math.max(0, limit - step)),
        drop: (given) => changed(given, { [name]: null }),
        atLeast: (isEnough, others) => {
          for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
            if (name === 'maxConsecutiveDays' && steps % 2 === 1) continue
            if (isEnough(changed(others, { [name]: eased(steps) }))) return describe(eased(steps))
            if (eased(steps) === 0) return null
          }
          return null
        },
      })
    }
  if (own?.availability)
    found.push({
      rule: 'unavailable',
      detail: { about: 'availability' },
      drop: (given) => changed(given, { availability: null }),
      atLeast: null,
    })
  if ((own?.daysOff ?? []).length > 0)
    found.push({
      rule: 'day-off',
      detail: { about: 'days-off' },
      drop: (given) => changed(given, { daysOff: [] }),
      atLeast: null,
    })
  if (own?.pools)
    found.push({
      rule: 'wrong-pool',
      detail: { about: 'wrong-pool' },
      drop: (given) => changed(given, { pools: null }),
      atLeast: null,
    })
  const dropped = (rule: EasedRule, detail: RuleDetail, drop: Droppable['drop']): void =>
    void found.push({ rule, detail, drop, atLeast: null })
  const withPlan = (given: SuggestOptions, changes: Partial<PlanRules>): SuggestOptions => ({
    ...given,
    rules: { ...given.rules, plan: { ...given.rules.plan, ...changes } },
  })
  const [owed] = owedBreaksOf(rules.plan)
  if (owed !== undefined)
    dropped('missing-break', { about: 'no-break', minutes: owed.minutes, afterHours: owed.afterHours }, (given) =>
      withPlan(given, { owedBreak: null, moreOwedBreaks: [] }),
    )
  const [byHour] = rules.plan.breaksByHour ?? []
  if (byHour !== undefined)
    dropped('late-break', { about: 'late-break', hours: byHour.byHour }, (given) =>
      withPlan(given, { breaksByHour: [] }),
    )
  const unbroken = rules.plan.unbrokenWork ?? null
  if (unbroken !== null)
    dropped('work-without-break', { about: 'unbroken', hours: unbroken.hours }, (given) =>
      withPlan(given, { unbrokenWork: null }),
    )
  const notice = rules.plan.noticeDays ?? null
  if (notice !== null && rules.published !== undefined)
    dropped('short-notice', { about: 'notice', days: notice }, (given) => withPlan(given, { noticeDays: null }))
  if (agentId === null) return found
  const average = workRuleFor(agentId, 'averageHours', rules)
  if (average !== null)
    dropped('high-average', { about: 'average', hours: average.hours }, (given) =>
      changed(given, { averageHours: null }),
    )
  const night = workRuleFor(agentId, 'night', rules)
  const nightHours = night?.maxHoursPerDay ?? night?.average?.hours
  if (nightHours !== undefined)
    dropped('long-night', { about: 'long-night', hours: nightHours }, (given) => changed(given, { night: null }))
  if (workRuleFor(agentId, 'minor', rules) !== null)
    dropped('minor-times', { about: 'minor' }, (given) => changed(given, { minor: null }))
  if (timeOffOf(agentId, rules).length > 0)
    dropped('time-off', { about: 'time-off' }, (given) => ({
      ...given,
      rules: { ...given.rules, timeOff: { ...given.rules.timeOff, [agentId]: [] } },
    }))
  if (inactiveSince(agentId, rules.inactive) < Number.POSITIVE_INFINITY)
    dropped('deactivated', { about: 'inactive' }, (given) => ({ ...given, rules: { ...given.rules, inactive: {} } }))
  return found
}

/** All choices of up to so many, fewer first. */
function subsets<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const sized = (size: number, from: number): readonly (readonly T[])[] =>
    size === 0
      ? [[]]
      : all.slice(from).flatMap((one, place) => sized(size - 1, from + place + 1).map((rest) => [one, ...rest]))
  return Array.from({ length: most }, (_, size) => sized(size + 1, 0)).flat()
}
