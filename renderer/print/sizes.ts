/** CSS pixels that fit between the margins of A4 and of Letter, held upright. */
export const CHART_WIDTH = 684
