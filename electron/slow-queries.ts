/** Milliseconds from which a query is reported, for whoever works on the app: COVERCAST_SLOW_QUERIES=50. null: none is. */
export const SLOW_QUERY_MS: number | null = limitOf(process.env['COVERCAST_SLOW_QUERIES'])

/** Writes a query that took long to stderr: its text and time, never a value. */
export function reportIfSlow(database: string, text: string, startedAt: number): void {
  const spent = performance.now() - startedAt
  if (SLOW_QUERY_MS === null || spent < SLOW_QUERY_MS) return
  process.stderr.write(`Slow query, ${Math.round(spent)} ms, ${database}: ${text.replaceAll(/\s+/gu, ' ').trim()}\n`)
}

function limitOf(setting: string | undefined): number | null {
  const limit = Number(setting)
  return setting !== undefined && setting !== '' && limit >= 0 ? limit : null
}
