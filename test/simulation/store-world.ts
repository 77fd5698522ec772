import { createDatabase, insertAgents, insertOrganization, insertPageviews, insertPoolMembers, insertPools, insertSessions, type TestDatabase } from '../support/source-database.ts'
import { membersOf, sessionsOf } from './observed.ts'
import type { Events } from './replay.ts'
import type { World } from './world.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000001'

/** A world's history as rows of a real source database, in the source schema. Its plans are nowhere in it. */
export async function storeWorld(serverUrl: string, world: World, history: Events): Promise<TestDatabase> {
  const database = await createDatabase(serverUrl)
  const { client } = database
  const { arrivals, served } = history
  await insertOrganization(client, { id: ORGANIZATION, name: world.name })
  await insertPools(client, world.pools.flatMap(({ id }, index) => (id === null ? [] : [{ id, organizationId: ORGANIZATION, name: `Pool ${index + 1}` }])))
  const regulars = world.agents.slice(0, world.agents.length / 2)
  await insertAgents(client, regulars.map(({ id }, index) => ({ id, organizationId: ORGANIZATION, name: `Agent ${index + 1}` })))
  if (world.membershipKnown) await insertPoolMembers(client, membersOf(world))
  await insertSessions(client, sessionsOf(world, history).map((session) => ({ ...session, organizationId: ORGANIZATION })))
  await insertPageviews(
    client,
    Array.from(served, (agent, visit) => ({
      organizationId: ORGANIZATION,
      poolId: world.pools[arrivals.pool[visit]!]!.id,
      agentId: agent < 0 ? null : world.agents[agent]!.id,
      country: 'US',
      createdAt: arrivals.at[visit]!,
    })),
  )
  await client.query('analyze')
  return database
}
