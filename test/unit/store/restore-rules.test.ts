import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { RULES } from '../../../electron/store/check-restored-cache.ts'
import { cacheMigrations } from '../../../electron/store/migrations/cache/cache-migrations.ts'

/** Keys, flags, what names the writer, and what is read by a schema of its own. */
const NEEDS_NO_RULE =
  /^(?:id|one|number|kind|pid|host|purpose|since|heartbeat|pool|agent|country|cells|problems|present)$|ordinal|^is_|^has_|_known$|_json$|^holder|lease|^dictionary/u

it('judges every column of a restored cache', () => {
  const db = new Database(':memory:')
  for (const { up } of cacheMigrations) up(db)
  const columns = db
    .prepare<[], { table: string; column: string }>(
      "SELECT m.name AS 'table', c.name AS 'column' FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
    )
    .all()
  expect(columns.length).toBeGreaterThan(50)
  const ruled = new Map(RULES)
  const missing = columns.filter(
    ({ table, column }) =>
      !NEEDS_NO_RULE.test(column) && !new RegExp(`\\b${column}\\b`, 'u').test(ruled.get(table) ?? ''),
  )
  expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})
