import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openTrafficReader } from '../../electron/store/traffic-reader.ts'

/** Everything the only workspace of a data folder knows, in a form two caches can be compared in. */
export function readFacts(dataDir: string) {
  const [id] = readdirSync(join(dataDir, 'workspaces')).filter((name) => !name.startsWith('.'))
  const reader = openTrafficReader(join(dataDir, 'workspaces', id!, 'cache.sqlite'))
  try {
    const { traffic, dictionary, sessions, syncedDays } = reader.snapshot()
    const cells = [...traffic.values()].flatMap((day) =>
      Array.from({ length: day.length }, (_, cell) =>
        [
          day.slot[cell],
          dictionary.pools[day.pool[cell]!],
          dictionary.countries[day.country[cell]!],
          day.agents[cell],
          day.visitors[cell],
          day.covered[cell],
        ].join('|'),
      ),
    )
    return {
      cells: cells.toSorted(),
      sessions: sessions
        .map(({ id: session, agentId, startedAt, endedAt }) => [session, agentId, startedAt, endedAt].join('|'))
        .toSorted(),
      days: [...syncedDays.values()].map(({ day, visitors, covered }) => [day, visitors, covered].join('|')).toSorted(),
    }
  } finally {
    reader.close()
  }
}
