import { limitFor, rulesOf } from '../plan/rules/rules.ts'
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
  const { unrepaired, missed } = suggestion.best()
  const found = unrepaired.flatMap((index) => forPerson(problem, { suggestion, index }))
  if (found.length > 0) return found
  const { goal } = problem.options
  if (missed !== null && goal.kind === 'target') return [targetRule(goal, { missed, visitors: visitorsOf(suggestion) })]
  const hours = Math.round(suggestion.allowedUnits / 0.04) / 100
  return [{ rule: 'hours', agentId: null, detail: { about: 'hours', hours } }]
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
  const isEnough = (options: SuggestOptions): boolean => suggestion.hasWeek(index, options)
  // Hours that everybody shares are another matter.
  if (isEnough(problem.options)) return []
  const rules = droppable(person, problem)
  for (const chosen of subsets(rules, 3)) {
    const eased = chosen.reduce((options, { drop }) => drop(options), problem.options)
    if (!isEnough(eased)) continue
    return chosen.map(({ rule, detail, atLeast }) => {
      const others = chosen
        .filter((one) => one.rule !== rule)
        .reduce((options, { drop }) => drop(options), problem.options)
      return { rule, agentId, detail: atLeast?.(isEnough, others) ?? detail }
    })
  }
  return rules.map(({ rule, detail }) => ({ rule, agentId, detail }))
}

function droppable({ agentId, shifts }: Person, { options }: SuggestProblem): readonly Droppable[] {
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
  const { owedBreak } = rules.plan
  if (owedBreak !== null && shifts.length > 0)
    found.push({
      rule: 'missing-break',
      detail: { about: 'no-break', minutes: owedBreak.minutes, afterHours: owedBreak.afterHours },
      drop: (given) => ({ ...given, rules: { ...given.rules, plan: { ...given.rules.plan, owedBreak: null } } }),
      atLeast: null,
    })
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
