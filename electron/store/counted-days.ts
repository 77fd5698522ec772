import type { CountedDays } from '../sync/would-forget.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { readDatabase } from './readable-profile.ts'
import type { WorkspacePaths } from './workspace-paths.ts'

interface Totals {
  readonly fingerprint: string
  readonly days: number
  readonly firstDay: number
  readonly lastDay: number
  readonly visitors: number
}

/** What a cache has counted, and from what; null: nothing, or it cannot be read and so has nothing to lose. */
export function countedDays(
  paths: WorkspacePaths,
): (CountedDays & { readonly fingerprints: readonly string[] }) | null {
  const totals = totalsOf(paths)
  if (totals.length === 0) return null
  return {
    fingerprints: totals.map(({ fingerprint }) => fingerprint),
    days: totals.reduce((sum, { days }) => sum + days, 0),
    firstDay: Math.min(...totals.map(({ firstDay }) => firstDay)),
    lastDay: Math.max(...totals.map(({ lastDay }) => lastDay)),
    visitors: totals.reduce((sum, { visitors }) => sum + visitors, 0),
  }
}

function totalsOf({ cacheFile }: WorkspacePaths): readonly Totals[] {
  try {
    return readDatabase(cacheFile, {
      kind: 'cache',
      newestVersion: cacheMigrations.length,
      read: (db) =>
        db
          .prepare<[], Totals>(
            `SELECT source_fingerprint AS fingerprint, count(*) AS days, min(day) AS firstDay, max(day) AS lastDay, sum(visitors) AS visitors
             FROM synced_days GROUP BY source_fingerprint`,
          )
          .all(),
    })
  } catch {
    return []
  }
}
