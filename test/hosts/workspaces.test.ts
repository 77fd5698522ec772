import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo } from './support/rpc.ts'

describe.each(HOSTS)('workspaces and settings, on $name', ({ open }) => {
  let host: TestHost
  let demo: string
  beforeAll(async () => {
    host = await open()
    demo = await syncedDemo(host)
  })
  afterAll(() => host.close())

  const upload = (body: Uint8Array<ArrayBuffer>) =>
    host.fetch('/upload', { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body })

  it('says what runs, where, and what it can keep', async () => {
    expect(await clientOf(host).app.info.query()).toEqual({
      version: '1.2.3',
      host: 'browser',
      dataFolder: host.dataDir,
      systemTimeZone: 'UTC',
      logFile: join(host.dataDir, 'covercast.log'),
      capabilities: { keepsSecrets: false, notifies: false, showsFigure: false, makesPdf: false },
    })
  })

  it('gives an overview that its screens can start from', async () => {
    const overview = await clientOf(host).workspace.overview.query({ workspaceId: demo })
    expect(overview).toMatchObject({
      workspace: { id: demo, name: 'Demo', source: 'demo', problem: null },
      source: { kind: 'demo' },
      passwordKnown: true,
      countryRule: { mode: 'blocklist', countries: ['AU', 'NZ'] },
      hasCountry: true,
      hasVisitsWithoutPool: true,
      hasMembership: true,
      now: '2026-03-20T15:00:00.000Z',
      lastRun: { outcome: 'done', error: null },
      timeZone: 'America/New_York',
    })
    expect(overview.pools.length).toBeGreaterThan(2)
    expect(overview.countries).toContain('US')
    expect(overview.countries).toEqual(overview.countries.toSorted())
    expect(overview.firstKnownDate! < '2025-06-01').toBe(true)
  })

  it('can change every setting that there is, but for how far back syncs go', async () => {
    const client = clientOf(host)
    const { settings } = await client.workspace.overview.query({ workspaceId: demo })
    const { historyFrom: _historyFrom, sessionsFrom: _sessionsFrom, ...changeable } = settings
    expect(await client.settings.save.mutate({ workspaceId: demo, patch: changeable })).toEqual(settings)
    expect(await client.settings.save.mutate({ workspaceId: demo, patch: { countAwayAsOnline: false } })).toEqual({
      ...settings,
      countAwayAsOnline: false,
    })
    await client.settings.save.mutate({ workspaceId: demo, patch: { countAwayAsOnline: true } })
  })

  it('lets no page name files of this computer', async () => {
    const client = clientOf(host)
    const file = join(host.dataDir, 'taken.covercast')
    for (const call of [
      client.workspaces.backupTo.mutate({ id: demo, file }),
      client.workspaces.restoreFrom.mutate({ file }),
    ]) {
      expect(await failureOf(call)).toMatchObject({ status: 404, report: { code: 'not-found' } })
    }
    expect(existsSync(file)).toBe(false)
  })

  it('keeps the settings of a workspace, each by itself', async () => {
    const client = clientOf(host)
    await client.settings.save.mutate({ workspaceId: demo, patch: { timeZone: 'America/New_York' } })
    const saved = await client.settings.save.mutate({ workspaceId: demo, patch: { overlapMinutes: 30 } })
    expect(saved).toMatchObject({ timeZone: 'America/New_York', overlapMinutes: 30, foldCountriesUnder: 0 })
    const { settings, timeZone } = await client.workspace.overview.query({ workspaceId: demo })
    expect(settings).toEqual(saved)
    expect(timeZone).toBe('America/New_York')
    await client.settings.save.mutate({ workspaceId: demo, patch: { timeZone: null } })
  })

  it('keeps the settings of the app in a private file, whatever else is in it', async () => {
    const { app } = clientOf(host)
    expect(await app.settings.query()).toEqual({
      theme: 'system',
      language: 'system',
      firstDayOfWeek: 'locale',
      currency: null,
      csv: 'commas',
      liveFigure: false,
      updateAddress: null,
    })
    await Promise.all([app.saveSettings.mutate({ theme: 'dark' }), app.saveSettings.mutate({ firstDayOfWeek: 1 })])
    expect(await app.settings.query()).toEqual({
      theme: 'dark',
      language: 'system',
      firstDayOfWeek: 1,
      currency: null,
      csv: 'commas',
      liveFigure: false,
      updateAddress: null,
    })
    const file = join(host.dataDir, 'app.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeFileSync(file, JSON.stringify({ theme: 'sepia', language: 'tlh', firstDayOfWeek: 6, later: true }))
    expect(await app.settings.query()).toEqual({
      theme: 'system',
      language: 'system',
      firstDayOfWeek: 6,
      currency: null,
      csv: 'commas',
      liveFigure: false,
      updateAddress: null,
    })
    writeFileSync(file, '{ "theme": ')
    expect(await app.settings.query()).toEqual({
      theme: 'system',
      language: 'system',
      firstDayOfWeek: 'locale',
      currency: null,
      csv: 'commas',
      liveFigure: false,
      updateAddress: null,
    })
  })

  it('keeps what a screen looked like, by workspace and screen', async () => {
    const { viewState } = clientOf(host)
    expect(await viewState.get.query({ workspaceId: demo, screen: 'coverage' })).toBeNull()
    const state = { from: '2026-01-01', tab: 'heatmap', pools: [null, 'a'] }
    await viewState.save.mutate({ workspaceId: demo, screen: 'coverage', state })
    expect(await viewState.get.query({ workspaceId: demo, screen: 'coverage' })).toEqual(state)
    expect(await viewState.get.query({ workspaceId: demo, screen: 'planner' })).toBeNull()
    const { report } = await failureOf(
      viewState.save.mutate({ workspaceId: demo, screen: 'coverage', state: { password: 'hunter22' } }),
    )
    expect(report).toMatchObject({ code: 'invalid-input', kept: 'Nothing was saved.' })
    const large = await failureOf(
      viewState.save.mutate({ workspaceId: demo, screen: 'coverage', state: 'x'.repeat(70_000) }),
    )
    expect(large.report?.message).toBe('"state" is larger than 65536 bytes.')
  })

  it('backs up to a download that works once, restores from an upload, and erases', async () => {
    const client = clientOf(host)
    await client.workspaces.rename.mutate({ id: demo, name: 'Café "north" / 1' })
    const download = await client.workspaces.backup.mutate({ id: demo })
    expect(download.fileName).toBe('Café north 1 2026-03-20.covercast')
    const answer = await host.fetch(download.path)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const file = new Uint8Array(await answer.arrayBuffer())
    expect(file.byteLength).toBe(download.bytes)
    expect((await host.fetch(download.path)).status).toBe(404)

    const sent = (await (await upload(file)).json()) as { readonly uploadId: string }
    const restored = await client.workspaces.restore.mutate({ uploadId: sent.uploadId, name: 'Copy' })
    expect(restored).toMatchObject({ name: 'Copy', source: 'demo', problem: null })
    const range = { from: '2026-03-01', to: '2026-03-20' }
    const [original, copy] = await Promise.all(
      [demo, restored.id].map((id) => client.coverage.report.query({ workspaceId: id, ...range })),
    )
    expect(copy!.totals).toEqual(original!.totals)

    const again = await failureOf(client.workspaces.restore.mutate({ uploadId: sent.uploadId }))
    expect(again.report).toMatchObject({ code: 'not-found', next: 'Choose the file again.' })
    expect(await client.workspaces.erase.mutate({ id: restored.id })).toEqual({ erased: 'Copy' })
    expect((await client.workspaces.list.query()).map(({ id }) => id)).toEqual([demo])
    const transfers = readdirSync(join(host.dataDir, 'transfers'), { recursive: true, withFileTypes: true })
    expect(transfers.filter((entry) => entry.isFile())).toEqual([])
  })

  it('refuses to restore from what is no backup, and leaves everything as it was', async () => {
    const client = clientOf(host)
    const before = await client.workspaces.list.query()
    const { uploadId } = (await (await upload(new TextEncoder().encode('no backup'))).json()) as {
      readonly uploadId: string
    }
    const { report } = await failureOf(client.workspaces.restore.mutate({ uploadId }))
    expect(report?.code).toMatch(/^(invalid-input|store-damaged)$/)
    expect(await client.workspaces.list.query()).toEqual(before)
  })

  it('lists the last used first', async () => {
    const client = clientOf(host)
    const download = await client.workspaces.backup.mutate({ id: demo })
    const { uploadId } = (await (
      await upload(new Uint8Array(await (await host.fetch(download.path)).arrayBuffer()))
    ).json()) as { readonly uploadId: string }
    const other = await client.workspaces.restore.mutate({ uploadId, name: 'Other' })
    await client.workspaces.use.mutate({ id: demo })
    await client.workspaces.use.mutate({ id: other.id })
    const listed = (await client.workspaces.list.query()).map(({ name }) => name)
    expect(listed).toContain('Other')
    await client.workspaces.erase.mutate({ id: other.id })
  })

  it('erases a workspace whose sync runs, and with it what was known of it', async () => {
    const client = clientOf(host)
    await client.sync.start.mutate({ workspaceId: demo, full: true })
    await client.workspaces.erase.mutate({ id: demo })
    expect(await client.workspaces.list.query()).toEqual([])
    expect(await client.sync.state.query({ workspaceId: demo })).toBeNull()
    expect((await failureOf(client.workspace.overview.query({ workspaceId: demo }))).report?.code).toBe('not-found')
    expect(readdirSync(join(host.dataDir, 'workspaces')).filter((name) => !name.startsWith('.'))).toEqual([])
  })

  it('shows the log, and what was put right', async () => {
    const { app } = clientOf(host)
    const lines = await app.log.query({ lines: 5 })
    expect(lines[0]).toContain('Covercast 1.2.3 was started (browser)')
    expect(readFileSync(join(host.dataDir, 'covercast.log'), 'utf8')).toContain(lines[0])
    expect(await app.notices.query()).toEqual([])
  })
})
