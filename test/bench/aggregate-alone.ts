import { Client } from 'pg'
import { readCatalog } from '../../electron/sync/postgres/catalog.ts'
import type { Row } from '../../electron/sync/postgres/connect.ts'
import { layoutOf } from '../../electron/sync/postgres/layout.ts'
import { DEFAULT_MAPPING } from '../../shared/contract/source/mapping.ts'
import { readWindow } from '../../electron/sync/postgres/window.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { BENCH_NOW, BENCH_ORGANIZATION } from './make-data.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface AggregateAlone {
  /** The sync's own aggregate, a window a day, its rows thrown away. */
  run(connections: number): Promise<void>
  /** The same counts without agents online: quarter-hour, pool and country only. */
  withoutAgents(): Promise<void>
  close(): Promise<void>
}

/** The floor of a first sync: the statements that count, and nothing else. What they need to know of sessions is read before. */
export async function prepareAggregate(url: string, days: number): Promise<AggregateAlone> {
  const clients = [await connected(url), await connected(url)] as const
  const statements: Statement[] = []
  const ask = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await clients[0].query<(string | null)[]>({ text, values: [...values], rowMode: 'array' })).rows
  const tables = layoutOf(await readCatalog({ query: ask }, DEFAULT_MAPPING), DEFAULT_MAPPING)
  const layout = { ...tables, pages: null }
  const recording = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    if (!text.includes('width_bucket')) return ask(text, values)
    statements.push({ text, values })
    return []
  }
  const ranges = Array.from({ length: days + 1 }, (_, day) => ({
    from: BENCH_NOW - (day + 1) * DAY_MS,
    to: BENCH_NOW - day * DAY_MS,
  }))
  for (const range of ranges) {
    await readWindow(recording, layout, {
      ...range,
      organizationId: BENCH_ORGANIZATION,
      now: BENCH_NOW,
      membership: new Map(),
      alsoSessions: [],
    })
  }
  return {
    async run(connections) {
      const waiting = statements.values()
      const work = async (client: Client): Promise<void> => {
        for (const { text, values } of waiting) await client.query({ text, values: [...values], rowMode: 'array' })
      }
      await Promise.all(clients.slice(0, connections).map(work))
    },
    async withoutAgents() {
      for (const { from, to } of ranges) {
        await clients[0].query({
          text: `select floor(date_part('epoch', created_at) / 900)::int4, pool_id, visitor_country_code, count(*)::int4, count(agent_id)::int4
                 from widget_pageviews where organization_id = $1 and created_at >= $2 and created_at < $3 group by 1, 2, 3`,
          values: [BENCH_ORGANIZATION, new Date(from), new Date(to)],
          rowMode: 'array',
        })
      }
    },
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    ssl: false,
    types: { getTypeParser: () => (value: string) => value },
  })
  await client.connect()
  return client
}
