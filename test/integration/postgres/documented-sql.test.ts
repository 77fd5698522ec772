import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { allDocumentedSql } from '../../support/documented-sql.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { createDatabase, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { insertTwoCompanies } from '../../support/two-companies.ts'

const never = new AbortController().signal

let server: PostgresServer
let database: TestDatabase

beforeAll(async () => {
  // Roles belong to the whole server, so this one is not shared.
  server = await startPostgres()
})
afterAll(() => server.close())

beforeEach(async () => {
  database = await createDatabase(server.url)
  await insertTwoCompanies(database)
})
afterEach(() => database.drop())

describe('the SQL of all documents', () => {
  it('runs as it is printed, one block after the other', async () => {
    const blocks = allDocumentedSql()
    expect(blocks.length).toBeGreaterThanOrEqual(5)
    for (const { document, sql } of blocks) {
      await database.run(sql).catch((error: unknown) => {
        throw new Error(`The SQL of docs/${document} fails: ${(error as Error).message}\n${sql}`, { cause: error })
      })
    }
    const left = await database.run("select rolname from pg_roles where rolname like 'covercast%'")
    expect(left).toEqual([])
    await expect(checkConnection({ connection: connectionTo(database.url) }, never)).resolves.toMatchObject({
      suggestedIndex: null,
    })
  })
})
