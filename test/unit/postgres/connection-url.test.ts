import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHANNEL_BINDINGS,
  type ConnectionInput,
  rememberableUrl,
  resolveConnection,
  TLS_MODES,
} from '../../../electron/sync/postgres/connection-settings.ts'
import { parseConnectionUrl } from '../../../electron/sync/postgres/connection-url.ts'
import { AppError } from '../../../shared/foundation/errors.ts'

fc.configureGlobal({ seed: 20250330 })

const read = (url: string) => resolveConnection(parseConnectionUrl(url), {})

/** The refusal of a URL, as it would be shown. */
function refusal(url: string): AppError {
  try {
    parseConnectionUrl(url)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`Not refused: ${url}`)
}

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((text) => !text.includes('\0'))
const anyName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((text) => !text.includes('\0') && !text.includes(','))

describe('the URL of a connection', () => {
  it('gives its parts', () => {
    expect(parseConnectionUrl('postgres://ann:s3cret@db.example.org:6543/shop')).toEqual({
      user: 'ann',
      password: 's3cret',
      host: 'db.example.org',
      port: 6543,
      database: 'shop',
    })
  })

  it('takes both schemes, in any case, and spaces around it', () => {
    expect(parseConnectionUrl('  PostgreSQL://db/shop\n')).toEqual({ host: 'db', database: 'shop' })
  })

  it('may leave everything out', () => {
    expect(parseConnectionUrl('postgres://')).toEqual({})
    expect(resolveConnection({}, { USER: 'ann' })).toMatchObject({
      host: 'localhost',
      port: 5432,
      user: 'ann',
      database: 'ann',
      password: null,
      tlsMode: 'prefer',
    })
  })

  it.each([
    ['postgres://[2001:db8::1]:5433/shop', { host: '2001:db8::1', port: 5433 }],
    ['postgres://[::1]/shop', { host: '::1', port: 5432 }],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/shop', { host: '/var/run/postgresql' }],
    ['postgres:///shop?host=/var/run/postgresql&port=5433', { host: '/var/run/postgresql', port: 5433 }],
    ['postgres://ann:a@b:c@db/shop', { user: 'ann', password: 'a@b:c', host: 'db' }],
    [
      'postgres://db/shop?user=ann&password=p%26q%3D&dbname=other',
      { user: 'ann', password: 'p&q=', database: 'other' },
    ],
    [
      'postgres://db/shop?sslmode=verify-full&sslrootcert=%2Fca.crt',
      { tlsMode: 'verify-full', rootCertificate: '/ca.crt' },
    ],
    [
      'postgres://db/shop?connect_timeout=3&application_name=Nightly%20sync',
      { connectTimeoutMs: 3_000, applicationName: 'Nightly sync' },
    ],
    [
      'postgres://db/shop?options=endpoint%3Dx&channel_binding=require',
      { options: 'endpoint=x', channelBinding: 'require' },
    ],
  ])('reads %s', (url, parts) => {
    expect(read(url)).toMatchObject(parts)
  })

  it('keeps any user, password and database, whatever characters they hold', () => {
    fc.assert(
      fc.property(anyName, anyText, anyName, (user, password, database) => {
        const url = `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@db:5432/${encodeURIComponent(database)}`
        expect(read(url)).toMatchObject({ user, password, database, host: 'db' })
      }),
    )
  })

  it('is remembered without its password, and reads the same', () => {
    fc.assert(
      fc.property(
        fc.record<ConnectionInput>({
          host: fc.constantFrom('db.example.org', '::1', '/var/run/postgresql', 'ünï.example'),
          port: fc.integer({ min: 1, max: 65_535 }),
          user: anyName,
          password: anyText,
          database: anyName,
          tlsMode: fc.constantFrom(...TLS_MODES),
          rootCertificate: fc.constantFrom('/etc/ca.crt', 'C:\\certificates\\ca & co.crt'),
          applicationName: anyName,
          connectTimeout: fc.integer({ min: 0, max: 99 }),
          channelBinding: fc.constantFrom(...CHANNEL_BINDINGS),
        }),
        (input) => {
          const settings = resolveConnection(input, {})
          expect(read(rememberableUrl(settings))).toEqual({ ...settings, password: null })
        },
      ),
    )
  })

  it('never shows a password when it is remembered', () => {
    fc.assert(
      fc.property(fc.uuid(), (password) => {
        const settings = read(`postgres://ann:${password}@db/shop?sslmode=require`)
        expect(rememberableUrl(settings)).not.toContain(password)
      }),
    )
  })

  it('never repeats a piece of a password that was not percent-encoded', () => {
    const piece = fc.stringMatching(/^[a-z]{8}$/)
    fc.assert(
      fc.property(
        piece,
        fc.constantFrom('/', '?', '#', '%', ' ', ':', '%zz', '/?', '?=', '&', '[', ','),
        piece,
        (before, character, after) => {
          const url = `postgres://ann:${before}${character}${after}@db.example/shop`
          let shown: string
          try {
            const settings = read(url)
            shown = rememberableUrl(settings)
            expect(settings.host).toBe('db.example')
          } catch (error) {
            shown = JSON.stringify([(error as AppError).message, (error as AppError).next, String(error)])
          }
          expect(shown).not.toContain(before)
          expect(shown).not.toContain(after)
        },
      ),
    )
  })

  it.each([
    ['mysql://db/shop', 'The address of the database is not one.'],
    ['db.example.org', 'The address of the database is not one.'],
    ['postgres://db:port/shop', 'The port must be a number from 1 to 65535.'],
    ['postgres://db:70000/shop', 'The port must be a number from 1 to 65535.'],
    ['postgres://one,two/shop', 'The address names several hosts.'],
    ['postgres://::1/shop', 'The port must be a number from 1 to 65535.'],
    [
      'postgres://db/shop?sslmode=strict',
      'The TLS mode (sslmode) must be one of disable, allow, prefer, require, verify-ca, verify-full.',
    ],
    ['postgres://db/shop?pgbouncer=true', 'The parameter "pgbouncer" of the address is not known.'],
    ['postgres://db/shop?constructor=1', 'The parameter "constructor" of the address is not known.'],
    ['postgres://db/shop?sslmode', 'A parameter of the address has no value.'],
    [
      'postgres://db/shop?connect_timeout=soon',
      'The time to wait for a connection (connect_timeout) must be a whole number of seconds.',
    ],
    ['postgres://db/100%', 'The address of the database holds a % that does not begin a percent-encoded character.'],
    ['postgres://ann:pa/ss@db/shop', 'The address of the database cannot be read: there is an @ after the host.'],
  ])('refuses %s in clear words', (url, message) => {
    expect(refusal(url)).toMatchObject({ code: 'invalid-input', message })
  })

  it('refuses a NUL character, which no server takes', () => {
    expect(() => read('postgres://ann:a%00b@db/shop')).toThrow('NUL')
  })
})

describe('the PG* variables', () => {
  it('fill what the URL leaves out', () => {
    const environment = {
      PGHOST: 'db.example.org',
      PGPORT: '6543',
      PGUSER: 'ann',
      PGPASSWORD: 's3cret',
      PGDATABASE: 'shop',
      PGSSLMODE: 'verify-ca',
      PGSSLROOTCERT: '/ca.crt',
      PGAPPNAME: 'nightly',
      PGCONNECT_TIMEOUT: '4',
    }
    expect(resolveConnection({}, environment)).toMatchObject({
      host: 'db.example.org',
      port: 6543,
      user: 'ann',
      // Whether it is meant for this server is another question: see `environmentPassword`.
      password: null,
      database: 'shop',
      tlsMode: 'verify-ca',
      rootCertificate: '/ca.crt',
      applicationName: 'nightly',
      connectTimeoutMs: 4_000,
    })
    expect(resolveConnection(parseConnectionUrl('postgres://bob@other/'), environment)).toMatchObject({
      host: 'other',
      user: 'bob',
      port: 6543,
      database: 'shop',
    })
  })

  it('count as unset when they are empty, and are refused when they are nonsense', () => {
    expect(resolveConnection({}, { PGHOST: '', PGPORT: '' })).toMatchObject({ host: 'localhost', port: 5432 })
    expect(() => resolveConnection({}, { PGPORT: 'x' })).toThrow('The port must be a number')
  })
})
