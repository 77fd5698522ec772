import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import { publishDemoPlan } from './support/publish-plan.ts'
import { saveAppSettings, SCREENS, settled, type Visit } from './support/screens.ts'
import { textFaults } from './support/text-faults.ts'

// Every screen in the pseudo-language: a text without its brackets comes from no catalogue, one that is cut off has no room in
// languages longer than English, and one of several brackets was put together from pieces that others order otherwise.

let app: ServedApp
let opened: OpenedApp
let page: Page
let workspace: string
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 3 })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
  planId = await publishDemoPlan(page)
  workspace = /#\/w\/([^/]+)/u.exec(page.url())![1]!
  await saveAppSettings(page, { language: 'en-XA' })
})
afterAll(async () => app.close())

async function goTo({ address, ready }: Visit): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}${address(workspace, planId)}`)
  await page.reload()
  await page.getByText('⟦').first().waitFor()
  await ready(page)
}

describe.each(Object.entries(SCREENS))(`%s in the pseudo-language, ${WHERE}`, (name, visit) => {
  beforeAll(async () => goTo(visit))

  it('has all its texts from catalogues, whole and with room', async () => {
    await takeScreenshot(page, `pseudo-${name}`)
    expect(await textFaults(page)).toEqual([])
  })

  it.each(Object.entries(visit.opened ?? {}))('so do %s', async (what, open) => {
    await open(page)
    await page.evaluate(settled)
    await page.waitForFunction(() => document.querySelector('.skeleton') === null)
    await takeScreenshot(page, `pseudo-${name}-${what.replaceAll(' ', '-')}`)
    const faults = await textFaults(page)
    await page.keyboard.press('Escape')
    expect(faults).toEqual([])
  })
})
