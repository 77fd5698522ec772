import type { Db } from '../connection.ts'

export interface TrafficRow {
  readonly day: number
  readonly revision: number
  readonly cells: Buffer
}

export interface TrafficQueries {
  cellsOf(day: number): Buffer | null
  /** Days from `firstDay` on (-Infinity: all) that were written since a revision. */
  newerThan(revision: number, firstDay: number): IterableIterator<TrafficRow>
  /** Days from `firstDay` until before `endDay`. */
  between(firstDay: number, endDay: number): IterableIterator<TrafficRow>
  days(): readonly number[]
  put(row: { readonly day: number; readonly revision: number; readonly cells: Uint8Array }): void
  remove(day: number): void
}

export function trafficQueries(db: Db): TrafficQueries {
  const cells = db.prepare<[number], Buffer>('SELECT cells FROM traffic WHERE day = ?').pluck()
  const newer = db.prepare<[number, number], TrafficRow>(TRAFFIC_SQL.newerThan)
  const between = db.prepare<[number, number], TrafficRow>(TRAFFIC_SQL.between)
  const days = db.prepare<[], number>(TRAFFIC_SQL.days).pluck()
  const put = db.prepare<[number, number, Uint8Array]>(
    'INSERT INTO traffic (day, revision, cells) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET revision = excluded.revision, cells = excluded.cells',
  )
  const remove = db.prepare<[number]>('DELETE FROM traffic WHERE day = ?')
  return {
    cellsOf: (day) => cells.get(day) ?? null,
    newerThan: (revision, firstDay) => newer.iterate(revision, firstDay),
    between: (firstDay, endDay) => between.iterate(firstDay, endDay),
    days: () => days.all(),
    put: (row) => void put.run(row.day, row.revision, row.cells),
    remove: (day) => void remove.run(day),
  }
}

/** Apart, so that tests can ask SQLite how it answers them. */
export const TRAFFIC_SQL = {
  newerThan: 'SELECT day, revision, cells FROM traffic INDEXED BY traffic_by_revision WHERE revision > ? AND day >= ?',
  between: 'SELECT day, revision, cells FROM traffic WHERE day >= ? AND day < ?',
  days: 'SELECT day FROM traffic INDEXED BY traffic_by_revision',
} as const
