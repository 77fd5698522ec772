import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import {
  insertAgents,
  insertCalls,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  insertStatusChanges,
  type TestDatabase,
  userIdOf,
} from './source-database.ts'

/** The organization whose id docs/source-database.md prints. */
export const MINE = '11111111-1111-4111-8111-111111111111'
export const THEIRS = '22222222-2222-4222-8222-222222222222'

/** Each organization has a pool, an administrator, and an agent who was online and in a call when a visitor came. */
export const COMPANIES = [
  {
    organizationId: MINE,
    name: 'Mine',
    pool: 'bbbbbbbb-0000-4000-8000-000000000001',
    agent: 'cccccccc-0000-4000-8000-000000000001',
    admin: 'cccccccc-0000-4000-8000-00000000000a',
    session: 'dddddddd-0000-4000-8000-000000000001',
  },
  {
    organizationId: THEIRS,
    name: 'Theirs',
    pool: 'bbbbbbbb-0000-4000-8000-000000000002',
    agent: 'cccccccc-0000-4000-8000-000000000002',
    admin: 'cccccccc-0000-4000-8000-00000000000b',
    session: 'dddddddd-0000-4000-8000-000000000002',
  },
] as const

export const START = Date.parse('2025-03-30T00:00:00Z')

/** Two organizations with a row in every table; one of the administrators runs the platform as well. */
export async function insertTwoCompanies(database: TestDatabase): Promise<void> {
  const { client } = database
  for (const { organizationId, name, pool, agent, admin, session } of COMPANIES) {
    await insertOrganization(client, { id: organizationId, name, blockedCountries: ['KP'] })
    await insertPools(client, [{ id: pool, organizationId, name: `Pool of ${name}` }])
    await insertAgents(client, [
      { id: agent, organizationId, name: `Agent of ${name}` },
      { id: admin, organizationId, name: `Founder of ${name}`, role: 'admin' },
    ])
    await insertPoolMembers(client, [{ agentId: agent, poolId: pool }])
    await insertSessions(client, [
      { id: session, organizationId, agentId: agent, startedAt: START, endedAt: START + 5 * HOUR_MS },
    ])
    await insertStatusChanges(client, [
      { sessionId: session, agentId: agent, from: 'idle', to: 'in_call', changedAt: START + HOUR_MS },
    ])
    await insertPageviews(client, [
      { organizationId, poolId: pool, agentId: agent, country: 'US', createdAt: START + HOUR_MS },
    ])
    await insertCalls(client, [{ organizationId, poolId: pool, agentId: agent, createdAt: START + HOUR_MS }])
  }
  await database.run('update users set is_platform_admin = true where id = $1', [userIdOf(COMPANIES[1].admin)])
  await database.run('analyze')
}
