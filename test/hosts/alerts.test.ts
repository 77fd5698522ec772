import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TRPCClient } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackend, type Backend } from '../../electron/backend/core/create-backend.ts'
import type { SecretKeeper } from '../../electron/backend/core/host-capabilities.ts'
import type { AppCaller } from '../../electron/backend/core/in-process.ts'
import { openLog } from '../../electron/backend/core/log.ts'
import type { AppRouter } from '../../electron/backend/core/router.ts'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { BUILT } from '../support/built.ts'
import { copyDemo } from '../support/prepared-demo.ts'
import { httpReceiver, mailReceiver, type HttpReceiver, type MailReceiver } from '../support/receivers.ts'
import { openBackend } from '../support/services.ts'
import type { TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncEnd } from './support/rpc.ts'
import { runCommand } from './terminal/run-command.ts'

/** Eleven in New York, on a Friday. */
const NOW = Date.parse('2026-03-20T15:00:00Z')
const SECRETS = { path: 'T0-very-secret-path', key: 'signing-key-9f2', password: 'mail-password-7c1' }
const CREDENTIALS = { user: 'covercast', password: SECRETS.password }

describe('alerts that leave the computer', () => {
  let now = NOW
  let folder: string
  let http: HttpReceiver
  let mail: MailReceiver
  let app: TestHost & { readonly backend: Backend }
  let client: TRPCClient<AppRouter>
  let workspaceId: string
  const kept = new Map<string, string>()
  const keyring: SecretKeeper = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, secret) => void kept.set(key, secret),
    remove: async (key) => void kept.delete(key),
  }
  const openApp = (): void => {
    const log = openLog({ folder, clock: () => now })
    const data = openDataAccess({ dataDir: folder, workerEntry: BUILT.workerEntry })
    const backend = createBackend({
      data,
      dataDir: folder,
      rendererFolder: folder,
      version: 'test',
      clock: () => now,
      systemTimeZone: 'UTC',
      environment: {},
      host: { kind: 'desktop', secrets: keyring, notify: null, badge: null, showFigure: null, printer: null },
      log,
      tickMs: 20,
    })
    app = {
      backend,
      dataDir: folder,
      data,
      rendererFolder: folder,
      logText: async () => {
        await log.flush()
        return readFileSync(log.file, 'utf8')
      },
      fetch: (path, init) => backend.fetch(new Request(`http://app.example${path}`, init)),
      close: () => backend.close(),
    }
    client = clientOf(app)
  }
  const watch = (environment: Readonly<Record<string, string>> = {}) =>
    runCommand(['watch', '--once', '--json', '--data-dir', folder], {
      openBackend: (dataDir) => openBackend(dataDir!, () => now, environment),
      clock: () => now,
    })
  const syncAtOnce = async (targetCoverage: number): Promise<string | undefined> => {
    await client.settings.save.mutate({ workspaceId, patch: { targetCoverage } })
    now += 5 * MINUTE_MS
    await client.sync.start.mutate({ workspaceId })
    return (await syncEnd(app, workspaceId)).job.error?.code
  }
  const sync = async (targetCoverage: number): Promise<void> => {
    expect(await syncAtOnce(targetCoverage)).toBeUndefined()
  }
  const kinds = (): readonly string[] => http.received.map(({ body }) => (JSON.parse(body) as { kind: string }).kind)
  const subjects = (): readonly string[] => mail.mails.map((text) => /^Subject: (.*)$/mu.exec(text)![1]!.trim())
  const rule = (channels: readonly string[]) => ({
    id: 'low-coverage',
    name: 'Low coverage',
    isOn: true,
    measure: 'coverage' as const,
    scope: { kind: 'all' as const },
    minutes: 60,
    threshold: null,
    forMinutes: 0,
    quiet: null,
    desktop: true,
    channels: [...channels],
    names: false,
  })
  let channels: string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-alerts-'))
    ;[http, mail] = await Promise.all([httpReceiver(), mailReceiver(CREDENTIALS)])
    await copyDemo(folder, { now, months: 2 })
    openApp()
    workspaceId = (await client.workspaces.list.query())[0]!.id
    await client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: 240, timeZone: 'America/New_York' } })
  }, 120_000)
  afterAll(async () => {
    await app.close()
    await Promise.all([http.close(), mail.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  it('are sent inside the network only after a second confirmation, and not before their text was shown', async () => {
    const webhook = {
      kind: 'json' as const,
      id: null,
      name: 'Team server',
      address: `http://127.0.0.1:${http.port}/${SECRETS.path}`,
      key: SECRETS.key,
    }
    expect(await client.alerts.saveChannel.mutate({ workspaceId, channel: webhook })).toEqual({
      kind: 'private',
      host: `127.0.0.1:${http.port}`,
    })
    const email = {
      kind: 'email' as const,
      id: null,
      name: 'Lead',
      host: '127.0.0.1',
      port: mail.port,
      security: 'none' as const,
      user: CREDENTIALS.user,
      password: CREDENTIALS.password,
      from: 'covercast@example.com',
      to: ['lead@example.com'],
    }
    channels = []
    for (const channel of [webhook, email]) {
      const saved = await client.alerts.saveChannel.mutate({ workspaceId, channel, mayBePrivate: true })
      if (saved.kind !== 'saved') throw new Error('It was not saved.')
      channels.push(saved.channelId)
    }
    expect(await failureOf(client.alerts.saveRule.mutate({ workspaceId, rule: rule(channels) }))).toMatchObject({
      report: { code: 'conflict' },
    })
    const { texts, review } = await client.alerts.preview.query({ workspaceId, rule: rule(channels) })
    expect(texts.map(({ title }) => title)).toEqual(['Coverage is low', 'Resolved: Coverage is low'])
    await client.alerts.saveRule.mutate({ workspaceId, rule: rule(channels), review })
    expect([http.received, mail.mails]).toEqual([[], []])
  })

  it('can be tried with the text that is shown', async () => {
    const { test } = await client.alerts.settings.query({ workspaceId })
    for (const channelId of channels)
      expect(await client.alerts.testChannel.mutate({ workspaceId, channelId })).toEqual({ kind: 'sent' })
    const [message] = http.received.splice(0)
    expect(message!.path).toBe(`/${SECRETS.path}`)
    expect(JSON.parse(message!.body)).toMatchObject({ kind: 'test', title: test.title, lines: test.lines })
    const [, seconds, hash] = /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(String(message!.headers['x-covercast-signature']))!
    expect(hash).toBe(createHmac('sha256', SECRETS.key).update(`${seconds}.${message!.body}`).digest('hex'))
    expect(subjects()).toEqual([test.title])
    mail.mails.length = 0
  })

  it('are one message an episode through failures, a restart, and the app and watch at once', async () => {
    let refused = 0
    http.answer = (response) => {
      refused += 1
      response.writeHead(503).end()
    }
    await sync(100)
    await expect.poll(() => [refused, subjects()]).toEqual([1, ['Coverage is low']])
    http.received.length = 0
    await app.close()
    http.answer = (response) => response.writeHead(204).end()
    now += 2 * MINUTE_MS
    openApp()
    const environment = {
      COVERCAST_ALERT_TEAM_SERVER_URL: `http://127.0.0.1:${http.port}/${SECRETS.path}`,
      COVERCAST_ALERT_TEAM_SERVER_KEY: SECRETS.key,
      COVERCAST_ALERT_LEAD_URL: `smtp://127.0.0.1:${mail.port}`,
      COVERCAST_ALERT_LEAD_PASSWORD: SECRETS.password,
    }
    const rounds = await Promise.all([watch(environment), watch(environment)])
    expect(rounds.map(({ code }) => code)).toEqual([0, 0])
    await expect.poll(kinds).toEqual(['raised'])
    await sync(100)
    // Where another syncs just now, that one's figures are as good.
    const [{ code }, failure] = await Promise.all([watch(environment), syncAtOnce(100)])
    expect([code, [undefined, 'store-busy'].includes(failure as never)]).toEqual([0, true])
    expect([kinds(), subjects()]).toEqual([['raised'], ['Coverage is low']])
  }, 120_000)

  it('are followed by one that says it is over', async () => {
    await sync(50)
    await expect
      .poll(() => [kinds(), subjects()])
      .toEqual([
        ['raised', 'resolved'],
        ['Coverage is low', 'Resolved: Coverage is low'],
      ])
    await sync(50)
    const { code, stderr } = await watch()
    expect([code, kinds().length, mail.mails.length]).toEqual([0, 2, 2])
    // Without the keyring, which is the window's alone, it says which channel is off and what would bring it back.
    expect(stderr).toContain('The channel “Team server” is off here.')
    expect(stderr).toContain('COVERCAST_ALERT_TEAM_SERVER_URL')
    expect(stderr).toContain('COVERCAST_ALERT_LEAD_PASSWORD')
  }, 120_000)

  it('go to no other server that the environment names', async () => {
    const { stderr } = await watch({ COVERCAST_ALERT_TEAM_SERVER_URL: 'https://elsewhere.example/x' })
    expect(stderr).toContain('The environment names another server than this channel.')
  }, 60_000)

  /** A backend with rounds of watch of the test. */
  const answering =
    (watchRound: AppCaller['alerts']['watch']) =>
    (dataDir: string | null): ReturnType<typeof openBackend> => {
      const backend = openBackend(dataDir!, () => now, {})
      const alerts = new Proxy(backend.call.alerts, {
        get: (calls, name) => (name === 'watch' ? watchRound : Reflect.get(calls, name)),
      })
      const call = new Proxy(backend.call, {
        get: (calls, name) => (name === 'alerts' ? alerts : Reflect.get(calls, name)),
      })
      return { ...backend, call }
    }

  it('are the same document on every system', async () => {
    const asked: unknown[] = []
    const failed = { at: '2026-03-20T15:05:02.000Z', alert: 'Low', channel: 'Chat', subject: null } as const
    const openWatched = answering(async ({ wording }) => {
      asked.push(wording)
      return { changes: [], delivered: [{ ...failed, state: 'failed', text: 'timeout' }], off: [], problems: [] }
    })
    const silent = { write: () => true }
    let written = ''
    const { code } = await runCommand(['watch', '--once', '--json', '--data-dir', folder], {
      openBackend: openWatched,
      clock: () => now,
      terminal: { stdout: { write: (text: string) => (written += text) }, stderr: silent, locale: 'de-DE' },
    })
    expect(code).toBe(0)
    expect(asked).toEqual([{ language: 'en-US', texts: 'en' }])
    expect(JSON.parse(written)).toMatchObject({ text: 'The server did not answer within 10 seconds.' })
  }, 60_000)

  it('go on being watched after a round that failed, which is said', async () => {
    const interrupt = new AbortController()
    let rounds = 0
    let clock = now
    const { code, stderr } = await runCommand(['watch', '--every', '1', '--data-dir', folder], {
      openBackend: answering(async () => {
        rounds += 1
        if (rounds === 2) interrupt.abort()
        throw new AppError({ code: 'store-damaged', message: 'The work file cannot be read.' })
      }),
      // Whenever it looks at the clock, the next sync is due.
      clock: () => (clock += 2 * MINUTE_MS),
      signal: interrupt.signal,
    })
    expect([rounds, code]).toEqual([2, 0])
    expect(stderr).toContain('Not everything could be checked or sent: The work file cannot be read.')
  }, 60_000)

  it('leave neither address nor key nor password in a file, a log or an answer', async () => {
    await client.alerts.testChannel.mutate({ workspaceId, channelId: channels[0]! })
    const answers = JSON.stringify(await client.alerts.settings.query({ workspaceId }))
    const texts = [answers, await app.logText()]
    await app.close()
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) texts.push(readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    openApp()
    for (const secret of Object.values(SECRETS))
      expect([secret, texts.filter((text) => text.includes(secret)).length]).toEqual([secret, 0])
    expect([...kept.keys()]).toEqual([`alerts/${workspaceId}`])
  })

  it('forget the secrets of a channel with it, and the rule goes on with the other', async () => {
    await client.alerts.removeChannel.mutate({ workspaceId, channelId: channels[0]! })
    expect([...kept.values()].join()).not.toContain(SECRETS.path)
    const { rules, channels: left } = await client.alerts.settings.query({ workspaceId })
    expect(left.map(({ name }) => name)).toEqual(['Lead'])
    expect(rules[0]).toMatchObject({ channels: [channels[1]], isReviewed: true })
  })

  it('bring a digest once a week, which was shown before', async () => {
    mail.mails.length = 0
    // Friday noon in New York.
    const digest = { isOn: true, dayOfWeek: 5, hour: 9, channels: [channels[1]!] }
    expect(await failureOf(client.alerts.saveDigest.mutate({ workspaceId, digest }))).toMatchObject({
      report: { code: 'conflict' },
    })
    const { texts, review } = await client.alerts.previewDigest.query({ workspaceId, digest })
    expect(texts[0]!.title).toMatch(/^Coverage last week: \d+\s?%$/u)
    expect(texts[0]!.lines.at(-1)).toMatch(/ · weekly digest$/u)
    await client.alerts.saveDigest.mutate({ workspaceId, digest, review })
    await expect.poll(subjects).toEqual([texts[0]!.title])
    await app.close()
    openApp()
    await Promise.all([watch(), watch()])
    await sync(50)
    expect(subjects()).toHaveLength(1)
    await client.workspaces.erase.mutate({ id: workspaceId })
    expect(kept.size).toBe(0)
  }, 120_000)
})
