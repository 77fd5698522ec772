import { z } from 'zod'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'

/** Surer than this that coverage is under the target: an episode begins ... */
const RAISE_ABOVE = 0.95
/** ... and less sure than this: it ends. In between, what is stays. */
const CLEAR_BELOW = 0.8
/** What begins again so soon after it ended is the same episode. */
const SAME_EPISODE_MS = 2 * HOUR_MS
/** An episode of which nothing was heard for so long is over: nobody knows what it has come to ... */
const FORGOTTEN_MS = 3 * HOUR_MS
/** ... and what was seen so long ago is no news now. Where syncs are far apart both are longer: two of them. */
const STALE_MS = HOUR_MS

const instant = z.number()

/** Where the alert of low coverage stands, as it is kept. Instants are epoch milliseconds. */
export const alertStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('calm'),
    /** The last episode with a notification; null: there was none. */
    last: z.strictObject({ since: instant, endedAt: instant, dismissed: z.boolean() }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('low'),
    since: instant,
    /** When it was last looked at. */
    seenAt: instant,
    /** false: nobody was notified yet, because it is quiet time. */
    told: z.boolean(),
    /** Whether the alert was dismissed. */
    dismissed: z.boolean(),
  }),
])

export type AlertState = Readonly<z.infer<typeof alertStateSchema>>
type Low = Extract<AlertState, { readonly kind: 'low' }>

export const CALM: AlertState = { kind: 'calm', last: null }

/** What is seen at an instant. */
export interface AlertLook {
  readonly at: number
  /** Chance, 0-1, that coverage of the last 60 minutes was under the target; null: not known. */
  readonly chance: number | null
  /** Whether it is quiet time. */
  readonly isQuiet: boolean
  /** How far syncs are apart, minutes. */
  readonly every: number
}

/** `raise`: notify of low coverage, once an episode; `clear`: it is over. */
export type AlertEvent = 'raise' | 'clear' | null

/** One look at how things are. Each episode notifies once; one that began in quiet time when that ends, if it has not ended before. */
export function stepAlert(
  before: AlertState,
  { at, chance, isQuiet, every }: AlertLook,
): { readonly state: AlertState; readonly event: AlertEvent } {
  const state =
    before.kind === 'low' && at - before.seenAt > longer(FORGOTTEN_MS, every) ? ended(before, before.seenAt) : before
  if (chance === null) return { state, event: null }
  if (state.kind === 'calm') {
    if (chance <= RAISE_ABOVE) return { state, event: null }
    const { last } = state
    if (last !== null && at - last.endedAt <= SAME_EPISODE_MS)
      return {
        state: { kind: 'low', since: last.since, seenAt: at, told: true, dismissed: last.dismissed },
        event: null,
      }
    return {
      state: { kind: 'low', since: at, seenAt: at, told: !isQuiet, dismissed: false },
      event: isQuiet ? null : 'raise',
    }
  }
  if (chance < CLEAR_BELOW) return { state: ended(state, at), event: state.told ? 'clear' : null }
  const notifies = !state.told && !isQuiet && chance > RAISE_ABOVE
  return { state: { ...state, seenAt: at, told: state.told || notifies }, event: notifies ? 'raise' : null }
}

/** No more is said of the episode that goes on, if there is one. */
export function dismissAlert(state: AlertState): AlertState {
  return state.kind === 'low' ? { ...state, dismissed: true } : state
}

/** Whether what was last seen of an episode is still worth telling; `every`: how far syncs are apart, minutes. */
export function isFresh({ seenAt }: Low, { now, every }: { readonly now: number; readonly every: number }): boolean {
  return now - seenAt <= longer(STALE_MS, every)
}

function longer(usual: number, every: number): number {
  return Math.max(usual, 2 * every * MINUTE_MS)
}

function ended({ told, since, dismissed }: Low, at: number): AlertState {
  return { kind: 'calm', last: told ? { since, endedAt: at, dismissed } : null }
}

/** Whether a local hour lies in quiet hours from `from` up to `to`, which may pass midnight. null, or twice the same: there are none. */
export function isQuietHour(hour: number, quiet: { readonly from: number; readonly to: number } | null): boolean {
  if (quiet === null || quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? hour >= quiet.from && hour < quiet.to : hour >= quiet.from || hour < quiet.to
}
