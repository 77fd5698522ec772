import type { Page } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { backUpWorkspace } from '../../electron/store/workspace-backup.ts'
import { createWorkspace } from '../../electron/store/workspaces.ts'
import { startPostgresProxy, type PostgresProxy } from '../support/postgres-proxy.ts'
import { createSmallCompany, ORGANIZATION } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo, waitForSync } from './support/pages.ts'

let app: ServedApp
let page: Page
let database: TestDatabase
let proxy: PostgresProxy
let crossed = 0
let folder: string

beforeAll(async () => {
  database = await createSmallCompany(inject('postgresUrl'), { now: Date.now(), days: 20, visitsPerDay: 50 })
  proxy = await startPostgresProxy(database.url, { onData: () => void (crossed += 1) })
  folder = mkdtempSync(join(tmpdir(), 'covercast-backup-'))
  const dataDir = join(folder, 'data')
  const { id } = createWorkspace({
    dataDir,
    name: 'Restored',
    source: { kind: 'postgres', url: proxy.url, organizationId: ORGANIZATION, mapping: null },
    now: Date.now,
  })
  backUpWorkspace({ dataDir, id, file: join(folder, 'restored.covercast'), overwrite: false, now: Date.now })
  app = await serveApp()
  page = (await app.open()).page
})
afterAll(async () => {
  await app.close()
  await proxy.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = () => page.getByRole('dialog', { name: 'Is this your database?' })

describe(`a workspace from a backup, ${WHERE}`, () => {
  it('says on its screens that its connection is not confirmed, and shows where it leads before anything connects', async () => {
    await openDemo(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Restore from backup' }).click(),
    ])
    await chooser.setFiles(join(folder, 'restored.covercast'))
    await page.getByText('Restored was restored.').waitFor()
    await page.getByRole('banner').getByRole('button').first().click()
    await page
      .getByRole('menuitem', { name: /^Restored/u })
      .or(page.getByRole('option', { name: /^Restored/u }))
      .first()
      .click()

    await page.getByRole('region', { name: 'Connection not confirmed' }).waitFor()
    await page.getByRole('banner').getByRole('button', { name: 'Sync', exact: true }).click()
    const { hostname, port, pathname } = new URL(proxy.url)
    await dialog().getByText(`${hostname}, port ${port}`).waitFor()
    await dialog().getByText(pathname.slice(1), { exact: true }).waitFor()
    await takeScreenshot(page, 'confirm-source')
    await dialog().getByRole('button', { name: 'Not now' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(crossed).toBe(0)
  })

  it('syncs once the connection is confirmed', async () => {
    await page.getByRole('button', { name: 'Review connection' }).click()
    await dialog().getByRole('button', { name: 'Connect and sync' }).click()
    await waitForSync(page)
    await page.getByRole('region', { name: 'Connection not confirmed' }).waitFor({ state: 'detached' })
    expect(crossed).toBeGreaterThan(0)
  })
})
