import { describe, expect, it } from 'vitest'
import { sourceAgents } from '../../../electron/backend/agents/source-agents.ts'

type Snapshot = Parameters<typeof sourceAgents>[0]
type Directory = NonNullable<Snapshot['directory']>

const pool = (id: string, isCatchAll = false, present = true): NonNullable<Directory['pools']>[number] => ({
  id,
  name: id,
  isCatchAll,
  present,
})
const serves = (agentId: string, poolId: string): NonNullable<Directory['members']>[number] => ({
  agentId,
  poolId,
  fromDay: null,
  untilDay: null,
})

function poolsOf(
  pools: Directory['pools'],
  members: Directory['members'],
): Readonly<Record<string, readonly string[] | null>> {
  const agents = ['ann', 'bea'].map((id) => ({
    id,
    name: id,
    present: true,
    inactiveSince: null,
    maxSimultaneous: null,
  }))
  const directory = {
    organizationId: 'o',
    organizationName: null,
    countryRule: null,
    pools,
    agents,
    members,
    hasCountry: false,
    earliest: null,
    latest: null,
  }
  return Object.fromEntries(
    sourceAgents({ directory, sessions: [], state: { now: null } as Snapshot['state'] }).map((agent) => [
      agent.id,
      agent.pools,
    ]),
  )
}

describe('the pools of the source’s agents', () => {
  it('are those that list them, and those that catch all and list nobody', () => {
    expect(poolsOf([pool('sales'), pool('all', true), pool('closed', true, false)], [serves('ann', 'sales')])).toEqual({
      ann: ['all', 'sales'],
      bea: ['all'],
    })
  })

  it('are not those that catch all and list somebody else', () => {
    expect(poolsOf([pool('all', true)], [serves('ann', 'all')])).toEqual({ ann: ['all'], bea: [] })
  })

  it('are not known where membership is not', () => {
    expect(poolsOf([pool('all', true)], null)).toEqual({ ann: null, bea: null })
  })
})
