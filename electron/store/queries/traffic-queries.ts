import type { Db } from '../connection.ts'

export interface TrafficRow {
  readonly day: number
  readonly revision: number
  readonly cells: Buffer
}

export interface TrafficQueries {
  cellsOf(day: number): Buffer | null
  /** Days written since a revision. */
  newerThan(revision: number): IterableIterator<TrafficRow>
  days(): readonly number[]
  put(row: { readonly day: number; readonly revision: number; readonly cells: Uint8Array }): void
  remove(day: number): void
}

export function trafficQueries(db: Db): TrafficQueries {
  const cells = db.prepare<[number], Buffer>('SELECT cells FROM traffic WHERE day = ?').pluck()
  const newer = db.prepare<[number], TrafficRow>(TRAFFIC_SQL.newerThan)
  const days = db.prepare<[], number>(TRAFFIC_SQL.days).pluck()
  const put = db.prepare<[number, number, Uint8Array]>(
    'INSERT INTO traffic (day, revision, cells) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET revision = excluded.revision, cells = excluded.cells',
  )
  const remove = db.prepare<[number]>('DELETE FROM traffic WHERE day = ?')
  return {
    cellsOf: (day) => cells.get(day) ?? null,
    newerThan: (revision) => newer.iterate(revision),
    days: () => days.all(),
    put: (row) => void put.run(row.day, row.revision, row.cells),
    remove: (day) => void remove.run(day),
  }
}

/** Apart, so that tests can ask SQLite how it answers them. */
export const TRAFFIC_SQL = {
  newerThan: 'SELECT day, revision, cells FROM traffic WHERE revision > ?',
  days: 'SELECT day FROM traffic INDEXED BY traffic_by_revision',
} as const
