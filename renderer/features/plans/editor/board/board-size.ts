/** Sizes in CSS pixels that both the styles and the arithmetic of the board go by. */
export const NAME_WIDTH = 152
export const LEAST_NAME_WIDTH = 96
export const MOST_NAME_WIDTH = 360
export const LANE_HEIGHT = 32
export const ROW_PADDING = 4
/** Of a row whose name takes two lines, with what stands below it. */
export const TALL_ROW = 58
/** What is taken hold of at each end of a bar, and the least that a pointer has to aim at. */
export const BAR_EDGE = 8
const LEAST_TARGET = 24

/** How far beyond each end a bar of a width is taken hold of as well. */
export function barSlack(width: number): number {
  return Math.max(0, (LEAST_TARGET - width) / 2)
}
