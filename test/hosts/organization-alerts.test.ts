import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { httpReceiver, type HttpReceiver } from '../support/receivers.ts'
import { makeDataFolder, openBackend } from '../support/services.ts'
import {
  createDatabase,
  insertAgents,
  insertCalls,
  insertOrganization,
  insertPageviews,
  type TestDatabase,
} from '../support/source-database.ts'
import { runCommand } from './terminal/run-command.ts'

const OWN = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER = 'aaaaaaaa-0000-4000-8000-000000000002'
const agentOf = (id: string): string => id.replace('aaaaaaaa', 'cccccccc')

describe('an alert when an organization falls a class', () => {
  const folder = makeDataFolder()
  let database: TestDatabase
  let receiver: HttpReceiver
  let later = 0
  const clock = (): number => Date.now() + later
  const environment = () => ({ COVERCAST_ALERT_TEAM_URL: `http://127.0.0.1:${receiver.port}/secret-path` })
  const opened = (dataDir: string | null) => openBackend(dataDir ?? folder.path, clock, environment())
  const watch = async () => {
    const { code, stdout, stderr } = await runCommand(['watch', '--once', '--json', '--data-dir', folder.path], {
      openBackend: opened,
      clock,
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { readonly state: string; readonly pool: string | null })
      .map(({ state, pool }) => `${state} ${pool}`)
  }
  const visits = (organizationId: string, count: number, isCovered: boolean) =>
    insertPageviews(
      database.client,
      Array.from({ length: count }, (_, index) => ({
        organizationId,
        agentId: isCovered ? agentOf(organizationId) : null,
        createdAt: Date.now() - 10 * MINUTE_MS - index * 100,
      })),
    )
  const titles = () => receiver.received.map(({ body }) => (JSON.parse(body) as { title: string }).title)

  beforeAll(async () => {
    ;[database, receiver] = await Promise.all([createDatabase(inject('postgresUrl')), httpReceiver()])
    for (const [id, name] of [
      [OWN, 'Lumen'],
      [OTHER, 'Harbor'],
    ] as const) {
      await insertOrganization(database.client, { id, name })
      await insertAgents(database.client, [{ id: agentOf(id), organizationId: id, name: 'Ann' }])
      await insertCalls(
        database.client,
        Array.from({ length: 30 }, (_, index) => ({
          organizationId: id,
          agentId: agentOf(id),
          createdAt: Date.now() - (1 + index) * HOUR_MS,
        })),
      )
      await visits(id, 30, true)
    }
    await database.run(`update organizations set subscription_status = 'active'`)
    const synced = await runCommand(['sync', '--source', database.url, '--org', OWN, '--data-dir', folder.path])
    if (synced.code !== 0) throw new Error(synced.stderr)
    const backend = opened(folder.path)
    const { call } = backend
    const workspaceId = (await call.workspaces.list())[0]!.id
    const saved = await call.alerts.saveChannel({
      workspaceId,
      channel: { kind: 'json', id: null, name: 'Team', address: environment().COVERCAST_ALERT_TEAM_URL, key: null },
      mayBePrivate: true,
    })
    if (saved.kind !== 'saved') throw new Error('It was not saved.')
    await call.alerts.removeRule({ workspaceId, ruleId: 'low-coverage' })
    const rule = {
      id: null,
      name: 'Health',
      isOn: true,
      measure: 'organization-health' as const,
      scope: { kind: 'all' as const },
      minutes: 60,
      threshold: null,
      forMinutes: 0,
      quiet: null,
      desktop: false,
      channels: [saved.channelId],
      names: false,
    }
    const { review } = await call.alerts.preview({ workspaceId, rule })
    await call.alerts.saveRule({ workspaceId, rule, review })
    await backend.close()
  }, 60_000)
  afterAll(async () => {
    await receiver.close()
    await database.drop()
    folder.remove()
  })

  it('is one message an organization, of any that the connection shows, and one when it is over', async () => {
    expect(await watch()).toEqual([])
    await visits(OTHER, 500, false)
    // It was counted less than an hour ago.
    expect(await watch()).toEqual([])
    later += 2 * HOUR_MS
    expect(await watch()).toEqual(['raised Harbor', 'sent Harbor'])
    expect(await watch()).toEqual([])
    // However long nobody looks.
    later += 30 * HOUR_MS
    expect(await watch()).toEqual([])
    await visits(OTHER, 4000, true)
    later += 2 * HOUR_MS
    expect(await watch()).toEqual(['resolved Harbor', 'sent Harbor'])
    expect(titles()).toEqual(['Harbor fell a class', 'Resolved: Harbor fell a class'])
  })

  it('leaves the platform that is looked at as it is', async () => {
    const backend = opened(folder.path)
    expect((await backend.call.health.platforms()).map(({ found }) => found?.organizations)).toEqual([2])
    await backend.close()
  })

  it('says that organizations cannot be counted, and keeps nothing else from being checked', async () => {
    await database.run('alter table widget_pageviews rename to visits')
    later += 2 * HOUR_MS
    const { code, stderr } = await runCommand(['watch', '--once', '--data-dir', folder.path], {
      openBackend: opened,
      clock,
    })
    expect([code, stderr]).toEqual([1, expect.stringContaining('widget_pageviews')])
  })
})
