import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/foundation/errors.ts'
import { checkChoices, choicesOf, mappingOf, type SourceChoices } from '../../../../shared/contract/source/choices.ts'
import { parseMapping } from '../../../../shared/contract/source/mapping.ts'
import { TABLE_KEYS, TABLE_PARTS } from '../../../../shared/contract/source/parts.ts'
import type { ServerTable } from '../../../../shared/contract/source/server-tables.ts'
import type { Catalog, FoundColumn, FoundTable } from '../../../../electron/sync/postgres/catalog.ts'
import { layoutOf } from '../../../../electron/sync/postgres/layout.ts'
import { tries } from '../../../support/deep.ts'
import { serverTable, usualTables } from './server-table.ts'

const INSTANT = 'timestamp with time zone'
const NO_ZONE = 'timestamp without time zone'

describe('choices', () => {
  it('leave out what the server does not have, unless it is named or required', () => {
    const tables = [
      serverTable('public.widget_pageviews', { organization_id: 'uuid', agent_id: 'uuid', created_at: INSTANT }),
    ]
    expect(choicesOf({}, tables).tables).toMatchObject({
      pageviews: { columns: { poolId: null, country: null } },
      sessions: { table: 'agent_sessions' },
      calls: null,
    })
    expect(choicesOf({ calls: { table: 'rings' } }, tables).tables.calls).toMatchObject({ table: 'rings' })
    expect(choicesOf({ pageviews: { country: 'land' } }, tables).tables.pageviews?.columns).toMatchObject({
      country: 'land',
    })
  })

  it('take the first of several names that the table has', () => {
    const members = (columns: Readonly<Record<string, string>>) =>
      choicesOf({}, [serverTable('public.agent_pool_members', columns)]).tables.poolMembers?.columns['agentId']
    expect(members({ agent_id: 'uuid', pool_id: 'uuid' })).toBe('agent_id')
    expect(members({ agent_id: 'uuid', agent_profile_id: 'uuid', pool_id: 'uuid' })).toBe('agent_profile_id')
  })

  it('change nothing of a mapping but the tables that were chosen anew', () => {
    const tables = [
      ...usualTables(),
      serverTable('crm.teams', { id: 'integer', organization_id: 'uuid', title: 'text' }),
    ]
    const before = { pageviews: { poolId: null }, poolMembers: { agentId: ['agent_id', 'agent_profile_id'] } }
    const choices = choicesOf(before, tables)
    expect(mappingOf(choices, { tables, before })).toBe(before)
    const pools = {
      schema: 'crm',
      table: 'teams',
      columns: { id: 'id', organizationId: 'organization_id', name: 'title', isCatchAll: null },
    }
    expect(mappingOf({ ...choices, tables: { ...choices.tables, pools } }, { tables, before })).toEqual({
      ...before,
      schema: 'public',
      timestampsWithoutZone: 'refuse',
      pools: { schema: 'crm', table: 'teams', ...pools.columns },
    })
  })

  it('are a mapping that says the same, whatever the names', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'))
    fc.assert(
      fc.property(fc.array(name, { minLength: 3, maxLength: 3 }), ([schema = '', other = '', extra = '']) => {
        const tables: readonly ServerTable[] = [...usualTables(schema), ...usualTables(other)].map((table) => ({
          ...table,
          table: `${table.table}${extra}`,
        }))
        const choices: SourceChoices = choicesOf(
          {
            schema,
            ...Object.fromEntries(
              TABLE_KEYS.map((key, index) => [
                key,
                { table: `${TABLE_PARTS[key].usual}${extra}`, ...(index % 2 === 0 ? {} : { schema: other }) },
              ]),
            ),
          },
          tables,
        )
        const document = mappingOf(choices, { tables, before: null })
        expect(choicesOf(parseMapping(document ?? {}), tables)).toEqual(choices)
      }),
      tries(50),
    )
  })
})

describe('a check of choices', () => {
  const check = (changes: Readonly<Record<string, string>>, timestampsWithoutZone: 'refuse' | 'utc' = 'refuse') => {
    const tables = usualTables().map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        type: changes[`${table.table}.${column.name}`] ?? column.type,
      })),
    }))
    return checkChoices({ ...choicesOf({}, tables), timestampsWithoutZone }, tables)
  }

  it('says why a column cannot be read', () => {
    expect(check({ 'widget_pageviews.created_at': 'text' }).tables.pageviews.columns['createdAt']?.problem).toBe(
      'This column is text. It must hold instants (timestamp with time zone).',
    )
    expect(
      check({ 'organizations.blocked_countries': 'text' }).tables.organizations.columns['blockedCountries']?.problem,
    ).toContain('It must hold a list of texts')
  })

  it('asks about time zones only where instants have none', () => {
    expect(check({}).withoutZone).toEqual([])
    const asked = check({ 'agent_sessions.ended_at': NO_ZONE })
    expect(asked).toMatchObject({ isReady: false, withoutZone: ['public.agent_sessions.ended_at'] })
    expect(check({ 'agent_sessions.ended_at': NO_ZONE }, 'utc')).toMatchObject({
      isReady: true,
      withoutZone: ['public.agent_sessions.ended_at'],
    })
  })

  it('warns of an agent that is never NULL, because every visit would count as covered', () => {
    const tables = usualTables().map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, nullable: false })),
    }))
    expect(checkChoices(choicesOf({}, tables), tables)).toMatchObject({
      isReady: true,
      tables: { pageviews: { columns: { agentId: { notice: expect.stringContaining('never NULL') } } } },
    })
  })

  it('tells what is missing of a table, a schema or a right', () => {
    const tables = usualTables().map((table) =>
      table.table === 'agent_sessions' ? { ...table, schemaUsable: false } : table,
    )
    expect(checkChoices(choicesOf({}, tables), tables).tables.sessions).toMatchObject({
      state: 'unusable',
      problem: 'Your database user may not use the schema public.',
    })
    expect(checkChoices(choicesOf({}, []), []).tables).toMatchObject({
      sessions: { problem: 'This database has no table public.agent_sessions.' },
      calls: { state: 'off' },
    })
  })

  it('finds ready only what the sync can read', () => {
    const types = ['uuid', 'text', INSTANT, NO_ZONE, 'integer', 'boolean', 'text[]', 'json', 'date']
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.boolean(), (stream, utc) => {
        const next = (below: number): number => stream.next().value % below
        // Mostly as they should be, so that many are ready.
        const tables = usualTables().map((table) => ({
          ...table,
          columns: table.columns.map((column) => ({
            ...column,
            ...(next(40) === 0 ? { type: types[next(types.length)]! } : {}),
            readable: next(60) !== 0,
          })),
        }))
        const choices = {
          ...choicesOf({}, tables),
          timestampsWithoutZone: utc ? ('utc' as const) : ('refuse' as const),
        }
        if (!checkChoices(choices, tables).isReady) return
        const mapping = parseMapping({
          ...mappingOf(choices, { tables, before: null }),
          timestampsWithoutZone: choices.timestampsWithoutZone,
        })
        expect(() => layoutOf(catalogOf(choices, tables), mapping)).not.toThrow(AppError)
        expect(layoutOf(catalogOf(choices, tables), mapping).problems).toEqual([])
      }),
      tries(300),
    )
  })
})

/** What the catalog would say of the chosen tables. */
function catalogOf({ tables: chosen }: SourceChoices, tables: readonly ServerTable[]): Catalog {
  const found = TABLE_KEYS.flatMap((key): readonly (readonly [string, FoundTable])[] => {
    const choice = chosen[key]
    const table = tables.find((one) => one.table === choice?.table)
    if (choice === null || table === undefined) return []
    const columns = Object.entries(choice.columns).flatMap(
      ([columnKey, name]): readonly (readonly [string, FoundColumn])[] => {
        const column = table.columns.find((one) => one.name === name)
        return column === undefined
          ? []
          : [[columnKey, { name: column.name, exists: true, readable: column.readable, type: column.type }]]
      },
    )
    return [
      [
        key,
        {
          schema: choice.schema,
          table: choice.table,
          schemaUsable: true,
          exists: true,
          isStored: true,
          estimatedRows: null,
          hasRowSecurity: false,
          hasOwnPolicy: false,
          columns: Object.fromEntries(columns),
        },
      ],
    ]
  })
  return { versionNumber: 180_000, version: '18', isReplica: false, user: 'reader', tables: Object.fromEntries(found) }
}
