import { planToFile } from '../../../shared/contract/plan-file.ts'
import type { SuggestOutput } from '../../../shared/contract/suggest-output.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { withoutRotation } from '../../../shared/plan/starting-points.ts'
import type { SuggestAnswer } from './compute.ts'

/** How a search ended. */
export interface SearchEnd {
  /** Share of what is covered that was asked for. */
  readonly gap: number
  /** The thread that worked on it was lost; what is answered is the best plan that it had found. */
  readonly isFallback: boolean
  /** Whether visitors were to weigh by what they are worth. */
  readonly isWeighted: boolean
}

/** Closer is rounding. */
const NOTHING = 1e-6

/** The document of a suggestion, with facts where it has sentences. */
export interface SuggestResult extends Omit<SuggestOutput, 'standsInTheWay' | 'violations' | 'mustGive'> {
  readonly standsInTheWay: SuggestAnswer['standsInTheWay']
  /** Rules that the suggested plan breaks. */
  readonly violations: SuggestAnswer['violations']
  /** Where it is infeasible: the fewest rules that have to give. */
  readonly mustGive: SuggestAnswer['mustGive']
}

/** What a search found. */
export function suggestResult(answer: SuggestAnswer, end: SearchEnd): SuggestResult {
  const { plan, before, after, difference, moves, violations, mustGive, standsInTheWay, nextHour, fairness } = answer
  const { weighted } = answer
  // What the search was for: visitors, or what they are worth.
  const [start, reached] = [(weighted?.before ?? before).covered, (weighted?.after ?? after).covered]
  // How the search ended, before shifts were exchanged.
  const searched = reached + (fairness?.coveredLost ?? 0)
  // The search adds up in another order than the prediction: in the last digits its bound may be on the wrong side.
  const found = answer.bound === null ? null : Math.max(answer.bound, searched)
  // It is about schedules in which nobody exchanges shifts: what is covered with exchanges may be more.
  const bound = found !== null && fairness !== null && reached > found + NOTHING ? null : found
  const boundHours = answer.boundHours === null ? null : Math.min(answer.boundHours, after.agentHours)
  const left = bound === null ? null : Math.max(0, bound - reached)
  const hoursLeft = boundHours === null ? null : Math.max(0, after.agentHours - boundHours)
  const gap = hoursLeft === null ? shareOf(left, reached) : shareOf(hoursLeft, after.agentHours)
  const searchedGap =
    fairness === null || found === null || boundHours !== null ? gap : shareOf(Math.max(0, found - searched), searched)
  return {
    plan: planToFile(plan),
    before: figures(before),
    after: figures(after),
    difference: { ...difference },
    bound,
    boundHours,
    gap,
    gapOfGain: bound === null ? null : gapOfGain({ bound, before: start, after: reached }),
    status: statusOf(answer, {
      ...end,
      near: searchedGap,
      reached,
      hasExchanges: fairness !== null && fairness.exchanges > 0,
    }),
    moves: moves.map(({ kind, agentId, before: old, after: made, coveredGain }) => ({
      kind,
      agentId,
      before: shiftOutput(plan, old),
      after: shiftOutput(plan, made),
      coveredGain,
    })),
    standsInTheWay,
    fairness,
    nextHour: nextHour.map(({ start, coveredGain }) => ({ start: new Date(start).toISOString(), coveredGain })),
    violations,
    mustGive,
    ...(end.isWeighted ? { weighted: weighted === null ? null : weightedFigures(weighted) } : {}),
  }
}

function weightedFigures({
  before,
  after,
  countedShare,
}: NonNullable<SuggestAnswer['weighted']>): SuggestOutput['weighted'] {
  const figuresOf = ({ visitors, covered }: typeof before) => ({
    visitors,
    covered,
    coverageRate: Math.min(100, coveragePercent({ visitors, covered }, 100)),
  })
  return { before: figuresOf(before), after: figuresOf(after), countedShare }
}

function figures({ visitors, covered, agentHours, cost }: SuggestAnswer['before']): SuggestOutput['before'] {
  return {
    visitors,
    covered,
    coverageRate: Math.min(100, coveragePercent({ visitors, covered }, 100)),
    agentHours,
    cost,
  }
}

function gapOfGain({
  bound,
  before,
  after,
}: {
  readonly bound: number
  readonly before: number
  readonly after: number
}): number {
  const possible = bound - before
  return possible <= NOTHING ? 0 : Math.min(1, Math.max(0, bound - after) / possible)
}

function statusOf(
  { isFeasible, bound, isDone }: SuggestAnswer,
  {
    gap,
    isFallback,
    near,
    reached,
    hasExchanges,
  }: SearchEnd & { readonly near: number | null; readonly reached: number; readonly hasExchanges: boolean },
): SuggestOutput['status'] {
  if (isFallback) return 'fallback'
  if (!isFeasible && isDone) return 'infeasible'
  // Where nobody can be covered, nothing better is possible.
  const share = near ?? (bound !== null && bound <= reached + NOTHING ? 0 : null)
  if (share !== null && share <= NOTHING) return hasExchanges ? 'within-gap' : 'optimal'
  return share !== null && share <= gap ? 'within-gap' : 'time-limit'
}

function shareOf(left: number | null, whole: number): number | null {
  return left === null || whole <= 0 ? null : left / whole
}

/** As a plan file has it. */
function shiftOutput(plan: Plan, shift: Shift | null): SuggestOutput['moves'][number]['before'] {
  if (shift === null) return null
  const [written] = planToFile({ ...withoutRotation(plan), shifts: [shift] }).shifts
  return { ...written!, id: shift.id }
}
