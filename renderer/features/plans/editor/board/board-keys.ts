import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { keyMeant } from '../../../../kit/key-meant.ts'

/** Where the keyboard is on the board. */
export type Active =
  | { readonly kind: 'shift'; readonly id: string }
  | { readonly kind: 'cell'; readonly agentId: string | null; readonly column: number }

export type Direction = 'left' | 'right' | 'up' | 'down'

/** What a key asks for. Minutes and days are signed: negative is earlier. */
export type KeyIntent =
  | { readonly kind: 'focus'; readonly direction: Direction }
  | { readonly kind: 'focus-edge'; readonly column: 'first' | 'last' }
  /** From a cell to its shift, or a new one; from a shift to its form. */
  | { readonly kind: 'open' }
  /** From a shift to its cell. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'move'; readonly minutes: number; readonly rows: number }
  | { readonly kind: 'resize'; readonly edge: 'start' | 'end'; readonly minutes: number }
  | { readonly kind: 'move-breaks'; readonly minutes: number }
  /** Who can take the shift. */
  | { readonly kind: 'who' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'duplicate' }

export interface BoardKey {
  readonly key: string
  /** The key's place, whatever it writes. */
  readonly code: string
  readonly shift: boolean
  /** Command on a Mac, Control elsewhere. */
  readonly mod: boolean
  readonly alt: boolean
}

const STEP = 15
const WHO = 'W'

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const LETTERS: Readonly<Record<string, KeyIntent>> = {
  A: { kind: 'select-all' },
  C: { kind: 'copy' },
  X: { kind: 'cut' },
  V: { kind: 'paste' },
  D: { kind: 'duplicate' },
}

/** What a key means where the keyboard is; null: nothing to the board. */
export function keyIntent({ key, code, shift, mod, alt }: BoardKey, active: Active['kind']): KeyIntent | null {
  const direction = DIRECTIONS[key]
  if (alt) return mod || shift ? null : breaksMeant(direction)
  if (direction !== undefined) {
    if (active === 'cell' || (mod && !shift)) return shift && active === 'cell' ? null : { kind: 'focus', direction }
    return mod ? null : arrowOnShift(direction, shift)
  }
  if (mod) return shift ? null : (LETTERS[keyMeant({ key, code, altKey: alt })] ?? null)
  switch (key) {
    case 'Enter':
      return { kind: 'open' }
    case 'Home':
      return { kind: 'focus-edge', column: 'first' }
    case 'End':
      return { kind: 'focus-edge', column: 'last' }
    default:
      if (active === 'cell') return null
      return keyMeant({ key, code, altKey: alt }) === WHO ? { kind: 'who' } : keyOnShift(key)
  }
}

/** Breaks of what is selected, which need not have the focus. */
function breaksMeant(direction: Direction | undefined): KeyIntent | null {
  if (direction === 'left') return { kind: 'move-breaks', minutes: -STEP }
  return direction === 'right' ? { kind: 'move-breaks', minutes: STEP } : null
}

function keyOnShift(key: string): KeyIntent | null {
  switch (key) {
    case 'Escape':
      return { kind: 'leave' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' }
    case ' ':
      return { kind: 'toggle' }
    case 'PageUp':
      return { kind: 'move', minutes: -DAY_MINUTES, rows: 0 }
    case 'PageDown':
      return { kind: 'move', minutes: DAY_MINUTES, rows: 0 }
    default:
      return null
  }
}

/** Left and right move or change the end; up and down go to another agent or change the start. */
function arrowOnShift(direction: Direction, shift: boolean): KeyIntent {
  switch (direction) {
    case 'left':
      return shift ? { kind: 'resize', edge: 'end', minutes: -STEP } : { kind: 'move', minutes: -STEP, rows: 0 }
    case 'right':
      return shift ? { kind: 'resize', edge: 'end', minutes: STEP } : { kind: 'move', minutes: STEP, rows: 0 }
    case 'up':
      return shift ? { kind: 'resize', edge: 'start', minutes: -STEP } : { kind: 'move', minutes: 0, rows: -1 }
    case 'down':
      return shift ? { kind: 'resize', edge: 'start', minutes: STEP } : { kind: 'move', minutes: 0, rows: 1 }
  }
}
