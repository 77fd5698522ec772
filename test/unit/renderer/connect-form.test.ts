import { describe, expect, it } from 'vitest'
import { type ConnectDraft, draftOf, draftProblem, EMPTY_DRAFT, MAPPED_GROUPS, sourceInput } from '../../../renderer/features/connect/connect-form.ts'
import { DEFAULT_MAPPING, parseMapping } from '../../../shared/contract/source/mapping.ts'

const draft = (given: Partial<ConnectDraft>): ConnectDraft => ({ ...EMPTY_DRAFT, ...given })

describe('the form of a connection', () => {
  it('asks for nothing that was not typed', () => {
    expect(sourceInput(draft({ url: ' postgres://reader@db/shop ' }), null)).toEqual({
      connection: { kind: 'url', url: 'postgres://reader@db/shop' },
      password: null,
      tls: null,
      caFile: null,
      mapping: null,
      organizationId: null,
    })
  })

  it('takes host, port, database and user as fields', () => {
    const fields = draft({ way: 'fields', host: 'db.example.com', port: '6432', database: 'shop', user: '', password: 's3cret', tls: 'verify-full', caFile: '/etc/ca.crt' })
    expect(sourceInput(fields, 'acme')).toEqual({
      connection: { kind: 'fields', host: 'db.example.com', port: 6432, database: 'shop', user: null },
      password: 's3cret',
      tls: 'verify-full',
      caFile: '/etc/ca.crt',
      mapping: null,
      organizationId: 'acme',
    })
  })

  it('leaves a port that is no number to the default', () => {
    expect(sourceInput(draft({ way: 'fields', host: 'db', port: 'abc' }), null).connection).toMatchObject({ port: null })
  })

  it('sends only the names that differ, and the backend understands them', () => {
    const { mapping } = sourceInput(draft({ names: { schema: 'crm', 'pageviews.table': 'visits', 'sessions.endedAt': 'ended_at', 'pools.table': ' teams ' } }), null)
    expect(mapping).toEqual({ schema: 'crm', pageviews: { table: 'visits' }, pools: { table: 'teams' } })
    expect(parseMapping(mapping)).toMatchObject({ schema: 'crm', pageviews: { table: 'visits', createdAt: 'created_at' }, pools: { table: 'teams' } })
  })

  it('offers the usual names as the backend has them', () => {
    const nameAt = (path: string): unknown => path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], DEFAULT_MAPPING)
    const offered = MAPPED_GROUPS.flatMap((group) => group.names)
    expect(offered.map(({ path }) => [path, nameAt(path)])).toEqual(offered.map(({ path, usual }) => [path, usual]))
  })

  it('shows a remembered connection, and keeps of its names what it cannot show', () => {
    const mapping = { timestampsWithoutZone: 'utc', pageviews: { table: 'visits', schema: 'web' }, organizations: null }
    const remembered = draftOf({ url: 'postgres://reader@db/shop', mapping })
    expect(remembered.names).toEqual({ 'pageviews.table': 'visits' })
    expect(sourceInput(remembered, null).mapping).toEqual(mapping)
    expect(sourceInput({ ...remembered, names: {} }, null).mapping).toEqual({ timestampsWithoutZone: 'utc', pageviews: { schema: 'web' }, organizations: null })
  })

  it('says what is missing until it names a place', () => {
    const problems = [draft({}), draft({ url: 'http://db' }), draft({ url: 'postgres://' }), draft({ url: 'postgres://me@db/my shop' }), draft({ way: 'fields' }), draft({ way: 'fields', host: 'db', port: '70000' })].map(draftProblem)
    expect(problems.map((problem) => problem?.field)).toEqual(['url', 'url', 'url', 'url', 'host', 'port'])
    expect(problems[1]?.message).toBe('This does not begin with postgres://, as the URL of a database does.')
    expect([draft({ url: 'postgresql://db/shop' }), draft({ way: 'fields', host: 'db', port: '5433' })].map(draftProblem)).toEqual([null, null])
  })
})
