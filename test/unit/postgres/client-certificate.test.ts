import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { connectionError } from '../../../electron/sync/postgres/connection-errors.ts'
import { tlsAttempts } from '../../../electron/sync/postgres/tls.ts'
import { connectionTo } from '../../support/test-connection.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/tls', name)
const folder = mkdtempSync(join(tmpdir(), 'covercast-certificates-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const CERTIFICATE = fixture('localhost.crt')
const KEY = fixture('localhost.key')
const attempt = (files: { readonly clientCertificate?: string; readonly clientKey?: string }) =>
  tlsAttempts(connectionTo('postgres://ann@db.example/shop', { tlsMode: 'require', ...files }))

describe('a client certificate', () => {
  it('is used with its key', () => {
    expect(attempt({ clientCertificate: CERTIFICATE, clientKey: KEY })).toMatchObject([
      { cert: readFileSync(CERTIFICATE, 'utf8'), key: readFileSync(KEY, 'utf8') },
    ])
    expect(attempt({})).toEqual([{ rejectUnauthorized: false }])
  })

  const pem = readFileSync(KEY, 'utf8')
  const encrypted = createPrivateKey(pem).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  const binary = new X509Certificate(readFileSync(CERTIFICATE)).raw
  it.each([
    ['without its key', { clientCertificate: CERTIFICATE }, /localhost\.crt has no key/u],
    ['of which only the key is given', { clientKey: KEY }, /localhost\.key has no certificate/u],
    [
      'swapped with its key',
      { clientCertificate: KEY, clientKey: CERTIFICATE },
      /localhost\.key holds no certificate/u,
    ],
    [
      'in binary',
      { clientCertificate: fileOf('binary.crt', binary), clientKey: KEY },
      /binary\.crt holds no certificate/u,
    ],
    [
      'with a key that has a passphrase',
      { clientCertificate: CERTIFICATE, clientKey: fileOf('encrypted.key', encrypted) },
      /encrypted\.key has a passphrase/u,
    ],
    [
      'with the key of another',
      { clientCertificate: CERTIFICATE, clientKey: fileOf('other.key', other) },
      /other\.key is not the one of the certificate/u,
    ],
    ['that is not there', { clientCertificate: join(folder, 'none.crt'), clientKey: KEY }, /none\.crt cannot be read/u],
  ])('%s is refused by the name of its file', (_, files, words) => {
    expect(() => attempt(files)).toThrow(
      expect.objectContaining({ code: 'source-tls', message: expect.stringMatching(words) }),
    )
  })
})

describe('a server that refuses', () => {
  const failure = (code: string, message: string) =>
    connectionError(Object.assign(new Error(message), { code }), connectionTo('postgres://ann@db.example/shop'), false)

  it.each([
    [
      'for want of a client certificate',
      failure('28000', 'connection requires a valid client certificate'),
      'source-tls',
    ],
    ['a password, by a pooler', failure('08P01', 'password authentication failed'), 'source-password'],
    ['a setting, by a pooler', failure('08P01', 'unsupported startup parameter: options'), 'source-other'],
  ])('%s is named so', (_, { code }, kind) => {
    expect(code).toBe(kind)
  })

  it('is quoted where only a pooler knows why', () => {
    expect(failure('08P01', 'unsupported startup parameter: options').message).toContain(
      'unsupported startup parameter: options',
    )
  })
})
