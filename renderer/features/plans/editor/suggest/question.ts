import type { AllowedMoves } from '../../../../../shared/optimise/problem.ts'
import type { Plan } from '../../../../../shared/plan/plan.ts'
import type { Inputs } from '../../../../app/rpc/procedures.ts'

/** What a better schedule is looked for with, as the form has it. */
export interface SuggestQuestion {
  /** The hours that are paid already, more hours, or as few as reach a coverage. */
  readonly goal: 'same-hours' | 'more-hours' | 'target'
  /** Of the same hours; the other goals may change everything. */
  readonly moves: AllowedMoves
  /** Agent-hours a week; NaN: what was typed is no number. */
  readonly addHours: number
  /** 1-100; NaN: what was typed is no number. */
  readonly targetPercent: number
  readonly per: 'week' | 'hour'
  /** Agents and shifts that stay as they are. */
  readonly keptAgents: readonly string[]
  readonly keptShifts: readonly string[]
  /** Whether rules that the plan breaks are to be kept too. */
  readonly keepsEveryRule: boolean
  /** Whether shifts are swapped so that nights and weekends are shared more fairly. */
  readonly isFair: boolean
  /** Visitors a week that each change must give; NaN: what was typed is no number. */
  readonly leastGain: number
}

export const MOST_HOURS = 10_000
export const MOST_GAIN = 1_000
/** A search that has not come near its bound ends then. */
export const SECONDS = 20
/** Share of what is covered: nearer to the bound there is next to nothing to gain. */
const GAP = 0.002

/** Share of the covered visitors that a fair share of nights and weekends may cost. */
export const FAIR_LOSS = 0.002

/** The question that costs nothing. */
export function firstQuestion(targetPercent: number): SuggestQuestion {
  return {
    goal: 'same-hours',
    moves: 'breaks',
    addHours: 8,
    targetPercent: Math.round(targetPercent),
    per: 'week',
    keptAgents: [],
    keptShifts: [],
    keepsEveryRule: false,
    isFair: false,
    leastGain: 1,
  }
}

/** Why a search cannot be started; null: it can. */
export type QuestionProblem = 'number' | 'nobody' | 'no-shifts' | 'all-kept'

interface Asked {
  readonly plan: Pick<Plan, 'shifts'>
  /** Who can be given shifts. */
  readonly agentIds: readonly string[]
}

export function questionProblem(question: SuggestQuestion, { plan, agentIds }: Asked): QuestionProblem | null {
  const { goal, addHours, targetPercent, keptAgents, leastGain } = question
  if (goal === 'more-hours' && !(addHours >= 1 && addHours <= MOST_HOURS)) return 'number'
  if (goal === 'target' && !(targetPercent >= 1 && targetPercent <= 100)) return 'number'
  if (!(leastGain >= 0 && leastGain <= MOST_GAIN)) return 'number'
  if (goal === 'same-hours' && plan.shifts.length === 0) return 'no-shifts'
  const people = new Set([...agentIds, ...plan.shifts.flatMap(({ agentId }) => agentId ?? [])])
  if (people.size === 0 && (goal !== 'same-hours' || plan.shifts.length === 0)) return 'nobody'
  const isOpenLeft = plan.shifts.some(({ agentId }) => agentId === null)
  return people.size > 0 && !isOpenLeft && [...people].every((id) => keptAgents.includes(id)) ? 'all-kept' : null
}

type StartInput = Inputs['suggest']['start']

/** The question as the backend is asked it, about a plan as it is on the screen. */
export function suggestRequest(
  question: SuggestQuestion,
  asked: Pick<StartInput, 'workspaceId'> & {
    readonly planId: string
    readonly plan: Plan
    readonly week: string
  } & Asked,
): StartInput {
  const { goal, moves, addHours, targetPercent, per, keptAgents, keptShifts, keepsEveryRule, leastGain } = question
  const { workspaceId, planId, plan, week, agentIds } = asked
  const there = new Set(plan.shifts.map(({ id }) => id))
  const mayAdd = goal !== 'same-hours' || moves === 'all'
  return {
    workspaceId,
    week,
    timeZone: plan.timeZone,
    plan: { kind: 'given', plan },
    rulesOf: planId,
    keepsEveryRule,
    moves: goal === 'same-hours' ? moves : 'all',
    goal: goal === 'target' ? { kind: 'target', rate: targetPercent / 100, per } : { kind: 'cover' },
    addHours: goal === 'more-hours' ? addHours : 0,
    agents: mayAdd ? [...agentIds] : [],
    pinnedAgents: [...keptAgents],
    pinnedShifts: keptShifts.filter((id) => there.has(id)),
    changePrice: leastGain,
    fairLoss: question.isFair ? FAIR_LOSS : null,
    gap: GAP,
    timeLimitSeconds: SECONDS,
  }
}
