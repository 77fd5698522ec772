import { seededUuid } from './random.ts'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import type { SourceAgent, SourceOrganization, SourcePool } from '../source.ts'

/** The made-up company lives by New York's clock. */
export const DEMO_TIME_ZONE = 'America/New_York'

export const DEMO_ORGANIZATION: SourceOrganization = { id: seededUuid('organization'), name: 'Harbor & Pine' }

/** It does not deliver to Australia and New Zealand, so their visits do not count. */
export const DEMO_COUNTRY_RULE: CountryFilter = { mode: 'blocklist', countries: ['AU', 'NZ'] }

const POOL_NAMES = {
  sales: 'Sales',
  support: 'Support',
  french: 'Français',
  night: 'Night desk',
  everyone: 'Everyone',
} as const

export type DemoPoolKey = keyof typeof POOL_NAMES

export const DEMO_POOL_KEYS: readonly DemoPoolKey[] = ['sales', 'support', 'french', 'night', 'everyone']

export function demoPoolId(key: DemoPoolKey): string {
  return seededUuid(`pool ${key}`)
}

export const DEMO_POOLS: readonly SourcePool[] = DEMO_POOL_KEYS.map((key) => ({
  id: demoPoolId(key),
  name: POOL_NAMES[key],
  isCatchAll: key === 'everyone',
}))

export interface DemoAgent extends SourceAgent {
  readonly name: string
  readonly pools: readonly DemoPoolKey[]
}

const STAFF: readonly (readonly [string, ...DemoPoolKey[]])[] = [
  ['Maya Chen', 'sales'],
  ['Diego Ramirez', 'sales'],
  ['Hannah Lewis', 'sales', 'support'],
  ['Omar Haddad', 'sales', 'support'],
  ['Julia Novak', 'sales', 'support', 'french'],
  ['Priya Nair', 'support'],
  ['Tom Becker', 'support', 'sales'],
  ['Grace Kim', 'support', 'sales'],
  ['Liam O’Connor', 'support'],
  ['Camille Roy', 'french', 'sales'],
  ['Étienne Gagnon', 'french', 'support', 'sales'],
  ['Sam Whitfield', 'night'],
  ['Ava Torres', 'night', 'sales'],
  ['Noah Petrov', 'night', 'support'],
]

export const DEMO_AGENTS: readonly DemoAgent[] = STAFF.map(([name, ...pools]) => ({
  id: seededUuid(`agent ${name}`),
  name,
  pools,
}))

/** Who serves which pool. Nobody is listed for the catch-all pool: everybody serves it. */
export const DEMO_MEMBERS: readonly { readonly poolId: string; readonly agentId: string }[] = DEMO_AGENTS.flatMap(
  (agent) => agent.pools.map((key) => ({ poolId: demoPoolId(key), agentId: agent.id })),
)

/** What really goes on, to hold predictions against: nobody can read it from the facts. */
export const DEMO_TRUTH = {
  /** An agent serves one visitor at a time. */
  visitorsPerAgent: 1,
  /** Chance that an agent who is online is really there. */
  availability: 0.94,
  /** Mean time that a covered visitor takes of an agent, when growth is 1. */
  holdingMinutes: { sales: 1.2, support: 1.3, french: 1.5, night: 1.8, everyone: 1 } satisfies Record<
    DemoPoolKey,
    number
  >,
  /** Chance that a planned shift is not worked at all. */
  noShow: 0.04,
} as const
