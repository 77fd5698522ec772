import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'
import { takeScreenshot } from './support/app.ts'
import { HOST } from './support/host.ts'
import { mortalServer } from './support/mortal-server.ts'
import { coverageCard, openDemo, waitForSync } from './support/pages.ts'
import { createPlan, openPlan, planWith, shiftBar, shiftWith, storedShift } from './support/plan-page.ts'

const server = mortalServer()
let browser: SharedBrowser
let context: BrowserContext
/** Open all the time. */
let page: Page

const notice = (): ReturnType<Page['locator']> => page.getByRole('main').getByRole('alert').first()

// The desktop's window ends with its app.
describe.skipIf(HOST === 'desktop')('a page whose app was ended', () => {
  beforeAll(async () => {
    browser = await shareBrowser()
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      timezoneId: 'America/New_York',
    })
    page = await context.newPage()
    await page.goto(await server.start())
    await openDemo(page)
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('says so by itself, and keeps what it shows', async () => {
    await server.end('SIGTERM')
    await notice().filter({ hasText: 'Can’t reach Covercast.' }).waitFor()
    await expect.poll(() => coverageCard(page).innerText()).toMatch(/Coverage\s+\d+%/)
    await takeScreenshot(page, 'app-ended')
  })

  it('says what to do when the app was started again, and goes on once that is done', async () => {
    const address = await server.start()
    expect(new URL(address).origin).toBe(new URL(page.url()).origin)
    await notice().filter({ hasText: 'Covercast was restarted' }).waitFor()
    await expect
      .poll(() => notice().innerText())
      .toContain('In this browser, open the address that Covercast showed when it started.')
    await takeScreenshot(page, 'app-started-again')
    const other = await context.newPage()
    await other.goto(address)
    await coverageCard(other).waitFor()
    await other.close()
    await page.bringToFront()
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
    await notice().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Sync', exact: true }).click()
    await waitForSync(page)
  })

  it('stores the edits of meanwhile, where a plan is open', async () => {
    const planId = await createPlan(page, planWith([shiftWith('mon')]))
    await openPlan(page, planId)
    await server.end('SIGKILL')
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('alert').first().waitFor()
    const address = await server.start()
    const other = await context.newPage()
    await other.goto(address)
    await coverageCard(other).waitFor()
    await other.close()
    await expect.poll(async () => storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 555 })
  })
})
