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

/** Marks of days, one a date, and suggestions of marks that were refused. Every write is on the disk when the call returns. */
export interface MarkStore {
  /** By date, the oldest first. */
  list(): readonly StoredMark[]
  /** In the place of the date's mark, if it has one. */
  save(mark: Omit<StoredMark, 'createdAt'>): StoredMark
  /** false: there was none. */
  remove(date: string): boolean
  /** Local dates whose suggested mark was refused, the oldest first. */
  refused(): readonly string[]
  refuse(date: string): void
  /** false: it was not refused. */
  unrefuse(date: string): boolean
}

export interface MarkStoreOptions {
  readonly db: Db
  readonly now: () => number
  /** Runs a transaction of the user's work; its run says how many rows changed. */
  readonly write: (run: () => number) => void
  readonly read: <T>(run: () => T) => T
}

/** Marked days, the oldest first. */
export const MARKS_SQL = 'SELECT date, kind, note, created_at AS createdAt FROM marks ORDER BY date'

export function createMarkStore({ db, now, write, read }: MarkStoreOptions): MarkStore {
  const list = db.prepare<[], StoredMark>(MARKS_SQL)
  const save = db.prepare<[StoredMark]>(`
    INSERT INTO marks (date, kind, note, created_at) VALUES (@date, @kind, @note, @createdAt)
    ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, note = excluded.note`)
  const get = db.prepare<[string], StoredMark>(
    'SELECT date, kind, note, created_at AS createdAt FROM marks WHERE date = ?',
  )
  const remove = db.prepare<[string]>('DELETE FROM marks WHERE date = ?')
  const refused = db.prepare<[], string>('SELECT date FROM refused_suggestions ORDER BY date').pluck()
  const refuse = db.prepare<[string, number]>(
    'INSERT INTO refused_suggestions (date, refused_at) VALUES (?, ?) ON CONFLICT (date) DO NOTHING',
  )
  const unrefuse = db.prepare<[string]>('DELETE FROM refused_suggestions WHERE date = ?')
  const changes = (run: () => number): number => {
    let changed = 0
    write(() => (changed = run()))
    return changed
  }
  return {
    list: () => read(() => list.all()),
    save: ({ date, kind, note }) => {
      write(() => save.run({ date, kind, note, createdAt: now() }).changes)
      return get.get(date)!
    },
    remove: (date) => changes(() => remove.run(date).changes) > 0,
    refused: () => read(() => refused.all()),
    refuse: (date) => write(() => refuse.run(date, now()).changes),
    unrefuse: (date) => changes(() => unrefuse.run(date).changes) > 0,
  }
}
