import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp } from './support/app.ts'

let app: ServedApp

beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => app.close())

/** The page as a system that says `language` of itself shows it. */
async function openWith(language: string, languages: readonly string[] = [language]): Promise<Page> {
  const { page, context } = await app.open()
  await context.addInitScript(
    (given) => {
      Object.defineProperty(navigator, 'language', { get: () => given.language })
      Object.defineProperty(navigator, 'languages', { get: () => given.languages })
    },
    { language, languages },
  )
  await page.reload()
  return page
}

describe('a system whose language is no clean tag', () => {
  it.each(['en-US@posix', 'und', 'C', 'de_DE.UTF-8', ''])('"%s" shows the first screen all the same', async (language) => {
    const page = await openWith(language)
    await page.getByRole('heading').first().waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('See when visitors find nobody')
    await page.context().close()
  })
})

describe('a page that cannot be shown', () => {
  it('says what happened and how to go on', async () => {
    const { page, context } = await app.open()
    await context.addInitScript(() => Reflect.set(Intl, 'DisplayNames', undefined))
    await page.reload()
    const alert = page.getByRole('alert')
    await alert.getByText(/^This page cannot be shown: /).waitFor()
    expect(await alert.innerText()).toContain('are untouched')
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
    await alert.waitFor()
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Begin at the first screen' }).click()])
    expect(page.url()).toMatch(/#\/welcome$/)
    await context.close()
  })
})
