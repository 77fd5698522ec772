import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { passwordOf } from '../../../electron/sync/postgres/password-of.ts'

describe('the password of a connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-pgpass-'))
  const of = (host: string, password: string | null = null) =>
    passwordOf({ host, port: 5432, database: 'shop', user: 'reader', password })
  beforeAll(() => {
    const file = join(folder, 'pgpass')
    writeFileSync(file, 'localhost:5432:shop:reader:simple\ndb.example:*:*:reader:other\n', { mode: 0o600 })
    vi.stubEnv('PGPASSFILE', file)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it.each(['localhost', '/var/run/postgresql', '/run/postgresql/', '/tmp'])(
    'is that for localhost in .pgpass where the server is reached by %s, as psql has it',
    async (host) => {
      expect(await of(host)).toBe('simple')
    },
  )

  it('is the one that was given, or the one of the host, and none elsewhere', async () => {
    expect(await of('localhost', 'typed')).toBe('typed')
    expect(await of('db.example')).toBe('other')
    for (const host of ['/srv/postgres', '127.0.0.1'])
      await expect(of(host)).rejects.toMatchObject({ code: 'source-password' })
  })
})
