import Database from 'better-sqlite3'
import type { Db } from './connection.ts'
import type { Migration } from './migrate.ts'

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string | null
}

/**
 * Whether a database has exactly the tables and indexes that so many migrations make: no trigger, view or expression of somebody else's that
 * would run with our statements. Only reads the schema itself.
 */
export function hasKnownSchema(db: Db, migrations: readonly Migration[], version: number): boolean {
  const known = new Database(':memory:')
  try {
    for (const { up } of migrations.slice(0, version)) up(known)
    return isSameSchema(db, known)
  } finally {
    known.close()
  }
}

/** As `hasKnownSchema`, for a database that these statements make. */
export function hasSchemaOf(db: Db, statements: string): boolean {
  const known = new Database(':memory:')
  try {
    known.exec(statements)
    return isSameSchema(db, known)
  } finally {
    known.close()
  }
}

function isSameSchema(found: Db, known: Db): boolean {
  const expected = schemaOf(known)
  const actual = schemaOf(found)
  return expected.length === actual.length && expected.every((row, index) => row === actual[index])
}

function schemaOf(db: Db): readonly string[] {
  return db
    .prepare<[], SchemaRow>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema')
    .all()
    .map(({ type, name, table, sql }) => JSON.stringify([type, name, table, sql]))
    .toSorted()
}
