/** Surer than this that coverage is under the target: an episode begins ... */
export const RAISE_ABOVE = 0.95
/** ... and less sure than this: it ends. In between, what is stays. */
export const CLEAR_BELOW = 0.8
/** What begins again so soon after it ended is the same episode. */
export const SAME_EPISODE_MS = 2 * 60 * 60_000
/** An episode of which nothing was heard for so long is over: nobody knows what it has come to. */
export const FORGOTTEN_MS = 3 * 60 * 60_000

/** Where the alert of low coverage stands. Instants are epoch milliseconds. */
export type AlertState =
  | { readonly kind: 'calm'; /** When the last episode of which was told ended; null: there was none. */ readonly endedAt: number | null }
  | { readonly kind: 'low'; readonly since: number; /** false: nobody was told yet, for it is quiet time. */ readonly told: boolean; /** When it was last looked at. */ readonly seenAt: number }

export const CALM: AlertState = { kind: 'calm', endedAt: null }

/** What is seen at an instant. */
export interface AlertLook {
  readonly at: number
  /** Chance, 0-1, that coverage of the last 60 minutes was under the target; null: not known. */
  readonly chance: number | null
  /** Whether nobody wants to be told now. */
  readonly isQuiet: boolean
}

/** `raise`: tell about low coverage, once an episode; `clear`: it is over. */
export type AlertEvent = 'raise' | 'clear' | null

/** One look at how things are. Of each episode is told once, in quiet time only when that ends and the episode has not. */
export function stepAlert(before: AlertState, { at, chance, isQuiet }: AlertLook): { readonly state: AlertState; readonly event: AlertEvent } {
  const state = before.kind === 'low' && at - before.seenAt > FORGOTTEN_MS ? ended(before, before.seenAt) : before
  if (chance === null) return { state, event: null }
  if (state.kind === 'calm') {
    if (chance <= RAISE_ABOVE) return { state, event: null }
    const goesOn = state.endedAt !== null && at - state.endedAt <= SAME_EPISODE_MS
    const low = { kind: 'low', since: at, seenAt: at } as const
    if (goesOn) return { state: { ...low, told: true }, event: null }
    return { state: { ...low, told: !isQuiet }, event: isQuiet ? null : 'raise' }
  }
  if (chance < CLEAR_BELOW) return { state: ended(state, at), event: state.told ? 'clear' : null }
  const tells = !state.told && !isQuiet && chance > RAISE_ABOVE
  return { state: { ...state, seenAt: at, told: state.told || tells }, event: tells ? 'raise' : null }
}

function ended({ told }: Extract<AlertState, { readonly kind: 'low' }>, at: number): AlertState {
  return { kind: 'calm', endedAt: told ? at : null }
}

/** Whether a local hour lies in quiet hours from `from` up to `to`, which may pass midnight. null, or twice the same: there are none. */
export function isQuietHour(hour: number, quiet: { readonly from: number; readonly to: number } | null): boolean {
  if (quiet === null || quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? hour >= quiet.from && hour < quiet.to : hour >= quiet.from || hour < quiet.to
}
