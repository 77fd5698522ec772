import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from '@e965/xlsx'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { faults, faultsInBothThemes } from './support/axe.ts'
import { closeDialog, openDemo } from './support/pages.ts'
import {
  agentsOf,
  createPlan,
  openPlan,
  planWith,
  saveAgent,
  shiftBar,
  shiftWith,
  waitUntilSaved,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page
let planId: string
let names: { readonly ana: string; readonly ben: string }

const NASTY = '<img src=x onerror=alert(1)>'

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  page = opened.page
  await openDemo(page)
  const [ana, ben] = await agentsOf(page)
  names = { ana: ana!.name, ben: ben!.name }
  await saveAgent(page, { agentId: ana!.id, rules: { email: 'ana@example.com' } })
  planId = await createPlan(
    page,
    planWith(
      [
        shiftWith('mon', { agentId: ana!.id, note: NASTY }),
        shiftWith('tue', { agentId: ana!.id, day: 2, breaks: [{ startMinute: 720, endMinute: 750 }] }),
        shiftWith('wed', { agentId: ben!.id, day: 3 }),
      ],
      { name: 'December' },
    ),
  )
  await openPlan(page, planId)
}, 180_000)
afterAll(async () => app.close())

const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
const publish = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog('Published')
    .getByText(/^No one’s shifts change\.$|^\d+ (?:person’s|people’s) shifts change$/u)
    .waitFor()
}
const lines = () => page.locator('.hand-out-lines li').allTextContents()

describe(`handing a plan out, ${WHERE}`, () => {
  it('begins where a plan is published: whose shifts change, and how', async () => {
    await publish()
    await expect.poll(() => dialog('Published').textContent()).toContain('so all shifts are new')
    expect(await lines()).toHaveLength(3)
    await page.getByRole('button', { name: 'Done' }).click()
    await shiftBar(page, 'mon').focus()
    await page.keyboard.press('ArrowRight')
    await waitUntilSaved(page)
    await publish()
    expect(await lines()).toEqual([`Changed: Every Monday, 9:00 AM–5:00 PM (${NASTY}) → 9:15 AM–5:15 PM (${NASTY})`])
    await expect.poll(() => page.locator('.hand-out-person h3').allTextContents()).toEqual([names.ana])
    expect(await faultsInBothThemes(page, 'published', { picture: 'hand-out-published' })).toEqual([])
    await page.getByRole('button', { name: 'Done' }).click()
  })

  it('copies a message, and opens a mail to one person that carries it, with the page to attach', async () => {
    await page.keyboard.press('Alt+Shift+O')
    await dialog('Hand out December').waitFor()
    await page.evaluate(() => {
      const links: string[] = []
      Object.assign(globalThis, { mailLinks: links })
      document.addEventListener(
        'click',
        (event) => {
          const link = (event.target as Element).closest('a[href^="mailto:"]')
          if (link === null) return
          links.push((link as HTMLAnchorElement).href)
          // The tests' computers have no mail program.
          event.preventDefault()
        },
        true,
      )
    })
    const file = await opened.save(() => page.getByRole('button', { name: `Email ${names.ana}` }).click())
    expect(file.name).toMatch(/^December .*\.html$/u)
    const [link] = await page.evaluate(() => (globalThis as unknown as { mailLinks: readonly string[] }).mailLinks)
    const url = new URL(link!)
    expect(decodeURIComponent(url.pathname)).toBe('ana@example.com')
    expect(url.searchParams.get('body')).toContain(`- Changed: Every Monday, 9:00 AM–5:00 PM (${NASTY})`)
    await page.getByText(`Saved “${file.name}”. You can attach it to the email.`).waitFor()
    // What a person gets opens anywhere, and runs nothing of a note.
    const html = readFileSync(file.path, 'utf8')
    expect(html).toContain('&lt;img src=x')
    expect(html).toContain('What changed')
  })

  it('saves pages and calendars of anybody, the list of changes, and everything at once', async () => {
    const save = async (name: string) => opened.save(() => page.getByRole('button', { name, exact: true }).click())
    expect((await save(`Save the calendar of ${names.ana}`)).name).toMatch(/\.ics$/u)
    const team = await save('Save page')
    expect(readFileSync(team.path, 'utf8')).toContain('By person')
    await page.getByRole('button', { name: /^Shifts of/u }).click()
    await page.getByRole('option', { name: names.ben }).click()
    const own = await save('Save page')
    expect(readFileSync(own.path, 'utf8')).toContain(`<h1 dir="auto" translate="no">${names.ben}</h1>`)
    await page.getByRole('button', { name: 'Save list of changes' }).click()
    const csv = await opened.save(() => page.getByRole('menuitem', { name: 'As CSV' }).click())
    expect(readFileSync(csv.path, 'utf8').split('\r\n')).toHaveLength(3)
    const all = await save('Save everything')
    expect(all.name).toMatch(/^December \d{4}-\d\d-\d\d\.zip$/u)
    const files = unzipSync(readFileSync(all.path))
    expect(Object.keys(files).filter((name) => name.startsWith('pages/'))).toHaveLength(2)
    expect(strFromU8(files['December team.html']!)).toContain('Team by day')
    await closeDialog(page)
  })

  const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('compares with an earlier publication, by keyboard alone, and says what publishing would change', async () => {
    await page.getByRole('button', { name: 'Export December' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(focusedText).toContain('Hand out shifts')
    await page.keyboard.press('Enter')
    await dialog('Hand out December')
      .getByText(/^Changes with the publication of/u)
      .waitFor()
    await page.getByRole('button', { name: /Changes since/u }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /^Version 1, published/u }).waitFor()
    // The list takes the focus when it is there; a key before that is lost.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '')).toBe('option')
    await page.keyboard.press('ArrowDown')
    await expect.poll(focusedText).toContain('Version 1, published')
    const answer = Promise.withResolvers<void>()
    await page.route(/handout\.changes/u, async (route) => {
      await answer.promise
      await route.continue()
    })
    await page.keyboard.press('Enter')
    await page.locator('.hand-out[aria-busy=true]').waitFor()
    await expect.poll(focusedText).toContain('Version 1, published')
    answer.resolve()
    await page.locator('.hand-out[aria-busy=false]').waitFor()
    await page.unroute(/handout\.changes/u)
    expect(await lines()).toHaveLength(1)
    expect(await faults(page, 'hand out')).toEqual([])
    await closeDialog(page)
    await shiftBar(page, 'wed').focus()
    await page.keyboard.press('Delete')
    await waitUntilSaved(page)
    await page.keyboard.press('Alt+Shift+O')
    await dialog('Hand out December')
      .getByText(/^Not published as it is now\./u)
      .waitFor()
    expect(await lines()).toEqual(['Canceled: Every Wednesday, 9:00 AM–5:00 PM'])
    await closeDialog(page)
  })

  it('saves a workbook with the shifts as they are', async () => {
    const { name, path } = await opened.save(() => page.keyboard.press('Alt+Shift+X'))
    expect(name).toBe('December.xlsx')
    const rows = XLSX.utils.sheet_to_json<Record<string, string>>(XLSX.read(readFileSync(path)).Sheets['Shifts']!)
    expect(rows.map((row) => [row['day'], row['note']])).toEqual([
      ['Mon', NASTY],
      ['Tue', undefined],
    ])
    expect(opened.complaints).toEqual([])
  })

  it('gives a page that is whole on the smallest phone, asks for nothing, and has no fault for axe', async () => {
    await page.keyboard.press('Alt+Shift+O')
    const { path } = await opened.save(() => page.getByRole('button', { name: 'Save page', exact: true }).click())
    await closeDialog(page)
    const html = readFileSync(path, 'utf8')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 800 })
      await page.setContent(html)
      await page.locator('section.team details').first().waitFor()
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await faults(page, `phone page, ${colorScheme}`)).toEqual([])
    }
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([])
  })
})
