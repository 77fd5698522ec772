import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'
import { copyDemo } from '../support/prepared-demo.ts'
import { takeScreenshot } from './support/app.ts'
import { faults } from './support/axe.ts'
import { clockedServer, type ClockedServer } from './support/clocked-server.ts'
import { HOST } from './support/host.ts'
import { openDemo } from './support/pages.ts'
import { publishDemoPlan } from './support/publish-plan.ts'

const LEARNED_MS = 60_000
/** Eleven in New York, on a Friday. */
const NOW = Date.parse('2026-03-20T15:00:00Z')

/** A window has the clock of its computer. */
describe.runIf(HOST === 'browser')('covering for somebody who is away, in a browser', () => {
  let folder: string
  let browser: SharedBrowser
  let server: ClockedServer
  let page: Page
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'covercast-gap-'))
    await copyDemo(folder, { now: NOW })
    browser = await shareBrowser()
    server = await clockedServer(folder, () => NOW)
    page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      timezoneId: 'America/New_York',
    })
    await page.clock.setFixedTime(NOW)
    await page.goto(server.url)
    await openDemo(page)
    await publishDemoPlan(page, DEMO_PLAN, NOW)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Agent status' }).waitFor({ timeout: LEARNED_MS })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const dialog = (): Locator => page.getByRole('dialog', { name: 'Without Julia Novak today' })

  it('is offered beside who is to come, and names the best ways, what each gives and which rule it breaks', async () => {
    await page.getByRole('button', { name: 'Fill the gap: Julia Novak' }).press('Enter')
    const ways = dialog()
      .getByRole('list', { name: /^Best ways to cover/u })
      .getByRole('listitem')
    await ways.first().waitFor({ timeout: LEARNED_MS })
    await expect.poll(() => ways.count()).toBeLessThanOrEqual(3)
    await dialog()
      .getByText(/covers (?:one visitor|\d+ visitors) fewer without this shift/u)
      .waitFor()
    for (const text of await ways.allInnerTexts()) {
      expect(text).toMatch(/Come in|Start at|Stay until|Move the break/u)
      expect(text).toMatch(/\+\d+ visitors?/u)
      expect(text).toMatch(/No work rules are set|Breaks a rule/u)
    }
    await takeScreenshot(page, 'fill-gap')
    expect(await faults(page, 'gap')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Fill the gap: Julia Novak')
  })

  it('marks who is absent, takes a way to cover, and takes both back', async () => {
    await page.getByRole('button', { name: 'Mark as absent…' }).click()
    const question = page.getByRole('dialog', { name: 'Who is absent?' })
    await question.getByRole('button', { name: /Agent/u }).click()
    await page.getByRole('option', { name: 'Julia Novak' }).click()
    await takeScreenshot(page, 'mark-absent')
    await question.getByRole('button', { name: 'Mark as absent' }).click()
    const absent = page.getByRole('region', { name: 'Absent' })
    await absent.getByText(/Julia Novak.*\d+ visitors? lost by the end of the day/u).waitFor({ timeout: LEARNED_MS })
    expect(await faults(page, 'absent')).toEqual([])
    await takeScreenshot(page, 'absent')
    await absent.getByRole('button', { name: 'Fill the gap: Julia Novak' }).click()
    await dialog()
      .getByRole('button', { name: /^Use this/u })
      .first()
      .click({ timeout: LEARNED_MS })
    await page.getByText(/is live with this change/u).waitFor({ timeout: LEARNED_MS })
    // Only for a while: what it changes may be learned for longer.
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor({ timeout: LEARNED_MS })
    await absent.getByRole('button', { name: 'Not absent: Julia Novak' }).click()
    await absent.waitFor({ state: 'detached' })
  })

  it('is not offered beside who is there', async () => {
    await page.getByText('Maya Chen', { exact: true }).first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Fill the gap: Maya Chen' }).count()).toBe(0)
  })
})
