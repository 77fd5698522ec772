import { z } from 'zod'

/** A rectangle of the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pixels = z.number().int().min(-100_000).max(100_000)

/** Where the window was and how it was shown. `bounds` are those it has when it is not maximised. */
export const windowStateSchema = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

export interface WindowPlace {
  /** null: in the middle of the main display. */
  readonly position: { readonly x: number; readonly y: number } | null
  readonly size: { readonly width: number; readonly height: number }
  readonly isMaximized: boolean
  readonly isFullScreen: boolean
}

export const SMALLEST_WINDOW = { width: 720, height: 520 } as const
const USUAL_WINDOW = { width: 1280, height: 860 } as const
/** So much of the title bar must be on a display for the window to be moved with the mouse. */
const GRIP = { width: 120, height: 32 } as const

/** Where to open a window: where it was, unless that display is gone; never larger than the display it opens on. */
export function placeWindow(kept: WindowState | null, displays: readonly [Area, ...Area[]]): WindowPlace {
  if (kept === null)
    return { position: null, size: within(USUAL_WINDOW, displays[0]), isMaximized: false, isFullScreen: false }
  const { bounds, isMaximized, isFullScreen } = kept
  const display = displays.find((area) => holdsGrip(area, bounds))
  return {
    position: display === undefined ? null : { x: bounds.x, y: bounds.y },
    size: within(bounds, display ?? displays[0]),
    isMaximized,
    isFullScreen,
  }
}

function within(size: { readonly width: number; readonly height: number }, display: Area): WindowPlace['size'] {
  const clamp = (value: number, least: number, most: number): number =>
    Math.min(Math.max(value, least), Math.max(most, least))
  return {
    width: clamp(size.width, SMALLEST_WINDOW.width, display.width),
    height: clamp(size.height, SMALLEST_WINDOW.height, display.height),
  }
}

/** Whether enough of the upper edge of a window is on a display. */
function holdsGrip(display: Area, { x, y, width }: Area): boolean {
  const visible = Math.min(x + width, display.x + display.width) - Math.max(x, display.x)
  return visible >= GRIP.width && y >= display.y && y + GRIP.height <= display.y + display.height
}
