import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_MESSAGES } from '../../renderer/messages/catalogues.ts'
import {
  directionOf,
  languageOf,
  LANGUAGE_CODES,
  OFFERED_LANGUAGES,
  writtenLanguage,
  type LanguageCode,
} from '../../shared/language/languages.ts'
import { DEEP } from '../support/deep.ts'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import { publishDemoPlan } from './support/publish-plan.ts'
import { saveAppSettings, SCREENS, settled } from './support/screens.ts'
import { textFaults } from './support/text-faults.ts'

// What the pseudo-language cannot show: whether each language has room on every screen, and whether each is whole from right to left.
// `npm test` looks at the longest language on the screens with the least room, the deep run at all of them.
// To look at some, and at what can be opened: COVERCAST_LANGUAGES=de,fr COVERCAST_THEME=dark COVERCAST_SCREENSHOTS=folder.

/** Tables, narrow columns, figures in a row, and the most buttons. */
const LEAST_ROOM = ['coverage', 'today', 'staffing', 'a plan', 'agents', 'settings']

/** How long all that the page says is in a language. */
async function lengthOf(code: LanguageCode): Promise<number> {
  return JSON.stringify(await PAGE_MESSAGES[writtenLanguage(code)]()).length
}

const LENGTHS = await Promise.all(OFFERED_LANGUAGES.map(async (code) => ({ code, length: await lengthOf(code) })))
const [LONGEST] = LENGTHS.toSorted((one, other) => other.length - one.length)
const CHOSEN = process.env['COVERCAST_LANGUAGES']?.split(',')
const SHOWN: readonly LanguageCode[] =
  CHOSEN === undefined
    ? DEEP
      ? [...OFFERED_LANGUAGES.filter((code) => code !== 'en'), 'en-XB']
      : [LONGEST!.code]
    : LANGUAGE_CODES.filter((code) => CHOSEN.includes(code))
const LOOKED_AT = Object.entries(SCREENS).filter(([name]) => CHOSEN !== undefined || DEEP || LEAST_ROOM.includes(name))
const THEME = process.env['COVERCAST_THEME'] ?? 'light'

let app: ServedApp
let page: Page
let workspace: string
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 3 })
  ;({ page } = await app.open())
  await openDemo(page)
  planId = await publishDemoPlan(page)
  workspace = /#\/w\/([^/]+)/u.exec(page.url())![1]!
})
afterAll(async () => app.close())

/** What is cut off on the screen, of which a picture is kept. */
async function cutOff(name: string): Promise<readonly string[]> {
  await takeScreenshot(page, `${name.replaceAll(' ', '-')}-${THEME}`)
  return (await textFaults(page)).filter((fault) => /^cut off|sideways$/u.test(fault))
}

describe.each(SHOWN)(`in %s, ${WHERE},`, (language) => {
  beforeAll(async () => {
    await saveAppSettings(page, { language, theme: THEME })
    await page.reload()
    await page.locator(`html[lang=${languageOf(language).tag}][dir=${directionOf(language)}]`).waitFor()
  })

  it.each(LOOKED_AT)('%s has nothing cut off', async (name, { address, ready, opened }) => {
    await page.goto(`${page.url().split('#')[0]}${address(workspace, planId)}`)
    await ready(page)
    expect(await cutOff(`${language}-${name}`)).toEqual([])
    for (const [what, open] of Object.entries(CHOSEN === undefined ? {} : (opened ?? {}))) {
      await open(page)
      await page.evaluate(settled)
      await page.waitForFunction(() => document.querySelector('.skeleton') === null)
      expect(await cutOff(`${language}-${name}-${what}`)).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
})
