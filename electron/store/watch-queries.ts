import type { Database } from 'better-sqlite3'
import { reportIfSlow, SLOW_QUERY_MS } from '../slow-queries.ts'

/** Reports slow statements of a database, where that is asked for. Rows that are iterated over are timed to the last. */
export function watchQueries(db: Database, name: string): Database {
  if (SLOW_QUERY_MS === null) return db
  const prepare = db.prepare.bind(db)
  db.prepare = ((source: string) => {
    const statement = prepare(source) as unknown as Record<'run' | 'get' | 'all', (...values: unknown[]) => unknown> & {
      iterate: (...values: unknown[]) => Iterable<unknown>
    }
    for (const method of ['run', 'get', 'all'] as const) {
      const original = statement[method].bind(statement)
      statement[method] = (...values) => {
        const startedAt = performance.now()
        try {
          return original(...values)
        } finally {
          reportIfSlow(name, source, startedAt)
        }
      }
    }
    const iterate = statement.iterate.bind(statement)
    statement.iterate = function* timed(...values) {
      const startedAt = performance.now()
      try {
        yield* iterate(...values)
      } finally {
        reportIfSlow(name, source, startedAt)
      }
    }
    return statement
  }) as unknown as Database['prepare']
  return db
}
