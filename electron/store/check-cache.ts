import { structureProblems } from './connection.ts'
import type { Db } from './connection.ts'
import { isDamage, reasonOf, withStoreErrors } from './store-errors.ts'
import { decodeTraffic } from './traffic-codec.ts'

/** What is wrong with a cache. */
export interface CacheProblems {
  /** The file's structure is broken: it has to be made anew. */
  readonly structure: readonly string[]
  /** UTC days whose visits cannot be read; they can be pulled again one by one. */
  readonly damagedDays: readonly number[]
}

/** Reads a whole cache and says what is wrong with it. To be called when there is time: it takes a while. */
export function checkCache(db: Db): CacheProblems {
  const structure = structureProblems(db)
  if (structure.length > 0) return { structure, damagedDays: [] }
  try {
    return { structure, damagedDays: withStoreErrors('the cache', () => damagedDays(db)) }
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
    return { structure: [reasonOf(thrown)], damagedDays: [] }
  }
}

/** Forgets days, so that the next sync pulls them again. */
export function forgetDays(db: Db, days: readonly number[]): void {
  const forgetTraffic = db.prepare<[number]>('DELETE FROM traffic WHERE day = ?')
  const forgetDay = db.prepare<[number]>('DELETE FROM synced_days WHERE day = ?')
  db.transaction(() => {
    for (const day of days) {
      forgetTraffic.run(day)
      forgetDay.run(day)
    }
    db.exec('UPDATE state SET revision = revision + 1')
  }).immediate()
}

function damagedDays(db: Db): readonly number[] {
  const damaged: number[] = []
  for (const row of db
    .prepare<[], { day: number; cells: Buffer }>('SELECT day, cells FROM traffic ORDER BY day')
    .iterate()) {
    try {
      decodeTraffic(row.day, row.cells)
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown
      damaged.push(row.day)
    }
  }
  return damaged
}
