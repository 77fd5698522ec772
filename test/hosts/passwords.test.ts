import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SecretKeeper } from '../../electron/backend/core/host-capabilities.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { createSmallCompany, ORGANIZATION } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { HOSTS, NOW, type HostOptions, type TestHost } from './support/open-host.ts'
import { clientOf, syncEnd } from './support/rpc.ts'

const PASSWORD = 'Correct-horse:battery/staple?@'

let server: PostgresServer
let database: TestDatabase
let url: string
beforeAll(async () => {
  server = await startPostgres({
    hba: ['host all postgres 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256'],
  })
  database = await createSmallCompany(server.url, { now: NOW, days: 5, visitsPerDay: 50 })
  await database.run(`create role reader login bypassrls password '${PASSWORD}'`)
  await database.run('grant select on all tables in schema public to reader')
  url = `postgres://reader@127.0.0.1:${server.port}/${database.name}`
})
afterAll(async () => {
  await database.drop()
  await server.close()
})

describe.each(HOSTS)('the password of a source, on $name', ({ open }) => {
  const connected = async (
    options: HostOptions = {},
  ): Promise<{ readonly host: TestHost; readonly workspaceId: string }> => {
    const host = await open(options)
    const { workspaceId } = await clientOf(host).source.connect.mutate({
      connection: { kind: 'url', url },
      password: PASSWORD,
      organizationId: ORGANIZATION,
      weeks: 1,
    })
    expect((await syncEnd(host, workspaceId)).job.state).toBe('done')
    return { host, workspaceId }
  }
  const syncWith = async (host: TestHost, workspaceId: string, password?: string) => {
    await clientOf(host).sync.start.mutate({ workspaceId, ...(password === undefined ? {} : { password }) })
    return (await syncEnd(host, workspaceId)).job
  }

  it('is remembered while the app runs, and forgotten when the server does not take it', async () => {
    const { host, workspaceId } = await connected()
    const { workspace } = clientOf(host)
    expect((await syncWith(host, workspaceId)).state).toBe('done')
    const wrong = await syncWith(host, workspaceId, 'wrong-password')
    expect(wrong).toMatchObject({ state: 'failed', error: { code: 'source-password' } })
    expect((await workspace.overview.query({ workspaceId })).passwordKnown).toBe(false)
    expect(await syncWith(host, workspaceId)).toMatchObject({ state: 'failed', error: { code: 'source-password' } })
    expect((await syncWith(host, workspaceId, PASSWORD)).state).toBe('done')
    expect((await workspace.overview.query({ workspaceId })).passwordKnown).toBe(true)
    await host.close()
  })

  it('is taken out of a URL, and lies in no file of the data folder', async () => {
    const host = await open()
    const withPassword = url.replace('reader@', `reader:${encodeURIComponent(PASSWORD)}@`)
    const { workspaceId } = await clientOf(host).source.connect.mutate({
      connection: { kind: 'url', url: withPassword },
      organizationId: ORGANIZATION,
      weeks: 1,
    })
    expect((await syncEnd(host, workspaceId)).job.state).toBe('done')
    await syncWith(host, workspaceId, 'Another-password-9')
    const { source } = await clientOf(host).workspace.overview.query({ workspaceId })
    expect(source).toMatchObject({ kind: 'postgres', url })
    await host.logText()
    for (const file of filesIn(host.dataDir)) {
      const content = readFileSync(file, 'latin1')
      for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'Another-password-9'])
        expect({ file, found: content.includes(secret) }).toEqual({ file, found: false })
    }
    await host.close()
  })

  it('outlives the app where the host can keep it', async () => {
    const kept = new Map<string, string>()
    const secrets: SecretKeeper = {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, secret) => void kept.set(key, secret),
      remove: async (key) => void kept.delete(key),
    }
    const { host, workspaceId } = await connected({
      change: () => ({
        host: { kind: 'desktop', secrets, notify: null, badge: null, showFigure: null, printer: null },
      }),
    })
    // With whom it was given for: it is used for nobody else.
    const target = JSON.stringify(['127.0.0.1', server.port, 'reader'])
    expect([...kept].map(([key, secret]) => [key, JSON.parse(secret) as unknown])).toEqual([
      [workspaceId, { target, password: PASSWORD }],
    ])
    expect((await clientOf(host).app.info.query()).capabilities).toEqual({
      keepsSecrets: true,
      notifies: false,
      showsFigure: false,
      makesPdf: false,
    })
    await clientOf(host).workspaces.erase.mutate({ id: workspaceId })
    expect(kept.size).toBe(0)
    await host.close()
  })
})

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
