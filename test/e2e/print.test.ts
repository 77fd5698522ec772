import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printAddress, type PrintPageInput } from '../../shared/contract/print-page.ts'
import { HOST, type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import { goToPlans, LEARN_MS, openPlan } from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page
let workspaceId: string
let planId: string

const NAMES = [
  'Ana-Sofía Müller-Łukaszewicz of the very long name',
  'Иван Петрович',
  ...Array.from({ length: 58 }, (_, index) => `Agent ${index}`),
]

/** Asks the app to change something; the id of what it made. */
const post = (path: string, input: object): Promise<string> =>
  page.evaluate(
    async ([where, body]) => {
      const answer = await fetch(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return ((await answer.json()) as { readonly result: { readonly data: { readonly id: string } } }).result.data.id
    },
    [`/trpc/${path}`, JSON.stringify(input)] as const,
  )

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open({ colorScheme: 'dark' })
  page = opened.page
  await openDemo(page)
  workspaceId = /^#\/w\/([^/]+)\//u.exec(new URL(page.url()).hash)![1]!
  const shifts = NAMES.flatMap((agentId, agent) =>
    [1, 2, 3, 4, 5].map((day) => ({
      id: `${agent}-${day}`,
      agentId,
      day,
      startMinute: 540,
      endMinute: 1020,
      breaks: [{ startMinute: 720, endMinute: 750 }],
      note: '',
    })),
  )
  planId = await post('plans.create', {
    workspaceId,
    plan: { name: 'Sixty agents', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts },
  })
})
afterAll(async () => app.close())

/** Shows a print page where the app was, as paper or as a screen. */
async function showPaper(input: PrintPageInput): Promise<void> {
  await page.goto(new URL(printAddress(input), page.url()).href)
  await page.locator('html[data-print="ready"], html[data-print="failed"]').waitFor({ timeout: LEARN_MS })
}

/** What of the parts, upright or turned, is wider than the paper. */
const tooWide = (parts: string): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const sheet = document.querySelector('.sheet')!.getBoundingClientRect()
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.getBoundingClientRect().right > sheet.right + 1)
      .map((element) => `${element.tagName} ${element.className} ${(element.textContent ?? '').slice(0, 40)}`)
  }, parts)

describe(`exports of a plan and of a report, ${WHERE}`, () => {
  it('are in a menu of the editor, by keyboard too, and save a calendar', async () => {
    await goToPlans(page)
    await openPlan(page, planId, '2027-03-08')
    const menu = page.getByRole('button', { name: 'Export Sixty agents' })
    await menu.focus()
    await page.keyboard.press('Enter')
    const items = await page.getByRole('menuitem').allTextContents()
    // Whether PDFs are made depends on the computer.
    const titles = items.map((title) => title.replace(/^(?:Print the roster|Save roster as PDF)$/u, 'Roster'))
    expect(titles.filter((title) => !/PDF$|page per person/u.test(title))).toEqual([
      'Hand out shifts',
      ...(HOST === 'browser' ? ['Print'] : []),
      'Roster',
      'Save as Excel workbook',
      'Save as calendar',
      'Save shifts as CSV',
      'Save predicted coverage as CSV',
      'Save this plan as a file',
      'Picture of the roster',
      'Save one agent’s calendar',
    ])
    const file = await opened.save(() => page.getByRole('menuitem', { name: 'Save as calendar' }).click())
    expect(file.name).toBe('Sixty agents 2027-03-08.ics')
    const events = new ICAL.Component(ICAL.parse(readFileSync(file.path, 'utf8')) as never).getAllSubcomponents(
      'vevent',
    )
    expect(events).toHaveLength(60 * 5 * 13)
    // Of one agent alone, by keyboard.
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Save as calendar' }).waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('menuitem', { name: 'Agent 7', exact: true }).waitFor()
    await takeScreenshot(page, 'export-calendar-of-one')
    await page.keyboard.press('End')
    const ofOne = await opened.save(() => page.keyboard.press('Enter'))
    // The stand-in's Chromium offers a name in signs that the system's locale lacks as "download".
    expect(ofOne.name).toMatch(
      HOST === 'browser'
        ? /^Sixty agents Иван Петрович 2027-03-08\.ics$/u
        : /^(?:Sixty agents Иван Петрович 2027-03-08\.ics|download)$/u,
    )
    const own = new ICAL.Component(ICAL.parse(readFileSync(ofOne.path, 'utf8')) as never).getAllSubcomponents('vevent')
    expect(own.map((event) => event.getFirstPropertyValue('summary'))).toEqual(
      Array.from({ length: 5 * 13 }, () => 'Иван Петрович'),
    )
    await menu.click()
    const shifts = await opened.save(() => page.getByRole('menuitem', { name: 'Save shifts as CSV' }).click())
    expect(readFileSync(shifts.path, 'utf8').split('\r\n')).toHaveLength(60 * 5 + 2)
  })

  it('have keys of their own, on each screen for what it shows', async () => {
    const rows = async (keys: string): Promise<readonly [name: string, header: string]> => {
      const { name, path } = await opened.save(() => page.keyboard.press(keys))
      return [name, readFileSync(path, 'utf8').split(/\r?\n/u)[0]!.replace('\uFEFF', '')]
    }
    expect((await rows('Alt+Shift+S'))[0]).toBe('Sixty agents shifts 2027-03-08.csv')
    expect((await rows('Alt+Shift+H'))[0]).toBe('Sixty agents coverage by hour 2027-03-08.csv')
    expect(await rows('Alt+Shift+C')).toEqual(['Sixty agents 2027-03-08.ics', 'BEGIN:VCALENDAR'])
    expect((await rows('Alt+Shift+F'))[0]).toBe('Sixty agents.covercast')
    const back = page.url()
    await page.keyboard.press('Alt+1')
    await page.getByRole('button', { name: 'Save the trend as CSV' }).waitFor()
    expect((await rows('Alt+Shift+D'))[1]).toMatch(/^date,/u)
    expect((await rows('Alt+Shift+V'))[1]).toMatch(/^day,hour,/u)
    await page.goto(back)
    await page.getByRole('button', { name: 'Export Sixty agents' }).waitFor()
  })

  it('say what went wrong, and what to do about it', async () => {
    const back = page.url()
    const gone = await post('plans.create', {
      workspaceId,
      plan: { name: 'Gone', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts: [] },
    })
    await openPlan(page, gone, '2027-03-08')
    await post('plans.archive', { workspaceId, planId: gone })
    await post('plans.erase', { workspaceId, planId: gone })
    await page.keyboard.press('Alt+Shift+S')
    const alert = page.getByRole('alert').filter({ hasText: 'no longer there' })
    await alert.waitFor()
    await expect
      .poll(() => alert.textContent())
      .toBe('This plan is no longer there. Choose another from the list of plans.')
    await takeScreenshot(page, 'export-failed')
    await page.goto(back)
    await page.getByRole('button', { name: 'Export Sixty agents' }).waitFor()
  })

  // The desktop's window shows the app's page alone; its PDFs are tried in test/desktop.
  it.runIf(HOST === 'browser')('open the print dialog of the browser by its shortcut', async () => {
    await page.context().addInitScript(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-asked', 'yes')
    })
    const [popup] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('ControlOrMeta+p')])
    await popup.locator('html[data-asked]').waitFor({ timeout: LEARN_MS })
    await expect.poll(() => popup.getByRole('heading', { level: 1 }).textContent()).toBe('Sixty agents')
    await popup.close()
  })

  it.runIf(HOST === 'browser').each(['a4', 'letter'] as const)(
    'fit on %s, light whatever the theme, with nothing cut off',
    async (paper) => {
      const back = page.url()
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      // What is left between the margins.
      const upright = paper === 'a4' ? { width: 688, height: 1000 } : { width: 710, height: 940 }
      const turned = paper === 'a4' ? { width: 1016, height: 673 } : { width: 949, height: 695 }
      for (const input of [
        { kind: 'plan', workspaceId, planId, week: '2027-03-08', paper },
        { kind: 'coverage', workspaceId, from: '2026-01-01', to: '2026-01-31', paper },
      ] as const) {
        await page.setViewportSize(upright)
        await showPaper(input)
        await expect.poll(() => page.locator('html').getAttribute('data-print')).toBe('ready')
        expect(await tooWide('.sheet *:not(.part-wide, .part-wide *)')).toEqual([])
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
        await expect.poll(() => page.locator('canvas, img').count()).toBe(0)
        await takeScreenshot(page, `print-${input.kind}-${paper}`)
        await page.setViewportSize(turned)
        expect(await tooWide('.part-wide *')).toEqual([])
      }
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(back)
    },
  )

  it.runIf(HOST === 'browser')('say which signs no font here has, and no others', async () => {
    const withNames = (name: string, ...names: readonly string[]) => {
      const shifts = names.map((agentId) => ({
        id: agentId,
        agentId,
        day: 1,
        startMinute: 540,
        endMinute: 1020,
        breaks: [],
        note: '',
      }))
      return post('plans.create', {
        workspaceId,
        plan: { name, timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts },
      })
    }
    const back = page.url()
    // Letters of many alphabets, marks that are drawn over others, and what is blank by nature.
    const fine = ['Zoë Łukasz', 'Иван Ελένη', 'cafe\u0301', 'a\u200d\u2009b']
    const [without, missing] = [
      await withNames('Fine', ...fine),
      await withNames('Missing', ...fine, 'Sign \u{10FFFD} and \uE123'),
    ]
    await showPaper({ kind: 'plan', workspaceId, planId: without, week: '2027-03-08' })
    await expect.poll(() => page.locator('.sheet-warning').count()).toBe(0)
    await showPaper({ kind: 'plan', workspaceId, planId: missing, week: '2027-03-08' })
    const warning = await page.locator('.sheet-warning').textContent()
    expect(warning?.match(/U\+[0-9A-F]+/gu)?.toSorted()).toEqual(['U+10FFFD', 'U+E123'])
    expect(warning).toContain('Install a font that has them')
    await page.goto(back)
  })

  it.runIf(HOST === 'browser')('say what is wrong where there is nothing to print', async () => {
    await showPaper({ kind: 'plan', workspaceId, planId: crypto.randomUUID(), week: '2027-03-08' })
    await expect.poll(() => page.locator('html').getAttribute('data-print')).toBe('failed')
    await expect.poll(() => page.getByRole('heading').textContent()).toBe('This document could not be made')
    await page.goto(new URL('/print.html#nonsense', page.url()).href)
    await page.getByText('The address does not name a document.').waitFor()
  })
})
