import type { TimeOff, TimeOffKind } from '../../shared/plan/rules/rule-types.ts'
import type { Db } from './connection.ts'

/** One agent's time off, as it is stored. */
export interface StoredTimeOff extends TimeOff {
  readonly agentId: string
}

/** When agents are away. Every write is on the disk when the call returns. */
export interface TimeOffStore {
  /** By first date, then agent. */
  list(): readonly StoredTimeOff[]
  /** Each in the place of the one with its id, if there is one; all or none. */
  save(...entries: readonly StoredTimeOff[]): void
  /** How many of them were there. */
  remove(...ids: readonly string[]): number
}

interface TimeOffStoreOptions {
  readonly db: Db
  readonly now: () => number
  /** Runs a transaction of the user's work; its run says how many rows changed. */
  readonly write: (run: () => number) => void
  readonly read: <T>(run: () => T) => T
}

interface TimeOffRow {
  readonly id: string
  readonly agentId: string
  readonly kind: TimeOffKind
  readonly from: string
  readonly to: string
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly note: string
}

const COLUMNS =
  'id, agent_id AS agentId, kind, first_date AS "from", last_date AS "to", start_minute AS startMinute, end_minute AS endMinute, note'

export function createTimeOffStore({ db, now, write, read }: TimeOffStoreOptions): TimeOffStore {
  const list = db.prepare<[], TimeOffRow>(`SELECT ${COLUMNS} FROM time_off ORDER BY first_date, agent_id, id`)
  const save = db.prepare<[TimeOffRow & { readonly createdAt: number }]>(`
    INSERT INTO time_off (id, agent_id, kind, first_date, last_date, start_minute, end_minute, note, created_at)
    VALUES (@id, @agentId, @kind, @from, @to, @startMinute, @endMinute, @note, @createdAt)
    ON CONFLICT (id) DO UPDATE SET agent_id = excluded.agent_id, kind = excluded.kind, first_date = excluded.first_date,
      last_date = excluded.last_date, start_minute = excluded.start_minute, end_minute = excluded.end_minute, note = excluded.note`)
  const remove = db.prepare<[string]>('DELETE FROM time_off WHERE id = ?')
  return {
    list: () => read(() => list.all().map(timeOffOf)),
    save: (...entries) =>
      write(() =>
        entries.reduce((changes, { part, ...entry }) => {
          const { startMinute = null, endMinute = null } = part ?? {}
          return changes + save.run({ ...entry, startMinute, endMinute, createdAt: now() }).changes
        }, 0),
      ),
    remove: (...ids) => {
      let count = 0
      write(() => (count = ids.reduce((sum, id) => sum + remove.run(id).changes, 0)))
      return count
    },
  }
}

/** Every record of time off in a database, as it is stored. */
export function readTimeOff(db: Db): Iterable<unknown> {
  const rows = db.prepare<[], TimeOffRow>(`SELECT ${COLUMNS} FROM time_off`).iterate()
  return (function* () {
    for (const row of rows) yield timeOffOf(row)
  })()
}

function timeOffOf({ startMinute, endMinute, ...rest }: TimeOffRow): StoredTimeOff {
  return { ...rest, part: startMinute === null || endMinute === null ? null : { startMinute, endMinute } }
}
