import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'

const STYLE = readFileSync(join(import.meta.dirname, '../../renderer/app/roster/roster.css'), 'utf8')

let browser: SharedBrowser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(async () => browser.close())

it('the hours of a large team, with quarters, stay on one line of the printed roster', async () => {
  const page = await browser.newPage()
  const days = '<td>9a–5p</td>'.repeat(7)
  await page.setContent(
    `<style>body { font-family: 'Open Sans', sans-serif; width: 182mm } table { width: 100%; border-collapse: collapse } ${STYLE}</style>
    <table class="roster"><tbody><tr><th>All agents</th>${days}<td class="roster-hours">1,039.75 h</td></tr></tbody></table>`,
  )
  const cell = page.locator('.roster-hours')
  expect(
    await cell.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return { lines: range.getClientRects().length, fits: element.scrollWidth <= element.clientWidth }
    }),
  ).toEqual({ lines: 1, fits: true })
})
