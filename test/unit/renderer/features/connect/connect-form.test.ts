import { describe, expect, it } from 'vitest'
import {
  type ConnectDraft,
  connectDraft,
  draftProblem,
  EMPTY_DRAFT,
  sourceInput,
} from '../../../../../renderer/features/connect/connect-form.ts'

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
    const fields = draft({
      way: 'fields',
      host: 'db.example.com',
      port: '6432',
      database: 'shop',
      user: '',
      password: 's3cret',
      tls: 'verify-full',
      caFile: '/etc/ca.crt',
    })
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
    expect(sourceInput(draft({ way: 'fields', host: 'db', port: 'abc' }), null).connection).toMatchObject({
      port: null,
    })
  })

  it('shows a remembered connection with its mapping, and leaves out one that cannot be read', () => {
    const mapping = {
      timestampsWithoutZone: 'utc',
      pageviews: { table: 'visits', schema: 'web' },
      organizations: null,
    } as const
    expect(sourceInput(connectDraft({ url: 'postgres://reader@db/shop', mapping }), null)).toMatchObject({
      connection: { url: 'postgres://reader@db/shop' },
      mapping,
    })
    expect(connectDraft({ url: 'postgres://reader@db/shop', mapping: { nonsense: 1 } }).mapping).toBeNull()
    expect(connectDraft({ url: 'postgres://reader@db/shop', mapping: null }).mapping).toBeNull()
  })

  it('says what is missing until it names a place', () => {
    const problems = [
      draft({}),
      draft({ url: 'http://db' }),
      draft({ url: 'postgres://' }),
      draft({ url: 'postgres://me@db/my shop' }),
      draft({ way: 'fields' }),
      draft({ way: 'fields', host: 'db', port: '70000' }),
    ].map(draftProblem)
    expect(problems.map((problem) => problem?.field)).toEqual(['url', 'url', 'url', 'url', 'host', 'port'])
    expect(problems[1]?.message).toBe('The URL of a database begins with postgres://')
    expect(
      [draft({ url: 'postgresql://db/shop' }), draft({ way: 'fields', host: 'db', port: '5433' })].map(draftProblem),
    ).toEqual([null, null])
  })
})
