import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { CachedSession } from '../../sync/cache.ts'
import type { Db } from '../connection.ts'
import type { CodeBook } from './code-queries.ts'

export interface SessionReadQueries {
  /** Sessions that overlap [from, to) or start in it. */
  overlapping(from: number, to: number): readonly CachedSession[]
  byId(ids: readonly string[]): readonly CachedSession[]
  open(): readonly CachedSession[]
  newerThan(revision: number): readonly CachedSession[]
  removedSince(revision: number): readonly string[]
}

export interface SessionWriteQueries {
  upsert(session: CachedSession, revision: number): void
  remove(id: string, revision: number): void
}

const COLUMNS =
  's.id, a.code AS agentId, s.started_at AS startedAt, s.ended_at AS endedAt, s.left_open AS leftOpen, s.seen_at AS seenAt'
const FROM = 'FROM sessions s JOIN agent_codes a ON a.ordinal = s.agent'

/** Apart, so that tests can ask SQLite how it answers them. */
export const SESSION_SQL = {
  // A session of at most a day that reaches into [from, to) began after from minus a day; the few longer ones have an index of their own.
  overlapping: `
    SELECT ${COLUMNS} ${FROM}
    WHERE s.started_at >= @from - ${DAY_MS} AND s.started_at < @to AND (s.started_at >= @from OR s.ended_at IS NULL OR s.ended_at > @from)
    UNION ALL
    SELECT ${COLUMNS} ${FROM}
    WHERE (s.ended_at IS NULL OR s.ended_at - s.started_at > ${DAY_MS})
      AND s.started_at < @from - ${DAY_MS} AND (s.ended_at IS NULL OR s.ended_at > @from)`,
  open: `SELECT ${COLUMNS} ${FROM} WHERE s.ended_at IS NULL OR s.left_open IS NOT NULL`,
  byId: `SELECT ${COLUMNS} ${FROM} WHERE s.id = ?`,
  newerThan: `SELECT ${COLUMNS} ${FROM} WHERE s.revision > ?`,
  removedSince: 'SELECT id FROM removed_sessions WHERE revision > ?',
} as const

export function sessionReadQueries(db: Db): SessionReadQueries {
  const overlapping = db.prepare<[{ from: number; to: number }], CachedSession>(SESSION_SQL.overlapping)
  const open = db.prepare<[], CachedSession>(SESSION_SQL.open)
  const byId = db.prepare<[string], CachedSession>(SESSION_SQL.byId)
  const newer = db.prepare<[number], CachedSession>(SESSION_SQL.newerThan)
  const removed = db.prepare<[number], string>(SESSION_SQL.removedSince).pluck()
  return {
    overlapping: (from, to) => overlapping.all({ from, to }),
    byId: (ids) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []),
    open: () => open.all(),
    newerThan: (revision) => newer.all(revision),
    removedSince: (revision) => removed.all(revision),
  }
}

export function sessionWriteQueries(db: Db, agents: CodeBook): SessionWriteQueries {
  const upsert = db.prepare<[string, number, number, number | null, string | null, number, number]>(`
    INSERT INTO sessions (id, agent, started_at, ended_at, left_open, seen_at, revision) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      agent = excluded.agent, started_at = excluded.started_at, ended_at = excluded.ended_at,
      left_open = excluded.left_open, seen_at = excluded.seen_at, revision = excluded.revision`)
  const remove = db.prepare<[string]>('DELETE FROM sessions WHERE id = ?')
  const recordRemoval = db.prepare<[string, number]>(
    'INSERT INTO removed_sessions (id, revision) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision',
  )
  return {
    upsert: (session, revision) =>
      void upsert.run(
        session.id,
        agents.ordinalOf(session.agentId),
        session.startedAt,
        session.endedAt,
        session.leftOpen ?? null,
        session.seenAt,
        revision,
      ),
    remove: (id, revision) => {
      if (remove.run(id).changes > 0) recordRemoval.run(id, revision)
    },
  }
}
