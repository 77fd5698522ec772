import { NO_HABITS, type ProductHabits } from '../support/product-habits.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPoolMembers,
  insertPools,
  type TestDatabase,
} from '../support/source-database.ts'
import { storeRecords } from '../support/store-records.ts'
import { CATCH_ALL_POOL, membersOf, recordsOf } from './observed.ts'
import type { Events } from './replay.ts'
import type { World } from './world.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000001'

/** A world's history as rows of a real source database, in the true schema, as a product with these habits records it. Its plans are nowhere in it. */
export async function storeWorld(
  serverUrl: string,
  world: World,
  { history, habits = NO_HABITS }: { readonly history: Events; readonly habits?: ProductHabits },
): Promise<TestDatabase> {
  const database = await createDatabase(serverUrl)
  const { client } = database
  const records = recordsOf(world, history, habits)
  const common = { organizationId: ORGANIZATION }
  await insertOrganization(client, { id: ORGANIZATION, name: world.name })
  await insertPools(
    client,
    world.pools.flatMap(({ id }, index) => (id === null ? [] : [{ ...common, id, name: `Pool ${index + 1}` }])),
  )
  if (habits.has('agent-pools'))
    await insertPools(client, [{ ...common, id: CATCH_ALL_POOL, name: 'Everyone', isCatchAll: true }])
  const members = world.membershipKnown ? membersOf(world, records.deactivated) : []
  const formers = new Map(records.deactivated.map(({ formerId, at }) => [formerId, at]))
  const regulars = world.agents.slice(0, world.agents.length / 2).map(({ id }) => id)
  const profiles = [...new Set([...regulars, ...formers.keys(), ...members.map(({ agentId }) => agentId)])]
  await insertAgents(
    client,
    profiles.map((id, index) => ({
      ...common,
      id,
      name: `Agent ${index + 1}`,
      maxSimultaneous: world.visitorsPerAgent,
      ...(formers.has(id) ? { deactivatedAt: formers.get(id)! } : {}),
    })),
  )
  await insertPoolMembers(client, members)
  await storeRecords(client, ORGANIZATION, records)
  await client.query('analyze')
  return database
}
