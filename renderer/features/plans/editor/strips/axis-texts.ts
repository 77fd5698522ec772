import type { StripColours } from './strip-colours.ts'
import type { StripScene } from './strip-scene.ts'
import { STRIP_HEIGHT } from './strip-size.ts'

const AXIS_TEXT = 10
/** How far from the left the texts reach. */
export const AXIS_TEXT_WIDTH = 110

interface AxisPlace {
  /** The left edge of what is in sight. */
  readonly x: number
  readonly base: (strip: number) => number
  readonly colours: StripColours
}

/** The highest value of each strip at the left edge of what is in sight, and the target beside its line. */
export function axisTexts(
  context: CanvasRenderingContext2D,
  { axisText, target }: StripScene,
  { x, base, colours }: AxisPlace,
): void {
  context.font = `${AXIS_TEXT}px ${colours.font}`
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  context.lineWidth = 3
  const write = (text: string, y: number): void => {
    context.strokeStyle = colours.surface
    context.strokeText(text, x + 3, y)
    context.fillStyle = colours.text
    context.fillText(text, x + 3, y)
  }
  const top = (strip: number): number => base(strip) - STRIP_HEIGHT + 1
  write(axisText.visitors, top(0))
  write(axisText.agents, top(1))
  write(axisText.coverage, top(2))
  // Beside its line, unless the two would lie over one another.
  const line = base(2) - 1 - target * (STRIP_HEIGHT - 3)
  if (line - top(2) > AXIS_TEXT) write(axisText.target, line - AXIS_TEXT / 2)
}
