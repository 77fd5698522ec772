import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import type { SourceSchema } from './source-schema.ts'
import {
  createDatabase,
  insertAgents,
  insertCompany,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  type TestDatabase,
} from './source-database.ts'

/** Ids that a reader can tell apart. */
export const ORGANIZATION = '00000000-0000-4000-8000-000000000001'
export const OTHER_ORGANIZATION = '00000000-0000-4000-8000-000000000002'
export const POOLS = ['00000000-0000-4000-8001-000000000001', '00000000-0000-4000-8001-000000000002'] as const
export const agentId = (number: number): string => `00000000-0000-4000-8002-${String(number).padStart(12, '0')}`
export const sessionId = (day: number, agent: number): string =>
  `00000000-0000-4000-${String(8100 + agent)}-${String(day).padStart(12, '0')}`

export interface SmallCompanyOptions {
  readonly now: number
  readonly days: number
  readonly visitsPerDay: number
  /** Without the other organization: a person who connects has nothing to choose. */
  readonly alone?: boolean
  /** The true one by default. */
  readonly schema?: SourceSchema
}

/**
 * A small company in the true schema: two pools, three agents with a session a day each, visits spread over the day by a fixed rule,
 * some of another organization. The last visit is a minute before `now`.
 */
export async function createSmallCompany(serverUrl: string, options: SmallCompanyOptions): Promise<TestDatabase> {
  const { now, days, visitsPerDay, alone = false, schema = 'true' } = options
  const database = await createDatabase(serverUrl, { schema })
  const { client } = database
  const agents = [1, 2, 3]
  await insertOrganization(client, { id: ORGANIZATION, name: 'Small company' })
  if (!alone) await insertCompany(client, { id: OTHER_ORGANIZATION, name: 'Other' })
  await insertPools(
    client,
    POOLS.map((id, index) => ({ id, organizationId: ORGANIZATION, name: `Pool ${index + 1}` })),
  )
  await insertAgents(
    client,
    agents.map((number) => ({ id: agentId(number), organizationId: ORGANIZATION, name: `Agent ${number}` })),
  )
  await insertPoolMembers(client, [
    { agentId: agentId(1), poolId: POOLS[0] },
    { agentId: agentId(2), poolId: POOLS[0] },
    { agentId: agentId(3), poolId: POOLS[1] },
  ])
  const firstDay = Math.floor(now / DAY_MS) - days + 1
  await insertSessions(
    client,
    range(days)
      .flatMap((day) =>
        agents.map((agent) => {
          const startedAt = (firstDay + day) * DAY_MS + (7 + agent) * HOUR_MS + agent * 61_000
          const endedAt = startedAt + 8 * HOUR_MS
          return {
            id: sessionId(firstDay + day, agent),
            organizationId: ORGANIZATION,
            agentId: agentId(agent),
            startedAt,
            endedAt: endedAt > now ? null : endedAt,
          }
        }),
      )
      .filter((session) => session.startedAt < now),
  )
  const visits = range(days * visitsPerDay)
    .map((index) => ({
      ...(index % 23 === 0
        ? { organizationId: OTHER_ORGANIZATION }
        : {
            organizationId: ORGANIZATION,
            poolId: index % 5 === 0 ? null : POOLS[index % 2]!,
            agentId: index % 3 === 0 ? null : agentId(1 + (index % 3)),
          }),
      country: [null, 'US', 'us', 'DE', 'FR'][index % 5]!,
      createdAt: firstDay * DAY_MS + Math.floor((index / visitsPerDay) * DAY_MS),
    }))
    .filter(
      ({ organizationId, createdAt }) => createdAt < now - 60_000 && !(alone && organizationId === OTHER_ORGANIZATION),
    )
  await insertPageviews(client, [
    ...visits,
    { organizationId: ORGANIZATION, poolId: POOLS[0], agentId: agentId(1), country: 'US', createdAt: now - 60_000 },
  ])
  await client.query('analyze')
  return database
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}
