import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'

let app: ServedApp

beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => app.close())

/** The page as a system that says `language` of itself shows it. */
async function openWith(language: string, languages: readonly string[] = [language]): Promise<OpenedApp> {
  const opened = await app.open()
  await opened.reloadWith(
    (given) => {
      Object.defineProperty(navigator, 'language', { get: () => given.language })
      Object.defineProperty(navigator, 'languages', { get: () => given.languages })
    },
    { language, languages },
  )
  return opened
}

describe(`a system whose language is no clean tag, ${WHERE}`, () => {
  it.each(['en-US@posix', 'und', 'C', ''])('"%s" shows the first screen all the same', async (language) => {
    const { page, close } = await openWith(language)
    await page.getByRole('heading').first().waitFor()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('See when visitors go unanswered')
    await close()
  })

  it('"de_DE.UTF-8" shows it in German', async () => {
    const { page, close } = await openWith('de_DE.UTF-8')
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('Sehen Sie, wann Besucher ohne Antwort bleiben')
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'de',
      'ltr',
    ])
    await close()
  })
})

describe(`a page that cannot be shown, ${WHERE}`, () => {
  it('says what happened and how to go on', async () => {
    const { page, reloadWith, close } = await app.open()
    await reloadWith(() => Reflect.set(Intl, 'Locale', undefined), null)
    const alert = page.getByRole('alert')
    await alert.getByText(/^This page can’t be shown: /).waitFor()
    await expect.poll(() => alert.innerText()).toContain('are untouched')
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
    await alert.waitFor()
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Go to first screen' }).click()])
    expect(page.url()).toMatch(/#\/welcome$/)
    await close()
  })
})
