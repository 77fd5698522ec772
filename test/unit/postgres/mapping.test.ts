import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Catalog, FoundTable } from '../../../electron/sync/postgres/catalog.ts'
import { TABLE_KEYS, TABLE_PARTS, type TableKey } from '../../../shared/contract/source/parts.ts'
import { layoutOf } from '../../../electron/sync/postgres/layout.ts'
import { DEFAULT_MAPPING, parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { quoteName, quoteTable } from '../../../electron/sync/postgres/names.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { countingIdentity, formerIdentities } from '../../../electron/sync/postgres/source-identity.ts'
import { resolveConnection } from '../../../electron/sync/postgres/connection-settings.ts'

describe('the mapping', () => {
  it('is the usual source schema by default', () => {
    expect(DEFAULT_MAPPING).toMatchObject({
      schema: 'public',
      pageviews: {
        table: 'widget_pageviews',
        organizationId: 'organization_id',
        poolId: 'pool_id',
        agentId: 'agent_id',
        country: 'visitor_country_code',
        createdAt: 'created_at',
      },
      sessions: { table: 'agent_sessions' },
      poolMembers: { table: 'agent_pool_members' },
    })
  })

  it('takes other names and keeps the rest', () => {
    const mapping = parseMapping({ schema: 'crm', pageviews: { table: 'hits', country: null }, pools: null })
    expect(mapping.pageviews).toMatchObject({ table: 'hits', country: null, createdAt: 'created_at' })
    expect(mapping.pools).toBeNull()
  })

  it('takes one name or several for a column', () => {
    expect(DEFAULT_MAPPING.poolMembers?.agentId).toEqual(['agent_profile_id', 'agent_id'])
    expect(
      parseMapping({ poolMembers: { agentId: 'person' }, agents: { displayName: ['label', 'name'] } }),
    ).toMatchObject({
      poolMembers: { agentId: 'person', poolId: 'pool_id' },
      agents: { displayName: ['label', 'name'] },
    })
    expect(() => parseMapping({ poolMembers: { agentId: [] } })).toThrow(/poolMembers\.agentId/)
  })

  it('refuses what it does not know, and says where', () => {
    expect(() => parseMapping({ pageviews: { colour: 'x' } })).toThrow(/pageviews.*colour/)
    expect(() => parseMapping({ sessions: { startedAt: '' } })).toThrow(/sessions\.startedAt/)
    expect(() => parseMapping({ pageviews: { createdAt: null } })).toThrow(/pageviews\.createdAt/)
  })

  it('takes documents that name a column which earlier versions knew and never read', () => {
    const stored = parseMapping({ poolMembers: { table: 'team_person', priorityRank: 'rank' } as never })
    expect(stored.poolMembers).toEqual({
      table: 'team_person',
      agentId: ['agent_profile_id', 'agent_id'],
      poolId: 'pool_id',
    })
    expect(() => parseMapping({ pools: { priorityRank: 'rank' } as never })).toThrow(/pools.*priorityRank/)
  })

  it('knows every table and column of the parts by its key, and takes several names for a column', () => {
    for (const key of TABLE_KEYS)
      expect(Object.keys(DEFAULT_MAPPING[key]!)).toEqual(['table', ...Object.keys(TABLE_PARTS[key].columns)])
    expect(parseMapping({ poolMembers: { agentId: ['member_id', 'agent_id'] } }).poolMembers).toMatchObject({
      agentId: ['member_id', 'agent_id'],
      poolId: 'pool_id',
    })
    expect(() => parseMapping({ poolMembers: { agentId: [] } })).toThrow(/poolMembers\.agentId/)
  })

  it('can be written as the documentation shows', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/source-database.md'), 'utf8')
    const example = JSON.parse(/```json\n([^]*?)```/.exec(text)![1]!) as unknown
    expect(parseMapping(example)).toMatchObject({
      schema: 'crm',
      pageviews: { table: 'hits', country: null },
      poolMembers: null,
    })
  })

  it('quotes names so that they are only ever names', () => {
    expect(quoteName('plain')).toBe('"plain"')
    expect(quoteTable('a"; drop table x; --', "Ünï 'q'")).toBe(`"a""; drop table x; --"."Ünï 'q'"`)
  })
})

/** A constant: whatever a later version can name besides, a cache that is there must stay this source's. */
const IDENTITY = 'postgres:8bb6a35c003290b7c98b011e'

describe('the identity of a source', () => {
  const identity = (
    url: { readonly host: string; readonly database: string; readonly password?: string },
    mapping = DEFAULT_MAPPING,
  ) => createPostgresSource({ connection: resolveConnection(url, {}), mapping }).identity

  it('is the same from another host with another password, and another for another database or mapping', () => {
    const here = identity({ host: 'primary', database: 'shop' })
    expect(identity({ host: 'replica', database: 'shop', password: 'x' })).toBe(here)
    expect(identity({ host: 'primary', database: 'test' })).not.toBe(here)
    expect(
      identity({ host: 'primary', database: 'shop' }, parseMapping({ pageviews: { agentId: 'served_by' } })),
    ).not.toBe(here)
    expect(identity({ host: 'primary', database: 'shop' }, parseMapping({ pageviews: { table: 'hits' } }))).not.toBe(
      here,
    )
    expect(identity({ host: 'primary', database: 'shop' }, parseMapping({ schema: 'public' }))).toBe(here)
  })

  it('rests on what is counted, and not on what only describes it, so that days stay known', () => {
    const here = identity({ host: 'primary', database: 'shop' })
    expect(here).toBe(IDENTITY)
    const others = parseMapping({
      sessions: { idleSeconds: 'waiting', lastSeenAt: 'heartbeat' },
      statusChanges: null,
      agents: { isActive: null },
      poolMembers: { agentId: 'agent_id' },
    })
    expect(identity({ host: 'primary', database: 'shop' }, others)).toBe(here)
    expect(
      identity({ host: 'primary', database: 'shop' }, parseMapping({ sessions: { endedAt: 'closed_at' } })),
    ).not.toBe(here)
  })

  it('stays the same when an optional column is added, which only divides its counts in another way', () => {
    const here = identity({ host: 'primary', database: 'shop' })
    const divided = (mapping: SourceMappingInput) => countingIdentity(parseMapping(mapping))
    for (const pageviews of [{ poolId: null }, { country: null }, { poolId: 'team_id', country: 'iso' }])
      expect(identity({ host: 'primary', database: 'shop' }, parseMapping({ pageviews }))).toBe(here)
    expect(divided({})).toBe('')
    expect(
      new Set([
        divided({}),
        divided({ pageviews: { poolId: null } }),
        divided({ pageviews: { poolId: 'team_id' } }),
        divided({ pageviews: { country: 'iso' } }),
      ]).size,
    ).toBe(4)
  })

  it('stays the same where a schema is written at each table', () => {
    const inEach = parseMapping({ schema: 'other', pageviews: { schema: 'crm' }, sessions: { schema: 'crm' } })
    expect(identity({ host: 'primary', database: 'shop' }, inEach)).toBe(
      identity({ host: 'primary', database: 'shop' }, parseMapping({ schema: 'crm' })),
    )
  })

  it('is known under the names that earlier versions gave it', () => {
    const former = (mapping: SourceMappingInput) => formerIdentities({ database: 'shop' }, parseMapping(mapping))
    expect(former({})).toContain('postgres:71e4b1ae008fbde0ae117519')
    // Also where an optional column is added along with the new version.
    expect(former({})).toEqual(
      expect.arrayContaining(['postgres:5aac58ad6a1746d5b2d593e1', 'postgres:2e9fda3e033bd7010a88a929']),
    )
    expect(former({ pageviews: { country: null } })).toContain('postgres:5aac58ad6a1746d5b2d593e1')
    expect(former({ schema: 'crm', pageviews: { table: 'hits', schema: 'web' } })).toContain(
      'postgres:3ea5e491b56b86ce03662f2a',
    )
    expect(former({ sessions: { endedAt: 'closed_at' } })).not.toContain('postgres:71e4b1ae008fbde0ae117519')
  })
})

describe('the layout', () => {
  const column = (name: string, type = 'uuid') => ({ name, type, exists: true, readable: true })
  const table = (name: string, columns: FoundTable['columns']): FoundTable => ({
    schema: 'public',
    table: name,
    schemaUsable: true,
    exists: true,
    isStored: true,
    estimatedRows: null,
    hasRowSecurity: false,
    hasOwnPolicy: false,
    columns,
  })
  const instant = 'timestamp with time zone'
  const tables: Partial<Record<TableKey, FoundTable>> = {
    pageviews: table('widget_pageviews', {
      organizationId: column('organization_id'),
      poolId: column('pool_id'),
      agentId: column('agent_id'),
      createdAt: column('created_at', instant),
    }),
    sessions: table('agent_sessions', {
      id: column('id'),
      agentId: column('agent_id'),
      organizationId: column('organization_id'),
      startedAt: column('started_at', instant),
      endedAt: column('ended_at', instant),
    }),
  }
  const catalog = (versionNumber: number): Catalog => ({
    versionNumber,
    version: String(versionNumber / 10_000),
    isReplica: false,
    user: 'reader',
    tables,
  })

  it('names every feature that is off', () => {
    expect(layoutOf(catalog(120_000), DEFAULT_MAPPING).problems.map(({ kind }) => kind)).toEqual([
      'country-column-missing',
      'organizations-missing',
      'pools-missing',
      'agents-missing',
      'membership-missing',
      'calls-missing',
    ])
  })

  it('leaves out on purpose what the mapping sets to null', () => {
    const leftOut = parseMapping({
      organizations: null,
      pools: null,
      agents: null,
      poolMembers: null,
      calls: null,
      pageviews: { country: null },
    })
    expect(layoutOf(catalog(120_000), leftOut).problems).toEqual([])
  })

  describe('of agents’ statuses', () => {
    const statuses = (columns: FoundTable['columns'], mapping = DEFAULT_MAPPING) =>
      layoutOf(
        {
          ...catalog(120_000),
          tables: {
            ...tables,
            statusChanges: table('agent_status_changes', { agentId: column('agent_id'), ...columns }),
          },
        },
        mapping,
      ).statusChanges
    const changes = {
      fromStatus: column('from_status', 'agent_status'),
      toStatus: column('to_status', 'agent_status'),
      changedAt: column('changed_at', instant),
    }
    const intervals = {
      status: column('status', 'text'),
      startedAt: column('started_at', instant),
      endedAt: column('ended_at', instant),
    }

    it('is a log of changes or intervals, as the columns are', () => {
      expect(statuses(changes)).toMatchObject({
        shape: 'changes',
        organizationId: null,
        agentId: '"agent_id"',
        fromStatus: '"from_status"',
        toStatus: '"to_status"',
        changedAt: { name: '"changed_at"' },
      })
      expect(statuses({ ...changes, fromStatus: { ...changes.fromStatus, readable: false } })).toMatchObject({
        shape: 'changes',
        fromStatus: null,
      })
      expect(statuses({ ...intervals, organizationId: column('organization_id') })).toMatchObject({
        shape: 'intervals',
        organizationId: '"organization_id"',
        status: '"status"',
      })
    })

    it('is nothing, and no problem, where neither can be read', () => {
      expect(statuses({})).toBeNull()
      expect(
        statuses({ toStatus: changes.toStatus, status: intervals.status, startedAt: intervals.startedAt }),
      ).toBeNull()
      const withoutZone = { ...changes, changedAt: column('changed_at', 'timestamp without time zone') }
      expect(statuses(withoutZone)).toBeNull()
      expect(statuses(withoutZone, parseMapping({ timestampsWithoutZone: 'utc' }))).toMatchObject({ shape: 'changes' })
      expect(layoutOf(catalog(120_000), DEFAULT_MAPPING)).toMatchObject({
        statusChanges: null,
        sessions: { idleSeconds: null, lastSeenAt: null },
      })
    })
  })

  it('refuses a server older than 12', () => {
    expect(() => layoutOf(catalog(110_022), DEFAULT_MAPPING)).toThrow('the oldest that can be read is 12')
  })
})
