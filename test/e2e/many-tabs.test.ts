import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOST, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'

// A browser opens six connections to one address for all its tabs.
const TABS = 7

describe.runIf(HOST === 'browser')(`the app in many tabs, ${WHERE}`, () => {
  let app: ServedApp
  beforeAll(async () => {
    app = await serveApp({ demo: true, months: 4 })
  })
  afterAll(async () => app.close())

  it('answers in each of them, also once the first is closed', async () => {
    const { page: first, complaints } = await app.open()
    await openDemo(first)
    const [address] = first.url().split('?')
    const tabs = [first]
    while (tabs.length < TABS) {
      const tab = await first.context().newPage()
      await tab.goto(address!.replace(/coverage$/u, 'agents'))
      await tab.getByRole('heading', { name: 'Agents', level: 1 }).waitFor()
      tabs.push(tab)
    }
    // The tab that had the stream.
    await first.close()
    await tabs[1]!.getByRole('button', { name: 'Sync', exact: true }).click()
    await tabs[TABS - 1]!.getByRole('button', { name: 'Sync', exact: true }).waitFor()
    expect(complaints).toEqual([])
  })
})
