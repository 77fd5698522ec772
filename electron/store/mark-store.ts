import type { Mark, MarkKind, MarkRepeat } from '../../shared/predict/forecast/mark-days.ts'
import type { Db } from './connection.ts'

/** Marks of days, one a first date, and suggestions of marks that were refused. Every write is on the disk when the call returns. */
export interface MarkStore {
  /** By date, the oldest first. */
  list(): readonly Mark[]
  /** In the place of the date's mark, if it has one. */
  save(mark: Mark): Mark
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

interface MarkRow {
  readonly date: string
  readonly to: string | null
  readonly kind: MarkKind
  readonly note: string
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly repeat: MarkRepeat | null
  readonly until: string | null
  readonly effectKind: 'share' | 'visitors' | null
  readonly effectValue: number | null
}

const COLUMNS = `date, last_date AS "to", kind, note, start_minute AS startMinute, end_minute AS endMinute, repeat,
  until_date AS until, effect_kind AS effectKind, effect_value AS effectValue`

/** Every mark in a database, by date, the oldest first. */
export function readMarks(db: Db): readonly Mark[] {
  return db.prepare<[], MarkRow>(`SELECT ${COLUMNS} FROM marks ORDER BY date`).all().map(markOf)
}

export function createMarkStore({ db, now, write, read }: MarkStoreOptions): MarkStore {
  const save = db.prepare<[MarkRow & { readonly createdAt: number }]>(`
    INSERT INTO marks (date, last_date, kind, note, start_minute, end_minute, repeat, until_date, effect_kind, effect_value, created_at)
    VALUES (@date, @to, @kind, @note, @startMinute, @endMinute, @repeat, @until, @effectKind, @effectValue, @createdAt)
    ON CONFLICT (date) DO UPDATE SET last_date = excluded.last_date, kind = excluded.kind, note = excluded.note,
      start_minute = excluded.start_minute, end_minute = excluded.end_minute, repeat = excluded.repeat,
      until_date = excluded.until_date, effect_kind = excluded.effect_kind, effect_value = excluded.effect_value`)
  const get = db.prepare<[string], MarkRow>(`SELECT ${COLUMNS} FROM marks WHERE date = ?`)
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
    list: () => read(() => readMarks(db)),
    save: ({ hours, effect, ...mark }) => {
      const row = {
        ...mark,
        startMinute: hours?.start ?? null,
        endMinute: hours?.end ?? null,
        effectKind: effect?.kind ?? null,
        effectValue: effect?.value ?? null,
      }
      write(() => save.run({ ...row, createdAt: now() }).changes)
      return markOf(get.get(mark.date)!)
    },
    remove: (date) => changes(() => remove.run(date).changes) > 0,
    refused: () => read(() => refused.all()),
    refuse: (date) => write(() => refuse.run(date, now()).changes),
    unrefuse: (date) => changes(() => unrefuse.run(date).changes) > 0,
  }
}

function markOf({ startMinute, endMinute, effectKind, effectValue, ...mark }: MarkRow): Mark {
  return {
    ...mark,
    hours: startMinute === null || endMinute === null ? null : { start: startMinute, end: endMinute },
    effect: effectKind === null || effectValue === null ? null : { kind: effectKind, value: effectValue },
  }
}
