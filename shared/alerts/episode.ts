import { z } from 'zod'
import { HOUR_MS, MINUTE_MS } from '../foundation/minutes.ts'

/** Surer than this that something is wrong: an episode begins ... */
const RAISE_ABOVE = 0.95
/** ... and less sure than this: it ends. In between, what is stays. */
const CLEAR_BELOW = 0.8
/** What begins again so soon after it ended is the same episode ... */
const SAME_EPISODE_MS = 2 * HOUR_MS
/** ... unless it then lasts: those who read that it was over must learn that it is not. */
const RELAPSE_MS = HOUR_MS
/** An episode of which nothing was heard for so long is over: nobody knows what it has come to ... */
const FORGOTTEN_MS = 3 * HOUR_MS
/** ... and what was seen so long ago is no news now. Where syncs are far apart both are longer: two of them. */
const STALE_MS = HOUR_MS

const instant = z.number()

/** How far an alert about one subject (a pool, an agent, ...) has come, as it is kept. Instants are epoch milliseconds. */
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
    /** When the same episode began again after it had ended; null: it never ended. */
    relapsedAt: instant.nullable(),
    /** false: nobody was notified yet, because it is quiet time or has not lasted long enough. */
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
  /** Chance, 0-1, that something is wrong; null: not known. */
  readonly chance: number | null
  /** Whether it is quiet time. */
  readonly isQuiet: boolean
  /** How far looks are apart, minutes. */
  readonly every: number
  /** How long it must last before anybody is notified. */
  readonly forMs: number
}

/** `raise`: notify, once an episode; `clear`: it is over. `since` says which episode. */
export type AlertEvent = { readonly kind: 'raise' | 'clear'; readonly since: number } | null

/** One look at how things are. Each episode notifies once; one that began in quiet time when that ends, if it has not ended before. */
export function stepAlert(
  before: AlertState,
  { at, chance, isQuiet, every, forMs }: AlertLook,
): { readonly state: AlertState; readonly event: AlertEvent } {
  const state =
    before.kind === 'low' && at - before.seenAt > longer(FORGOTTEN_MS, every) ? ended(before, before.seenAt) : before
  if (chance === null) return { state, event: null }
  const isBad = chance > RAISE_ABOVE
  if (state.kind === 'calm') {
    if (isBad) return begun(state, { at, mayNotify: !isQuiet && forMs <= 0 })
    // What was forgotten, and turns out to be over, is over for those who were notified too.
    const wasForgotten = before.kind === 'low' && before.told
    return { state, event: wasForgotten ? { kind: 'clear', since: before.since } : null }
  }
  if (chance < CLEAR_BELOW)
    return { state: ended(state, at), event: state.told ? { kind: 'clear', since: state.since } : null }
  const hasRelapsed = state.relapsedAt !== null && at - state.relapsedAt >= RELAPSE_MS && !state.dismissed
  const current: Low = hasRelapsed ? { ...state, since: state.relapsedAt!, relapsedAt: null, told: false } : state
  const notifies = !current.told && !isQuiet && isBad && at - current.since >= forMs
  // In quiet time it stays a relapse, which is news once that is over.
  if (hasRelapsed && !notifies) return { state: { ...state, seenAt: at }, event: null }
  return {
    state: { ...current, seenAt: at, told: current.told || notifies },
    event: notifies ? { kind: 'raise', since: current.since } : null,
  }
}

function begun(
  { last }: Extract<AlertState, { readonly kind: 'calm' }>,
  { at, mayNotify }: { readonly at: number; readonly mayNotify: boolean },
): { readonly state: AlertState; readonly event: AlertEvent } {
  if (last !== null && at - last.endedAt <= SAME_EPISODE_MS) {
    const { since, dismissed } = last
    return { state: { kind: 'low', since, seenAt: at, relapsedAt: at, told: true, dismissed }, event: null }
  }
  return {
    state: { kind: 'low', since: at, seenAt: at, relapsedAt: null, told: mayNotify, dismissed: false },
    event: mayNotify ? { kind: 'raise', since: at } : null,
  }
}

/** No more is said of the episode that goes on, if there is one. */
export function dismissAlert(state: AlertState): AlertState {
  return state.kind === 'low' ? { ...state, dismissed: true } : state
}

/** A state that was kept while the clock was ahead, by a clock that was set back to `at`. The episode that was notified keeps its name. */
export function setBack(state: AlertState, at: number): AlertState {
  if (state.kind === 'calm') return state.last !== null && state.last.endedAt > at ? CALM : state
  return {
    ...state,
    since: state.told ? state.since : Math.min(state.since, at),
    seenAt: Math.min(state.seenAt, at),
    relapsedAt: state.relapsedAt === null ? null : Math.min(state.relapsedAt, at),
  }
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
