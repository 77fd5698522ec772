import { parseMapping, type SourceMapping } from '../../shared/contract/source/mapping.ts'
import { documentedSql } from '../support/documented-sql.ts'
import { createDatabase, type TestDatabase } from '../support/source-database.ts'
import { firstSync, visitsOf, type BenchSubject } from './first-sync.ts'
import { BENCH_ORGANIZATION, makeTrueData } from './make-data.ts'
import { measure } from './measure.ts'
import { atMostTimes, count, ms, times, type BenchTable } from './table.ts'

const ROUNDS = 5

/**
 * A first sync of the true schema (row level security, open sessions, status changes) against one of the same visits and sessions in
 * plain tables: as the owner of the tables, and as the role of the documentation.
 */
export async function benchSchema({ database: plain, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const product = await createDatabase(plain.url)
  try {
    await makeTrueData(product, size)
    const documented = await createDocumentedRole(product)
    const expected = await visitsOf(plain)
    const sync = async (url: string, mapping?: SourceMapping): Promise<number> => {
      const { folder, timed } = await firstSync(url, size, mapping === undefined ? {} : { mapping })
      folder.remove()
      if (timed.outcome.visitors !== expected)
        throw new Error(`The sync counted ${timed.outcome.visitors} visits of ${expected}.`)
      return timed.durationMs
    }
    const { before, owner, role } = await measure(ROUNDS, {
      before: () => sync(plain.url),
      owner: () => sync(product.url),
      role: () => sync(documented.url, documented.mapping),
    })
    const [recorded] = await product.run(
      'select (select count(*)::int from agent_status_changes) as changes, (select count(*)::int from agent_sessions where ended_at is null) as open',
    )
    return [
      {
        title: `First sync of the product's own schema, ${count(expected)} visits`,
        rows: [
          { what: 'the same visits and sessions in plain tables', value: ms(before), ratio: '1x' },
          {
            what: 'as the owner of the tables',
            value: ms(owner),
            ratio: times(owner / before),
            goal: atMostTimes(1.1, owner / before),
          },
          {
            what: 'as the documented role, with row level security',
            value: ms(role),
            ratio: times(role / before),
            goal: atMostTimes(1.1, role / before),
          },
        ],
        notes: [
          `With ${count(Number(recorded!['changes']))} changes of status and ${count(Number(recorded!['open']))} sessions that were never closed.`,
        ],
      },
    ]
  } finally {
    await product.run('drop owned by covercast').catch(() => undefined)
    await product.drop()
  }
}

interface DocumentedRole {
  readonly url: string
  readonly mapping: SourceMapping
}

/** Runs the documentation's script for the bench's organization. The mapping that goes with the role is what the script prints at its end. */
async function createDocumentedRole(database: TestDatabase): Promise<DocumentedRole> {
  const printed: string[] = []
  database.client.on('notice', ({ message }) => printed.push(message ?? ''))
  await database.run(documentedSql('role').replaceAll('11111111-1111-4111-8111-111111111111', BENCH_ORGANIZATION))
  const mapping = /Mapping: (\{.*\})/u.exec(printed.join('\n'))?.[1]
  const url = new URL(database.url)
  url.username = 'covercast'
  return { url: url.href, mapping: parseMapping(mapping === undefined ? {} : JSON.parse(mapping)) }
}
