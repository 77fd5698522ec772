import type { Presence } from '../../../shared/compare/today/who-is-here.ts'
import type { TodayFigures } from '../../../shared/compare/today/today-figures.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { PublishedPlan } from '../../../shared/predict/assemble/published-spells.ts'
import type { DayMark } from '../../../shared/predict/forecast/marks.ts'

export interface TodayQuery {
  readonly workspaceId: string
  readonly timeZone: string
  /** The local date that is meant. */
  readonly date: string
  readonly marks: readonly DayMark[]
  /** Plans that were published, for how people keep to them. */
  readonly published: readonly PublishedPlan[]
  /** In force today. For the figures the one for all pools counts; without one the typical week stands for it. */
  readonly plans: readonly Plan[]
}

export interface TodayReport {
  readonly figures: TodayFigures
  /** Whether the rest of the day rests on a published plan. */
  readonly hasPlan: boolean
  readonly presence: readonly Presence[]
  /** Grows with every change of the cache. */
  readonly revision: number
}

/** Visitors of the 60 minutes before the last sync, all pools; null: not all of it is known. */
export interface LastHourReport {
  readonly now: number
  readonly lastHour: { readonly visitors: number; readonly covered: number } | null
}
