import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'
import { some } from '../support/deep.ts'
import { HOST } from './support/app.ts'
import { mortalServer } from './support/mortal-server.ts'
import { openDemo, waitForSync } from './support/pages.ts'
import {
  agentsOf,
  createPlan,
  openPlan,
  planWith,
  shiftBar,
  shiftWith,
  storedPlans,
  storedShift,
  waitUntilSaved,
} from './support/plan-page.ts'

const KILLS = some(2, 10)

const server = mortalServer()
let browser: SharedBrowser
let ana: string

async function openPage(url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Which shifts are on the screen, by their names. */
const shown = async (page: Page): Promise<readonly string[]> =>
  (
    await page
      .locator('[data-shift]:not([aria-hidden="true"])')
      .evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''))
  ).toSorted()

interface TwoWindows {
  readonly planId: string
  readonly first: Page
  readonly second: Page
  readonly notice: Locator
}

/** A plan in two windows, each of which has moved its shift: the first is stored, the second is told. */
async function twoWindows(name: string): Promise<TwoWindows> {
  const first = await openPage(await server.running())
  await waitForSync(first)
  const planId = await createPlan(first, planWith([shiftWith('mon', { agentId: ana })], { name }))
  await openPlan(first, planId)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await shiftBar(second, 'mon').waitFor({ timeout: 60_000 })
  await shiftBar(first, 'mon').focus()
  await first.keyboard.press('ArrowRight')
  await waitUntilSaved(first)
  await shiftBar(second, 'mon').focus()
  await second.keyboard.press('ArrowLeft')
  const notice = second.getByRole('alert').filter({ hasText: 'This plan was changed in another window.' })
  await notice.waitFor()
  return { planId, first, second, notice }
}

// On the desktop the same backend runs in the same way; here it can be ended without its window.
describe.skipIf(HOST === 'desktop')('a plan is kept, in a browser', () => {
  beforeAll(async () => {
    browser = await shareBrowser()
    const page = await openPage(await server.running())
    await openDemo(page)
    ana = (await agentsOf(page))[0]!.id
    await page.context().close()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('through a reload and a restart, and what was done can still be undone', async () => {
    const page = await openPage(await server.running())
    await waitForSync(page)
    const planId = await createPlan(page, planWith([shiftWith('mon', { agentId: ana })]))
    await openPlan(page, planId)
    await shiftBar(page, 'mon').focus()
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Control+d', 'Control+z']) await page.keyboard.press(key)
    await waitUntilSaved(page)
    const before = await shown(page)
    await page.reload()
    await shiftBar(page, 'mon').waitFor({ timeout: 60_000 })
    expect(await shown(page)).toEqual(before)
    const again = await openPage(await server.start())
    await waitForSync(again)
    await openPlan(again, planId)
    expect(await shown(again)).toEqual(before)
    await again.getByRole('button', { name: 'Redo: Duplicate shift' }).click()
    expect((await shown(again)).length).toBe(2)
    for (const label of ['Duplicate shift', 'Resize shift', 'Move shift'])
      await again.getByRole('button', { name: `Undo: ${label}` }).click()
    expect(await storedShift(again, planId, 'mon')).toMatchObject({ startMinute: 540, endMinute: 1020 })
    await page.context().close()
    await again.context().close()
  })

  it('while it is left, where an edit could not be saved at once', async () => {
    const page = await openPage(await server.running())
    await waitForSync(page)
    const planId = await createPlan(page, planWith([shiftWith('mon', { agentId: ana })], { name: 'Left' }))
    await openPlan(page, planId)
    await page.route('**/trpc/plans.edit*', async (route) => route.abort())
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.getByRole('button', { name: 'Left', exact: true }).click()
    await shiftBar(page, 'mon').waitFor()
    await expect.poll(() => shiftBar(page, 'mon').getAttribute('aria-label')).toContain('09:15 to 17:15')
    await page.unroute('**/trpc/plans.edit*')
    // It is tried again by itself, sooner or later: a click would race with that.
    await expect.poll(async () => storedShift(page, planId, 'mon')).toMatchObject({ startMinute: 555 })
    await page.context().close()
  })

  it('in two windows: the second is told, and keeps its version as a copy', async () => {
    const { planId, first, second, notice } = await twoWindows('Two windows')
    expect(await storedShift(first, planId, 'mon')).toMatchObject({ startMinute: 555 })
    await expect
      .poll(() => notice.getByRole('button').allTextContents())
      .toEqual(['Save my version as a copy', 'Discard my edits and show the saved plan'])
    await notice.getByRole('button', { name: 'Save my version as a copy' }).click()
    await second
      .getByRole('textbox', { name: 'Name of the plan' })
      .and(second.locator('[value="Two windows (2)"]'))
      .waitFor()
    const copy = (await storedPlans(second)).find(({ name }) => name === 'Two windows (2)')!
    expect(await storedShift(second, copy.id, 'mon')).toMatchObject({ startMinute: 525 })
    await shiftBar(second, 'mon').waitFor()
    // It is in the copy: where the plan itself is opened again, it is as the other window left it.
    await openPlan(second, planId)
    await expect.poll(() => shiftBar(second, 'mon').getAttribute('aria-label')).toContain('09:15 to 17:15')
    await expect.poll(() => second.getByRole('alert').count()).toBe(0)
    await second.context().close()
  })

  it('in two windows: what was refused is there after the plan was left, until the stored plan is asked for', async () => {
    const { planId, second, notice } = await twoWindows('Refused')
    await second.getByRole('button', { name: 'Plans', exact: true }).click()
    await second.getByRole('button', { name: 'Refused', exact: true }).click()
    await notice.waitFor()
    await expect.poll(() => shiftBar(second, 'mon').getAttribute('aria-label')).toContain('08:45 to 16:45')
    await notice.getByRole('button', { name: 'Discard my edits and show the saved plan' }).click()
    await notice.waitFor({ state: 'detached' })
    await shiftBar(second, 'mon').and(second.locator('[aria-label*="09:15 to 17:15"]')).waitFor()
    await shiftBar(second, 'mon').focus()
    await second.keyboard.press('ArrowRight')
    expect(await storedShift(second, planId, 'mon')).toMatchObject({ startMinute: 570 })
    await second.context().close()
  })

  it('when the app is killed in a burst of edits: on the disk is what was on the screen, or the last edit less', async () => {
    let page = await openPage(await server.running())
    await waitForSync(page)
    for (let kill = 0; kill < KILLS; kill++) {
      const planId = await createPlan(
        page,
        planWith([shiftWith('mon', { agentId: ana, startMinute: 0, endMinute: 60 })]),
      )
      await openPlan(page, planId)
      const start = (await storedShift(page, planId, 'mon')).startMinute
      await page.evaluate(watchEdits)
      await shiftBar(page, 'mon').focus()
      await page.keyboard.press('ArrowRight')
      await waitUntilSaved(page)
      let killed: Promise<void> | null = null
      for (let move = 0; move < 13; move++) {
        await page.keyboard.press('ArrowRight', { delay: 20 })
        if (move === 1 + (kill % 11)) killed = server.end('SIGKILL')
      }
      await killed
      await page.keyboard.press('ArrowRight')
      await page.getByRole('alert').first().waitFor()
      const { answered, underWay } = (await page.evaluate(() => (globalThis as unknown as { cutOff: CutOff }).cutOff))!
      const onScreen = await startShown(page)
      await page.context().close()

      page = await openPage(await server.running())
      await waitForSync(page)
      await openPlan(page, planId)
      const onDisk = ((await storedShift(page, planId, 'mon')).startMinute - start) / 15
      // What was said to be stored is; of what was on its way all or nothing.
      expect([answered, answered + underWay]).toContain(onDisk)
      expect(onDisk).toBeGreaterThan(0)
      expect(onScreen - start).toBe(15 * 15)
      expect(await startShown(page)).toBe(start + 15 * onDisk)
      await page.getByRole('button', { name: 'Undo: Move shift' }).click()
      expect((await storedShift(page, planId, 'mon')).startMinute).toBe(start + 15 * (onDisk - 1))
    }
    await page.context().close()
  }, 240_000)
})

/** How far saving had come when the app no longer answered: edits that were said to be stored, and those that were on their way. */
interface CutOff {
  readonly answered: number
  readonly underWay: number
}

/** In the page: counts the edits that are sent and those that are answered, until the first that is not. */
function watchEdits(): void {
  const fetchOnce = globalThis.fetch
  const state: { answered: number; cutOff: CutOff | null } = { answered: 0, cutOff: null }
  Object.defineProperty(globalThis, 'cutOff', { get: () => state.cutOff })
  globalThis.fetch = async (input, init) => {
    const body = init?.body
    if (typeof input !== 'string' || typeof body !== 'string' || !input.includes('/trpc/plans.edit'))
      return fetchOnce(input, init)
    const underWay = (body.match(/"kind":"do"/gu) ?? []).length
    try {
      const response = await fetchOnce(input, init)
      const text = await response.clone().text()
      if (text.includes('"revision"')) state.answered += underWay
      return response
    } catch (error) {
      state.cutOff ??= { answered: state.answered, underWay }
      throw error
    }
  }
}

/** When the shift begins, as the screen says. */
async function startShown(page: Page): Promise<number> {
  const [, hour, minute] = /, (\d\d):(\d\d) to /u.exec((await shiftBar(page, 'mon').getAttribute('aria-label')) ?? '')!
  return Number(hour) * 60 + Number(minute)
}
