import type { Db } from './connection.ts'

export type MarkKind = 'holiday' | 'outage' | 'event'

/** What a user says of a day, for the forecast. */
export interface StoredMark {
  /** Local date. */
  readonly date: string
  readonly kind: MarkKind
  readonly note: string
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** Marks of days, one a date. Every write is on the disk when the call returns. */
export interface MarkStore {
  /** By date, the oldest first. */
  list(): readonly StoredMark[]
  /** In the place of the date's mark, if it has one. */
  save(mark: Omit<StoredMark, 'createdAt'>): StoredMark
  /** false: there was none. */
  remove(date: string): boolean
}

export interface MarkStoreOptions {
  readonly db: Db
  readonly now: () => number
  /** Runs a transaction of the user's work; its run says how many rows changed. */
  readonly write: (run: () => number) => void
  readonly read: <T>(run: () => T) => T
}

export function createMarkStore({ db, now, write, read }: MarkStoreOptions): MarkStore {
  const list = db.prepare<[], StoredMark>('SELECT date, kind, note, created_at AS createdAt FROM marks ORDER BY date')
  const save = db.prepare<[StoredMark]>(`
    INSERT INTO marks (date, kind, note, created_at) VALUES (@date, @kind, @note, @createdAt)
    ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, note = excluded.note`)
  const get = db.prepare<[string], StoredMark>('SELECT date, kind, note, created_at AS createdAt FROM marks WHERE date = ?')
  const remove = db.prepare<[string]>('DELETE FROM marks WHERE date = ?')
  return {
    list: () => read(() => list.all()),
    save: ({ date, kind, note }) => {
      write(() => save.run({ date, kind, note, createdAt: now() }).changes)
      return get.get(date)!
    },
    remove: (date) => {
      let removed = 0
      write(() => (removed = remove.run(date).changes))
      return removed > 0
    },
  }
}
