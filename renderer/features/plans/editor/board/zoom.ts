import type { Hours } from './axis.ts'

/** How many times as wide as the screen a week is drawn, at least and at most. */
const LEAST_ZOOM = 1
const MOST_ZOOM = 7

/** Spans that fill the board: so many days of the week at once. */
export const SPANS = [
  { id: 'day', days: 1 },
  { id: 'three-days', days: 3 },
  { id: 'week', days: 7 },
] as const

/** A shift as long as this has to show its times. */
const USUAL_SHIFT_MINUTES = 480
const READABLE_WIDTH = 60

/** The zoom at which so many days fill the board. */
export function zoomOfDays(days: number): number {
  return 7 / days
}

/** Seven days at once where the bars are still read, three otherwise. `width`: CSS pixels of the time axis. */
export function usualZoom(width: number, { fromMinute, toMinute }: Hours): number {
  if (width <= 0) return LEAST_ZOOM
  const usual = ((width / 7) * USUAL_SHIFT_MINUTES) / (toMinute - fromMinute)
  return usual >= READABLE_WIDTH ? LEAST_ZOOM : zoomOfDays(3)
}

export function limitedZoom(zoom: number): number {
  return Math.min(Math.max(zoom, LEAST_ZOOM), MOST_ZOOM)
}
