import type { Axis } from '../board/axis.ts'
import { axisX } from '../board/axis.ts'
import type { MinimumLine } from './minimum-line.ts'

/** Where each quarter-hour of the week lies on the screen, in pixels from the left edge of the week. */
export interface SlotPlaces {
  readonly left: Float64Array
  readonly right: Float64Array
}

/** Values by quarter-hour of the week. */
type Column = Float64Array | readonly number[]

export interface StripBand {
  readonly lower: Column
  readonly upper: Column
}

/** 80% bands; coverage as 0-1, null: not drawn yet. */
export interface StripBands {
  readonly visitors: StripBand
  readonly coverage: StripBand | null
}

/** What the strips over the board show. */
export interface StripScene {
  readonly places: SlotPlaces
  readonly visitors: Column
  readonly visitorsBand: StripBand
  readonly agents: Column
  readonly needed: Column
  /** null: no rule on minimum staff. */
  readonly minimum: MinimumLine | null
  /** 0-1; meaningless where nobody is expected. */
  readonly coverage: Column
  readonly coverageBand: StripBand | null
  /** The coverage that the band was drawn for: where it is another now, there is no band. */
  readonly bandOf: Column | null
  /** 0-1. */
  readonly target: number
  readonly mostVisitors: number
  readonly mostAgents: number
  readonly axisText: AxisText
}

/** The highest value of each strip, and the target of coverage, as text. */
export interface AxisText {
  readonly visitors: string
  readonly agents: string
  readonly coverage: string
  readonly target: string
}

const QUARTER_MINUTES = 15

/** Places quarter-hours that begin at these minutes of the week; one outside the shown hours has no width. */
export function placeSlots(axis: Axis, weekMinutes: readonly number[]): SlotPlaces {
  const left = Float64Array.from(weekMinutes, (minute) => axisX(axis, minute))
  // The last quarter-hour of a day ends at the edge of its own column, not at the hour at which the next one begins.
  const right = Float64Array.from(weekMinutes, (minute) => axisX(axis, minute + QUARTER_MINUTES - A_MOMENT))
  return { left, right }
}

const A_MOMENT = 1e-6
