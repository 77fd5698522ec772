/** CSS pixels of one strip, and between two. */
export const STRIP_HEIGHT = 40
export const STRIP_GAP = 8
