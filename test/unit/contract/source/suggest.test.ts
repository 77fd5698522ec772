import { describe, expect, it } from 'vitest'
import { checkChoices, choicesOf, mappingOf } from '../../../../shared/contract/source/choices.ts'
import { suggestChoices } from '../../../../shared/contract/source/suggest.ts'
import { serverTable, usualTables } from './server-table.ts'

const INSTANT = 'timestamp with time zone'

const CRM = [
  serverTable('crm.hits', {
    hit_id: 'bigint',
    tenant_id: 'uuid',
    team_id: 'integer',
    served_by: 'text',
    geo_country: 'text',
    at: INSTANT,
    user_id: 'text',
  }),
  serverTable('crm.shifts', { id: 'bigint', person_id: 'text', tenant_id: 'uuid', from: INSTANT, to: INSTANT }),
  serverTable('crm.teams', { id: 'integer', tenant_id: 'uuid', title: 'text' }),
  serverTable('crm.people', { id: 'text', tenant_id: 'uuid', name: 'text', active: 'boolean' }),
  serverTable('public.tenants', { id: 'uuid', title: 'text' }),
  serverTable('crm.orders', { id: 'bigint', tenant_id: 'uuid', created_at: INSTANT, total: 'numeric' }),
]

describe('a suggestion', () => {
  it('takes the usual names where they are there, in whatever schema', () => {
    const tables = [
      ...usualTables('app'),
      serverTable('public.visits', { organization_id: 'uuid', agent_id: 'uuid', created_at: INSTANT }),
    ]
    const choices = suggestChoices(tables)
    expect(choices).toEqual(choicesOf({ schema: 'app' }, tables))
    expect(checkChoices(choices, tables).isReady).toBe(true)
  })

  it('needs no mapping where everything has its usual name', () => {
    const tables = usualTables()
    expect(mappingOf(suggestChoices(tables), { tables, before: null })).toBeNull()
  })

  it('finds another product’s tables by their names, columns and types', () => {
    const choices = suggestChoices(CRM)
    expect(checkChoices(choices, CRM)).toMatchObject({ isReady: true, withoutZone: [] })
    expect(mappingOf(choices, { tables: CRM, before: null })).toMatchObject({
      schema: 'crm',
      timestampsWithoutZone: 'refuse',
      pageviews: {
        table: 'hits',
        organizationId: 'tenant_id',
        poolId: 'team_id',
        agentId: 'served_by',
        country: 'geo_country',
        createdAt: 'at',
      },
      sessions: {
        table: 'shifts',
        id: 'id',
        agentId: 'person_id',
        organizationId: 'tenant_id',
        startedAt: 'from',
        endedAt: 'to',
        idleSeconds: null,
      },
      organizations: { schema: 'public', table: 'tenants', id: 'id', name: 'title', blockedCountries: null },
      pools: { table: 'teams', id: 'id', name: 'title', isCatchAll: null },
      agents: { table: 'people', id: 'id', displayName: 'name', isActive: 'active' },
      poolMembers: null,
      statusChanges: null,
      calls: null,
    })
  })

  it('never takes the visitor for the agent', () => {
    const visits = serverTable('public.visits', { organization_id: 'uuid', user_id: 'uuid', created_at: INSTANT })
    expect(suggestChoices([visits]).tables.pageviews).toMatchObject({
      table: 'visits',
      columns: { organizationId: 'organization_id', agentId: null },
    })
  })

  it('prefers tables that can be read, and columns of the right type', () => {
    const tables = [
      serverTable('a.hits', { tenant_id: 'uuid', served_by: 'uuid', at: INSTANT }, { schemaUsable: false }),
      serverTable('b.hits', {
        tenant_id: 'uuid',
        served_by: 'uuid',
        at: 'bigint',
        occurred_at: INSTANT,
        country: 'json',
      }),
      serverTable('b.hits_archive', { tenant_id: 'uuid', served_by: 'uuid', at: { type: INSTANT, readable: false } }),
    ]
    expect(suggestChoices(tables).tables.pageviews).toMatchObject({
      schema: 'b',
      table: 'hits',
      columns: { createdAt: 'occurred_at', country: null },
    })
  })

  it('says what the likeliest table lacks', () => {
    const tables = [
      serverTable('public.widget_pageviews', { organization_id: 'uuid', agent_id: 'uuid', created_at: 'text' }),
    ]
    const choices = suggestChoices(tables)
    expect(choices.tables.pageviews).toMatchObject({ table: 'widget_pageviews', columns: { createdAt: null } })
    expect(checkChoices(choices, tables).tables.pageviews).toMatchObject({
      state: 'unusable',
      columns: { createdAt: { problem: 'Choose a column.' } },
    })
  })

  it('reads names in capitals, with spaces and in camel case', () => {
    const tables = [
      serverTable('Ünï "q".Page Views', { organizationId: 'uuid', Agent_ID: 'uuid', CreatedAt: INSTANT }),
      serverTable('Ünï "q".AgentSessions', {
        Id: 'uuid',
        agentId: 'uuid',
        OrganizationID: 'uuid',
        'Started at': INSTANT,
        endedAt: INSTANT,
      }),
    ]
    expect(checkChoices(suggestChoices(tables), tables).isReady).toBe(true)
  })

  it('answers at once for a large database', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      serverTable(
        `s${index % 40}.table_${index}_visits`,
        Object.fromEntries(Array.from({ length: 20 }, (__, column) => [`column_${column}`, 'text'])),
      ),
    )
    const started = performance.now()
    expect(suggestChoices([...many, ...CRM]).tables.pageviews).toMatchObject({ table: 'hits' })
    expect(performance.now() - started).toBeLessThan(6000)
  })
})
