import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { BENCH_NOW, BENCH_ORGANIZATION } from './make-data.ts'

const WEEK = 7 * 86_400_000

/** The other way to keep a copy: every visit, whole, into a table of SQLite's. Returns how many came. */
export async function copyRawRows(url: string, days: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  const db = new Database(join(folder, 'raw.sqlite'))
  const client = new Client({
    connectionString: url,
    ssl: false,
    types: { getTypeParser: () => (value: string) => value },
  })
  await client.connect()
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.exec(
      'create table visits (id text primary key, organization_id text, pool_id text, visitor_id text, page_url text, agent_id text, country text, created_at text)',
    )
    const insert = db.prepare('insert into visits values (?, ?, ?, ?, ?, ?, ?, ?)')
    const first = BENCH_NOW - (days + 1) * 86_400_000
    let copied = 0
    for (let to = BENCH_NOW; to > first; to -= WEEK) {
      const { rows } = await client.query<(string | null)[]>({
        text: `select id, organization_id, pool_id, visitor_id, page_url, agent_id, visitor_country_code, created_at
               from widget_pageviews where organization_id = $1 and created_at >= $2 and created_at < $3`,
        values: [BENCH_ORGANIZATION, new Date(to - WEEK), new Date(to)],
        rowMode: 'array',
      })
      db.transaction(() => {
        for (const row of rows) insert.run(...row)
      })()
      copied += rows.length
    }
    return copied
  } finally {
    await client.end()
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
