import { describe, expect, it } from 'vitest'
import {
  environmentPassword,
  passwordTargetOf,
  placeOf,
  targetOf,
  withoutWeakenings,
} from '../../../electron/sync/postgres/connection-target.ts'
import { parseConnectionUrl } from '../../../electron/sync/postgres/connection-url.ts'
import { resolveConnection } from '../../../electron/sync/postgres/connection-settings.ts'

const SERVER = { host: 'db.example', port: 5432, user: 'ann' }

describe('where a connection leads', () => {
  it('is what its parameters make of it, not what stands first', () => {
    expect(
      targetOf('postgres://ann@db.example/shop?host=thief.example&port=99&user=eve&dbname=other&sslmode=disable'),
    ).toEqual({
      host: 'thief.example',
      port: 99,
      database: 'other',
      user: 'eve',
      tls: 'disable',
      url: 'postgres://eve@thief.example:99/other?sslmode=disable',
    })
  })

  it('is one server: neither a list of hosts, nor an address, service or password file beside the host, is taken', () => {
    for (const query of [
      'host=a,b',
      'hostaddr=10.0.0.1',
      'service=thief',
      'passfile=/tmp/x',
      'target_session_attrs=any',
      'sslcompression=1',
    ]) {
      expect(() => resolveConnection(parseConnectionUrl(`postgres://ann@db.example/shop?${query}`), {})).toThrow(
        /several hosts|is not known/u,
      )
    }
    expect(() => resolveConnection(parseConnectionUrl('postgres://ann@db.example,thief.example/shop'), {})).toThrow(
      'several hosts',
    )
    expect(() => resolveConnection({}, { PGHOST: 'db.example,thief.example' })).toThrow('several hosts')
  })

  it('is the same place whatever user or TLS mode, and another with another host, port or database', () => {
    const place = placeOf('postgres://ann@db.example/shop')
    expect(placeOf('postgres://bob@DB.example:5432/shop?sslmode=require')).toBe(place)
    for (const other of [
      'postgres://ann@db.example:5433/shop',
      'postgres://ann@db2.example/shop',
      'postgres://ann@db.example/shop2',
      'postgres://ann@db.example/shop?host=db2.example',
    ]) {
      expect(placeOf(other)).not.toBe(place)
    }
    expect(placeOf('nonsense')).toBeNull()
  })

  it('loses, where somebody else wrote it, what weakens it or names a file of this computer', () => {
    const written =
      'postgres://ann@db.example/shop?sslrootcert=%2Ftmp%2Fca&sslcert=%2Ftmp%2Fc&sslkey=%2Ftmp%2Fk&options=-c%20x%3D1&application_name=x&connect_timeout=999'
    expect(withoutWeakenings(`${written}&sslmode=verify-full`)).toBe(
      'postgres://ann@db.example:5432/shop?sslmode=verify-full',
    )
    expect(withoutWeakenings(`${written}&sslmode=disable`)).toBe('postgres://ann@db.example:5432/shop')
    expect(withoutWeakenings('postgres://ann@db.example/shop?sslmode=allow')).toBe(
      'postgres://ann@db.example:5432/shop',
    )
    expect(withoutWeakenings('postgres://ann@a,b/shop')).toBeNull()
  })
})

describe('a password', () => {
  it('belongs to a user of a server, whichever database', () => {
    const target = passwordTargetOf('postgres://ann@db.example/shop')
    expect(passwordTargetOf('postgres://ann@db.example:5432/other?sslmode=require')).toBe(target)
    for (const other of [
      'postgres://bob@db.example/shop',
      'postgres://ann@db2.example/shop',
      'postgres://ann@db.example:6432/shop',
    ])
      expect(passwordTargetOf(other)).not.toBe(target)
  })

  it('of the environment is for the server that the other variables name', () => {
    const PGPASSWORD = 'secret'
    expect(environmentPassword(SERVER, { PGPASSWORD })).toBe('secret')
    expect(environmentPassword(SERVER, { PGPASSWORD, PGHOST: 'DB.example', PGPORT: '5432', PGUSER: 'ann' })).toBe(
      'secret',
    )
    for (const other of [
      { PGHOST: 'db2.example' },
      { PGPORT: '6432' },
      { PGUSER: 'bob' },
      { PGHOST: 'db.example', PGUSER: 'bob' },
    ])
      expect(environmentPassword(SERVER, { PGPASSWORD, ...other })).toBeNull()
  })

  it('of the environment is for a connection that is named in the same command, and for none where it is empty', () => {
    expect(environmentPassword(SERVER, { PGPASSWORD: 'secret', PGHOST: 'db2.example' }, true)).toBe('secret')
    expect(environmentPassword(SERVER, { PGPASSWORD: '' }, true)).toBeNull()
    expect(environmentPassword(SERVER, {}, true)).toBeNull()
  })
})
