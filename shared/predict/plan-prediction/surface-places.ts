import type { SurfaceGrid } from './coverage-surface.ts'

/** Where each draw stands between the points of a surface. */
export interface SurfacePlaces {
  /** Points of the load axis. */
  readonly width: number
  /** Points of the whole surface. */
  readonly points: number
  /** By [draw * 7 + day]: the point below on the load axis, and how far beyond it. */
  readonly shiftBelow: Int32Array
  readonly shiftBeyond: Float64Array
  /** By draw, on the axis of availability. */
  readonly levelBelow: Int32Array
  readonly levelBeyond: Float64Array
}

/** Looks up every draw once: log load by [draw * 7 + day], availability by draw. */
export function surfacePlaces(
  { shifts, availabilities }: SurfaceGrid,
  drawnShifts: Float64Array,
  drawnAvailabilities: readonly number[],
): SurfacePlaces {
  const onShifts = Array.from(drawnShifts, (shift) => placeOn(shifts, shift))
  const onLevels = drawnAvailabilities.map((availability) => placeOn(availabilities, availability))
  return {
    width: shifts.length,
    points: shifts.length * availabilities.length,
    shiftBelow: Int32Array.from(onShifts, ({ below }) => below),
    shiftBeyond: Float64Array.from(onShifts, ({ beyond }) => beyond),
    levelBelow: Int32Array.from(onLevels, ({ below }) => below),
    levelBeyond: Float64Array.from(onLevels, ({ beyond }) => beyond),
  }
}

/** Adds to `sums`, draw by draw, the values of a surface (`[scenario][availability][shift]`), each times its day's factor. */
export function addValues(
  sums: Float64Array,
  values: Float64Array,
  {
    places,
    factors,
    day,
    scenarios,
  }: {
    readonly places: SurfacePlaces
    /** By [draw * 7 + day]. */
    readonly factors: Float64Array
    readonly day: number
    /** Draws take the scenarios in turn. */
    readonly scenarios: number
  },
): void {
  const { width, points, shiftBelow, shiftBeyond, levelBelow, levelBeyond } = places
  for (let draw = 0; draw < sums.length; draw += 1) {
    const place = draw * 7 + day
    const beyond = shiftBeyond[place]!
    const level = levelBeyond[draw]!
    const at = (draw % scenarios) * points + levelBelow[draw]! * width + shiftBelow[place]!
    let value = values[at]! + beyond * (values[at + 1]! - values[at]!)
    if (level !== 0) {
      const above = at + width
      value += level * (values[above]! + beyond * (values[above + 1]! - values[above]!) - value)
    }
    sums[draw]! += factors[place]! * value
  }
}

function placeOn(axis: Float64Array, value: number): { readonly below: number; readonly beyond: number } {
  if (axis.length < 2) return { below: 0, beyond: 0 }
  let below = 0
  while (below < axis.length - 2 && axis[below + 1]! <= value) below += 1
  return { below, beyond: Math.min(1, Math.max(0, (value - axis[below]!) / (axis[below + 1]! - axis[below]!))) }
}
