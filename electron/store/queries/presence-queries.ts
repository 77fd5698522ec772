import type { MeasuredSeconds } from '../../../shared/coverage/presence.ts'
import type { SessionInterval } from '../../../shared/coverage/session-interval.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { CachedPresence, PresenceChange } from '../../sync/cache.ts'
import type { Db } from '../connection.ts'
import type { CodeBook } from './code-queries.ts'

/** What agents were doing while online, and how far it is known. */
export interface KnownPresence extends CachedPresence {
  readonly seconds: readonly MeasuredSeconds[]
  /** When agents were away, by start. */
  readonly away: readonly SessionInterval[]
}

export interface PresenceReadQueries {
  /** null: nothing of it is known. */
  state(): CachedPresence | null
  seconds(): readonly MeasuredSeconds[]
  /** When agents were away, by start. */
  away(): readonly SessionInterval[]
  known(): KnownPresence | null
}

export interface PresenceWriteQueries {
  replace(change: PresenceChange | null): void
  remove(day: number): void
}

export function presenceReadQueries(db: Db): PresenceReadQueries {
  const state = db.prepare<[], CachedPresence>('SELECT fingerprint, from_day AS fromDay, through FROM presence_state')
  const seconds = db.prepare<[], MeasuredSeconds>(`
    SELECT day, code AS agentId, idle, in_call AS inCall, away FROM measured_seconds JOIN agent_codes ON ordinal = agent ORDER BY day, agent`)
  const away = db.prepare<[], SessionInterval>(`
    SELECT code AS agentId, started_at AS startedAt, ended_at AS endedAt FROM away JOIN agent_codes ON ordinal = agent ORDER BY started_at, agent`)
  return {
    state: () => state.get() ?? null,
    seconds: () => seconds.all(),
    away: () => away.all(),
    known: () => {
      const known = state.get()
      return known === undefined ? null : { ...known, seconds: seconds.all(), away: away.all() }
    },
  }
}

export function presenceWriteQueries(db: Db, agents: CodeBook): PresenceWriteQueries {
  const forget = db.prepare('DELETE FROM presence_state')
  const remember = db.prepare<[CachedPresence]>(
    'INSERT INTO presence_state (one, fingerprint, from_day, through) VALUES (1, @fingerprint, @fromDay, @through)',
  )
  const clearSeconds = db.prepare<[number, number]>('DELETE FROM measured_seconds WHERE day BETWEEN ? AND ?')
  const clearAway = db.prepare<[number, number]>('DELETE FROM away WHERE started_at >= ? AND started_at < ?')
  const addSeconds = db.prepare<[Omit<MeasuredSeconds, 'agentId'> & { readonly agent: number }]>(
    'INSERT INTO measured_seconds (day, agent, idle, in_call, away) VALUES (@day, @agent, @idle, @inCall, @away)',
  )
  // Two changes of one agent may bear the same instant: the longer one counts.
  const addAway = db.prepare<[Omit<SessionInterval, 'agentId'> & { readonly agent: number }]>(`
    INSERT INTO away (started_at, agent, ended_at) VALUES (@startedAt, @agent, @endedAt)
    ON CONFLICT DO UPDATE SET ended_at = CASE WHEN ended_at IS NULL OR excluded.ended_at IS NULL THEN NULL ELSE max(ended_at, excluded.ended_at) END`)
  const clear = (fromDay: number, toDay: number): void => {
    clearSeconds.run(fromDay, toDay)
    clearAway.run(fromDay * DAY_MS, (toDay + 1) * DAY_MS)
  }
  return {
    replace: (change) => {
      forget.run()
      if (change === null || change.isOnly) db.exec('DELETE FROM measured_seconds; DELETE FROM away')
      if (change === null) return
      const { fingerprint, fromDay, through, replaced, seconds, away } = change
      clear(replaced.fromDay, replaced.toDay)
      remember.run({ fingerprint, fromDay, through })
      for (const { agentId, ...sums } of seconds) addSeconds.run({ ...sums, agent: agents.ordinalOf(agentId) })
      for (const { agentId, startedAt, endedAt } of away)
        addAway.run({ startedAt, endedAt, agent: agents.ordinalOf(agentId) })
    },
    remove: (day) => clear(day, day),
  }
}
