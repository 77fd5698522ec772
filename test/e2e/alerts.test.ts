import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'
import { httpReceiver } from '../support/receivers.ts'
import { copyDemo } from '../support/prepared-demo.ts'
import { takeScreenshot } from './support/app.ts'
import { faults } from './support/axe.ts'
import { clockedServer, type ClockedServer } from './support/clocked-server.ts'
import { HOST } from './support/host.ts'
import { openDemo, scrollsSideways, SYNC_MS, waitForSync } from './support/pages.ts'

/** The desktop says it with a notification of the system instead. */
describe.runIf(HOST === 'browser')('alerts, in a browser', () => {
  // Eleven in New York, on a Friday.
  let now = Date.parse('2026-03-20T15:00:00Z')
  let folder: string
  let browser: SharedBrowser
  let server: ClockedServer
  let page: Page
  const open = async (): Promise<void> => {
    server = await clockedServer(folder, () => now)
    page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      timezoneId: 'America/New_York',
    })
    await page.clock.setFixedTime(now)
    await page.goto(server.url)
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-alert-'))
    await copyDemo(folder, { now })
    browser = await shareBrowser()
    await open()
    await openDemo(page)
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const alert = (): Locator => page.locator('.alert-place .banner')
  const save = async (patch: object): Promise<void> => page.evaluate(saveSettings, patch)
  const sync = async (): Promise<void> => {
    now += 5 * MINUTE_MS
    await page.clock.setFixedTime(now)
    await page.getByRole('button', { name: 'Sync', exact: true }).click()
    await page.waitForFunction(isSyncedAt, new Date(now).toISOString(), { timeout: SYNC_MS, polling: 100 })
    await page.getByRole('button', { name: 'Sync', exact: true }).waitFor({ timeout: SYNC_MS })
  }
  const focused = async (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
  const goTo = async (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()

  it('says nothing in quiet hours, when the Today screen only states how it is', async () => {
    await save({ targetCoverage: 100, autoSyncMinutes: 240 })
    await goTo('Settings')
    await page.getByRole('button', { name: 'Edit Low coverage' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await choose(dialog, 'Pools', 'All pools together')
    await dialog.getByText('Quiet hours').click()
    await choose(dialog, 'Quiet from', '11:00')
    await choose(dialog, 'Quiet until', '12:00')
    expect(await faults(page, 'rule')).toEqual([])
    await takeScreenshot(page, 'alert-rule')
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await sync()
    await goTo('Today')
    await page
      .getByRole('region', { name: 'Today in figures' })
      .getByText(/^Coverage is low: \d+ of \d+ visitors missed in the 60 minutes before 11:00 .* Since 11:05\.$/u)
      .waitFor({ timeout: SYNC_MS })
    await expect.poll(() => page.locator('.today-low').count()).toBe(0)
    await goTo('Coverage')
    await expect.poll(() => alert().count()).toBe(0)
  })

  it('says it on every screen once they are over, and leads to today', async () => {
    await goTo('Settings')
    await page.getByRole('button', { name: 'Edit Low coverage' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Quiet hours').click()
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await goTo('Coverage')
    await sync()
    await alert()
      .getByText(
        /^Coverage is low: \d+ of \d+ visitors missed in the 60 minutes before 11:00 \(\d+% covered, target 100%\)\. Since 11:05\.$/u,
      )
      .waitFor()
    expect(await faults(page, 'alert')).toEqual([])
    await takeScreenshot(page, 'low-coverage')
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await scrollsSideways(page)).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: 'View today' }).press('Enter')
    await page.locator('.today-low').waitFor({ timeout: SYNC_MS })
    // There it is said in its place.
    await expect.poll(() => alert().count()).toBe(0)
    await expect.poll(focused).toBe('main')
    await goTo('Coverage')
    await alert().waitFor()
  })

  it('stays dismissed: through syncs, a reload, and an app that was closed', async () => {
    await page.getByRole('button', { name: 'Dismiss alert' }).press('Enter')
    await alert().waitFor({ state: 'detached' })
    // The keyboard goes on from the screen, not from the top of the page.
    await expect.poll(focused).toBe('main')
    await sync()
    await page.reload()
    await waitForSync(page)
    expect([await alert().count(), await page.evaluate(alertsNow)]).toEqual([0, 0])
    await page.close()
    await server.close()
    await open()
    await waitForSync(page)
    await sync()
    expect([await alert().count(), await page.evaluate(alertsNow)]).toEqual([0, 0])
  })

  it('goes to a chat by a channel, after its texts were shown', async () => {
    const receiver = await httpReceiver()
    await goTo('Settings')
    await page.getByRole('button', { name: 'Add channel' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Team chat')
    await dialog.getByLabel('Webhook address').fill(`http://127.0.0.1:${receiver.port}/services/secret`)
    expect(await faults(page, 'channel')).toEqual([])
    await takeScreenshot(page, 'alert-channel')
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByRole('button', { name: 'Send to this address' }).press('Enter')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Test Team chat' }).press('Enter')
    await dialog.getByText('Test message from Covercast').waitFor()
    expect(receiver.received).toEqual([])
    await dialog.getByRole('button', { name: 'Send' }).press('Enter')
    await dialog.getByText('Sent.').waitFor()
    expect(JSON.parse(receiver.received.at(0)!.body)).toMatchObject({
      text: expect.stringContaining('Test message from Covercast') as string,
    })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Edit Low coverage' }).press('Enter')
    await dialog.getByText('Team chat').click()
    await dialog.getByRole('button', { name: 'See the texts…' }).press('Enter')
    await dialog.getByText('Resolved: Coverage is low').waitFor()
    expect(await faults(page, 'texts')).toEqual([])
    await takeScreenshot(page, 'alert-texts')
    await dialog.getByRole('button', { name: 'Save and allow sending' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('this computer and Team chat').waitFor()
    await page.locator('#settings-alerts').scrollIntoViewIfNeeded()
    await takeScreenshot(page, 'alert-settings')
    await receiver.close()
  })

  it('is a new one when coverage was on target in between', async () => {
    await save({ targetCoverage: 50 })
    await sync()
    // The next Friday, at the same time of day.
    now += 7 * 24 * 60 * MINUTE_MS
    await save({ targetCoverage: 100 })
    await sync()
    await alert()
      .getByText(/^Coverage is low: .* Since (?!11:05)\d/u)
      .waitFor()
    await expect.poll(() => alert().count()).toBe(1)
  })
})

/** Opens a list and takes one of its options. */
async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByLabel(label, { exact: true }).press('Enter')
  await dialog.page().getByRole('option', { name: option, exact: true }).click()
}

// In the page.

async function saveSettings(patch: object): Promise<void> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  await fetch('/trpc/settings.save', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ workspaceId, patch }),
  })
}

async function alertsNow(): Promise<number> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  const answer = await fetch(`/trpc/alerts.active?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
  const { data } = (
    (await answer.json()) as { readonly result: { readonly data: readonly { readonly isAlert: boolean }[] } }
  ).result
  return data.filter(({ isAlert }) => isAlert).length
}

async function isSyncedAt(now: string): Promise<boolean> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  const ask = async <T>(procedure: string): Promise<T> => {
    const answer = await fetch(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
    return ((await answer.json()) as { readonly result: { readonly data: T } }).result.data
  }
  const [job, overview] = [
    await ask<{ readonly state: string } | null>('sync.state'),
    await ask<{ readonly now: string | null }>('workspace.overview'),
  ]
  return job?.state !== 'running' && overview.now === now
}
