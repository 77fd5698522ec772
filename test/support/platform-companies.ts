import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { createRandom } from '../../shared/predict/random.ts'
import { insertAgents, insertCalls, insertOrganization, insertPageviews, type TestDatabase } from './source-database.ts'

/** The countries that visits of a made-up company carry: spelled as sources spell them. */
const COUNTRIES = ['US', 'us', 'DE', ' ca', '', null] as const
const STATUSES = ['accepted', 'completed', 'rejected', 'missed', 'pending'] as const

const idOf = (kind: string, index: number): string =>
  `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`

export interface MadeUpVisit {
  readonly at: number
  readonly country: (typeof COUNTRIES)[number]
  readonly isCovered: boolean
}

export interface MadeUpCall {
  readonly at: number
  readonly status: (typeof STATUSES)[number]
}

export interface MadeUpCompany {
  readonly id: string
  readonly blocked: readonly string[]
  readonly mode: 'blocklist' | 'allowlist'
  readonly status: string
  readonly mrr: number
  readonly visits: readonly MadeUpVisit[]
  readonly calls: readonly MadeUpCall[]
}

/** Companies of one platform, from busy to dead, with country rules of all kinds. The same for the same `now`. */
export function madeUpCompanies(count: number, now: number): readonly MadeUpCompany[] {
  const random = createRandom(7, 3)
  const upTo = (most: number): number => Math.floor(random.uniform() * most)
  const before = (days: number): number => now - 1 - upTo(days * DAY_MS)
  return Array.from({ length: count }, (_, index) => ({
    id: idOf('a', index),
    blocked: [[], ['DE'], ['us '], ['US', 'CA']][index % 4]!,
    mode: index % 3 === 0 ? 'allowlist' : 'blocklist',
    status: ['active', 'active', 'paused', 'trialing'][index % 4]!,
    mrr: 10 * index,
    visits: Array.from({ length: index % 9 === 0 ? 0 : upTo(120) }, () => ({
      at: before([1, 5, 60, 400][upTo(4)]!),
      country: COUNTRIES[upTo(COUNTRIES.length)]!,
      isCovered: random.uniform() < index / count,
    })),
    calls: Array.from({ length: index % 7 === 0 ? 0 : upTo(index % 2 === 0 ? 60 : 4) }, () => ({
      at: before([2, 20, 30, 90][upTo(4)]!),
      status: STATUSES[upTo(STATUSES.length)]!,
    })),
  }))
}

/** Puts them into a database, each with one agent who took all of its covered visitors. */
export async function insertCompanies(database: TestDatabase, all: readonly MadeUpCompany[]): Promise<void> {
  const { client } = database
  for (const [index, { id, blocked, mode, status, mrr }] of all.entries()) {
    await insertOrganization(client, {
      id,
      name: `Company ${index}`,
      blockedCountries: blocked,
      countryListMode: mode,
    })
    await database.run(
      'update organizations set subscription_status = $2::subscription_status, mrr = $3 where id = $1',
      [id, status, mrr],
    )
  }
  await insertAgents(
    client,
    all.map(({ id }, index) => ({ id: idOf('c', index), organizationId: id, name: `Agent ${index}` })),
  )
  await insertPageviews(
    client,
    all.flatMap(({ id, visits }, index) =>
      visits.map(({ at, country, isCovered }) => ({
        organizationId: id,
        country,
        agentId: isCovered ? idOf('c', index) : null,
        createdAt: at,
      })),
    ),
  )
  await insertCalls(
    client,
    all.flatMap(({ id, calls }, index) =>
      calls.map(({ at, status }) => ({ organizationId: id, agentId: idOf('c', index), status, createdAt: at })),
    ),
  )
}
