/** What passes between the parts of prediction. Rates are 0-1 here; hosts show percentages. Instants are epoch milliseconds. */

import type { InactiveAgents } from '../plan/inactive-agents.ts'
import type { YearEffect } from './forecast/year-level.ts'
import type { NamedStarvedPool } from './assemble/starved/starved-pool-facts.ts'
import type { DatedCounts } from './forecast/day-effects.ts'
import type { ExtraCvs, WeekEffects } from './forecast/week-effects.ts'

export type SlotMinutes = 15 | 30 | 60

export interface Band {
  readonly lower80: number
  readonly upper80: number
  readonly lower95: number
  readonly upper95: number
}

/**
 * Past visitors of one pool, or of all, as wall-clock weeks: column `week * slotsPerWeek + slotOfWeek`, where slot 0 is midnight of
 * `firstDate`'s weekday. Weeks are whole multiples of seven days before the week to forecast.
 */
export interface DemandHistory {
  readonly timeZone: string
  readonly slotMinutes: SlotMinutes
  /** 7 * 1440 / slotMinutes. */
  readonly slotsPerWeek: number
  /** Oldest first. */
  readonly weeks: number
  /** Local date on which the first week begins. */
  readonly firstDate: string
  /** Visitors; a repeated slot holds the mean of its two observations. Meaningless where `observations` is 0. */
  readonly visitors: Float64Array
  /** How often the slot was observed: 0 missing, 1, or 2 where the clock repeated it. */
  readonly observations: Uint8Array
  /** Weight of each day (weeks * 7), 0-1: less than 1 for days known not to be usual, 0 for outages. */
  readonly dayWeights: Float64Array
  /** All that is known of the past, in weeks that begin like these and end with the same, with what is known of dates; absent: nothing is that would change anything. */
  readonly dated?: DatedCounts | undefined
}

/** How visitors vary about what is expected: count ~ negative binomial, variance dispersion * mean + slotCv² * mean², times one week's and one day's factor of mean 1. */
export interface DemandNoise {
  /** At least 1. */
  readonly dispersion: number
  readonly slotCv: number
  readonly dayCv: number
  readonly weekCv: number
}

export type ForecastMethod = 'seasonal-naive' | 'ew' | 'profile' | 'combination' | 'prior'

export interface ForecastAccuracy {
  readonly method: ForecastMethod
  readonly wape: number | null
  readonly mase: number | null
  readonly bias: number | null
  /** Share of ranges that contained the actual value over the rolling origins; null: none could be tried. */
  readonly holds80: number | null
  readonly holds95: number | null
  readonly origins: number
}

/** Visitors of one pool, or of all, in a local week: columns over its real slots (668-676 quarter-hours). */
export interface DemandForecast {
  readonly timeZone: string
  readonly slotMinutes: SlotMinutes
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** Instant at which each slot begins. */
  readonly starts: Float64Array
  readonly visitors: Float64Array
  readonly lower80: Float64Array
  readonly upper80: Float64Array
  readonly lower95: Float64Array
  readonly upper95: Float64Array
  /** The seven days from `firstDate` on. */
  readonly days: readonly (Band & { readonly visitors: number })[]
  readonly week: Band & { readonly visitors: number }
  readonly noise: DemandNoise
  /** What is known of the seven days, and what that does. */
  readonly effects: WeekEffects
  /** What last year says of the week's level; null: nothing that helps. */
  readonly year: YearEffect | null
  /** What that adds to the variation in `noise`. */
  readonly extraCvs: ExtraCvs
  readonly accuracy: ForecastAccuracy
}

/** What people should know before they rely on a pool's model. */
export type ModelWarning =
  | { readonly kind: 'no-sessions' | 'availability-fixed' | 'membership-unknown' | 'poor-fit' }
  | { readonly kind: 'little-history'; readonly days: number }
  | { readonly kind: 'few-visits'; readonly visits: number }
  /** Of covered visits, 0-1. */
  | { readonly kind: 'covered-outside-sessions'; readonly share: number }
  | ({ readonly kind: 'starved-pool' } & NamedStarvedPool)

/** Effective holding time and availability: one fit, or one draw of the bootstrap. */
export interface HoldingAndAvailability {
  readonly holdingMinutes: number
  /** Chance that an agent who is online is really available, 0-1. */
  readonly availability: number
}

/** The loss system fitted to one pool. */
export interface PoolModel extends HoldingAndAvailability {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Visitors that an agent may serve at once, 1-5. */
  readonly visitorsPerAgent: number
  /** Factors on the load of a plan, [7 * 24] by day of week (Sunday first) and hour of the fit's zone, in [1/3, 3]. */
  readonly loadFactors: readonly number[]
  /** Draws of the day bootstrap; draw i of every pool belongs to draw i of the others. */
  readonly draws: readonly HoldingAndAvailability[]
  /** Weeks of history it rests on. */
  readonly weeks: number
  /** Visits with at least one agent online it rests on. */
  readonly visits: number
  readonly warnings: readonly ModelWarning[]
}

/** Pools that share agents share one load and were fitted together: `groups` lists indexes into `pools`; each pool is in one group. */
export interface CoverageModel {
  readonly timeZone: string
  readonly pools: readonly PoolModel[]
  readonly groups: readonly (readonly number[])[]
}

/**
 * Share of planned time that an agent is really online, by where in the shift: a quarter-hour belongs to the nearer edge, or to the
 * middle where both are further than the lists reach. All but `shows` given that the shift is worked, and outside of drawn breaks.
 */
export interface AttendanceProfile {
  /** Chance that a planned shift is worked at all. */
  readonly shows: number
  /** By quarter-hour before the shift's start, the last one first ... */
  readonly beforeStart: readonly number[]
  /** ... since its start ... */
  readonly sinceStart: readonly number[]
  /** ... before its end, the last one first ... */
  readonly beforeEnd: readonly number[]
  /** ... and after its end. */
  readonly afterEnd: readonly number[]
  /** In the middle of a shift for which the plan draws no breaks: less by the breaks that people take anyway. */
  readonly middle: number
  /** In the middle of a shift with drawn breaks, outside of them. */
  readonly middleOutsideBreaks: number
  /** In drawn breaks: more than 0 where people stay signed on. */
  readonly duringBreaks: number
  /** Shifts it rests on. */
  readonly shifts: number
}

export interface AttendanceModel {
  /** By agent; who is not here, and an open shift, is taken like `everybody`. */
  readonly agents: Readonly<Record<string, AttendanceProfile>>
  readonly everybody: AttendanceProfile
  /** Share (0-1) of what decides whether somebody comes that is common to all in a week; absent: none. */
  readonly commonShare?: number | undefined
}

/** Demand and model of one pool for the week that is predicted. Columns run over the week's real quarter-hours. */
export interface PoolPredictionInput {
  readonly poolId: string | null
  /** Pools that count as part of this one, because the visits their agents take are recorded under it; absent: none. */
  readonly includes?: readonly (string | null)[] | undefined
  /** Of pools that count as one, which share (0-1) of the visitors is whose, by slot; absent: it is one pool, or not known. */
  readonly parts?: readonly PoolPart[] | undefined
  /** Visitors expected. */
  readonly visitors: readonly number[]
  /** What one of them is worth at each slot: figures of predictors are then sums of values, while loads stay those of visitors. Absent: 1. */
  readonly visitorValues?: readonly number[] | undefined
  readonly noise: DemandNoise
  /** Coefficient of variation that each of the seven days has on top of `noise`, where it is known not to be usual; absent: none is. */
  readonly markedCv?: readonly number[] | undefined
  readonly model: PoolModel
  /** Factor on the load of a plan at each slot: the model's, in [1/3, 3]. */
  readonly loadFactors: readonly number[]
  /** By slot, how past coverage differed from what the model makes of the same weeks: over 0, 1 - (1 - c)^(1 + value) of a rate c; under 0, c (1 + value). Absent: not at all. */
  readonly ownHistory?: readonly number[] | undefined
  /** By slot, the share (0-1) of visitors that history covered while nobody who serves the pool was signed on; absent: none. */
  readonly coveredAlone?: readonly number[] | undefined
  /** Agents who serve the pool; null: everybody does. */
  readonly members: readonly string[] | null
  /** Agents of the pool who were online in past weeks at each slot of this week. */
  readonly typical: TypicalStaffing
}

/** One of several pools that count as one. */
export interface PoolPart {
  readonly poolId: string | null
  readonly shares: readonly number[]
}

/**
 * Who was online in past weeks, slot by slot: for slot s, the pairs (agents, share) from `offsets[s]` to `offsets[s + 1]`; shares of a
 * slot add up to 1.
 */
export interface TypicalStaffing {
  readonly offsets: readonly number[]
  readonly agents: readonly number[]
  readonly shares: readonly number[]
  readonly weeks: number
}

/** Everything a prediction of one week needs, as plain JSON: it is computed where the data are and evaluated wherever the plan is. */
export interface PredictionInputs {
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** Instant at which each quarter-hour of the week begins. */
  readonly starts: readonly number[]
  /** The instant of which the history knows; nothing later went in. */
  readonly origin: number
  readonly pools: readonly PoolPredictionInput[]
  /** Indexes into `pools`, as in CoverageModel. */
  readonly groups: readonly (readonly number[])[]
  readonly attendance: AttendanceModel
  /** Agents known to be deactivated: from then on their shifts put nobody online. Absent: none. */
  readonly inactive?: InactiveAgents
  /** Of all agents, whichever pools they serve. */
  readonly typical: TypicalStaffing
  readonly forecastAccuracy: ForecastAccuracy
  readonly seed: number
}

/** Coverage of a week under a plan, or in the typical week. Columns run over the week's real quarter-hours, all pools of the plan together. */
export interface WeekPrediction {
  readonly visitors: Float64Array
  readonly covered: Float64Array
  /** Agents expected online (merged: one person counts once). */
  readonly agents: Float64Array
  /** Of which on open shifts. */
  readonly openAgents: Float64Array
  readonly totals: { readonly visitors: number; readonly covered: number }
}

/** Bands of a week's coverage rate (0-1), and of the difference in visitors covered to a baseline, on common draws. */
export interface WeekBands {
  readonly coverageRate: Band
  readonly covered: Band
  readonly difference: (Band & { readonly covered: number }) | null
  /** The baseline's own bands, from the same draws; null or absent: nothing was compared with. */
  readonly baseline?: { readonly coverageRate: Band; readonly covered: Band } | null
  /** Coverage rate by hour cell, [7 * 24] by day of week (Sunday first): where nobody is expected, 0-1. */
  readonly byDayHour: readonly Band[]
  /** Coverage rate by day of week (Sunday first) and by hour of the day; null or absent: they were not asked for. */
  readonly sums?: { readonly byDay: readonly Band[]; readonly byHour: readonly Band[] } | null
  /** Coverage rate (0-1) draw by draw, in the order of the draws; absent: they were not asked for. */
  readonly rates?: Float64Array
}
