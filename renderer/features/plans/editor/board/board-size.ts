/** Sizes in CSS pixels that both the styles and the arithmetic of the board go by. */
export const NAME_WIDTH = 152
export const LANE_HEIGHT = 32
export const ROW_PADDING = 4
