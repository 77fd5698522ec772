import type { Plan } from '../plan/plan.ts'
import type { Rules } from '../plan/rules/rules.ts'
import type { PredictionInputs } from '../predict/types.ts'

/** What may change: each includes the ones before it. 'all' adds, drops, lengthens and shortens shifts. */
export const MOVES = ['breaks', 'starts', 'days', 'all'] as const
export type AllowedMoves = (typeof MOVES)[number]

/** Cover as many visitors as possible, or reach a coverage (0-1) over the week or in each of its hours with as few hours as possible. */
export type SuggestGoal =
  | { readonly kind: 'cover' }
  | { readonly kind: 'target'; readonly rate: number; readonly per: 'week' | 'hour' }

/** Which shifts may be suggested. */
export interface ShiftShapes {
  readonly startsEveryMinutes: number
  /** From start to end. */
  readonly lengthsHours: readonly number[]
  /** Owed in shifts longer than `breakAfterHours`; drawn in new and resized shifts. 0: none. */
  readonly breakMinutes: number
  readonly breakAfterHours: number
}

/** How far a search goes, in moves: never in seconds, so that it can be repeated. */
export interface SearchLimits {
  /** Neighbourhoods tried. */
  readonly neighbourhoods: number
  /** Evaluations of the bound. */
  readonly boundSteps: number
}

export interface SuggestOptions {
  readonly moves: AllowedMoves
  readonly goal: SuggestGoal
  readonly rules: Rules
  /** Whether the answer keeps every rule, also those that the plan breaks; else it breaks none that the plan keeps. */
  readonly keepsEveryRule: boolean
  readonly shapes: ShiftShapes
  /** Worked hours of the week that may be used; null: as many as the plan has, and `addHours`. */
  readonly hoursBudget: number | null
  readonly addHours: number
  /** Agents who may be given shifts beside those of the plan. */
  readonly agents: readonly string[]
  readonly pinnedShifts: readonly string[]
  readonly pinnedAgents: readonly string[]
  /** At most so many shifts differ; null: as many as it takes. */
  readonly maxChanges: number | null
  /** Visitors a week that a changed shift must be worth. */
  readonly changePrice: number
  /** Share of what is covered up to which the bound is to come near. */
  readonly gap: number
  readonly seed: number
  readonly limits: SearchLimits
}

/** A plan to be bettered in one week. */
export interface SuggestProblem {
  readonly inputs: PredictionInputs
  /** The plan's pool; null or absent: a plan for all. */
  readonly poolId?: string | null | undefined
  /** Of what it assumes, what is about people; the rest is in the inputs. */
  readonly plan: Plan
  readonly options: SuggestOptions
}
