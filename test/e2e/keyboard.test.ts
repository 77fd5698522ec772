import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { closeDialog, heatmap, waitForSync } from './support/pages.ts'

const MOST_TABS = 60

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp()
  opened = await app.open()
})
afterAll(async () => app.close())

/** The accessible name of what has the focus. */
const focusedName = async (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  })

async function tabTo(page: Page, name: RegExp): Promise<string> {
  for (let press = 0; press < MOST_TABS; press++) {
    await page.keyboard.press('Tab')
    const focused = await focusedName(page)
    if (name.test(focused)) return focused
  }
  throw new Error(`${MOST_TABS} presses of Tab did not lead to ${String(name)}.`)
}

describe(`the keyboard alone, ${WHERE}`, () => {
  it('leads from the first screen to the heatmap', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Open demo' }).waitFor()
    await tabTo(page, /^Open demo$/)
    await page.keyboard.press('Enter')
    await waitForSync(page)
    expect(await tabTo(page, / visitors?, /)).toMatch(
      /^Monday 00:00, .* visitors, .* missed, \d+% covered, [\d.]+ agents$/,
    )
  })

  it('moves from cell to cell, and stays at the edges', async () => {
    const { page } = opened
    const press = async (...keys: readonly string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key)
      return focusedName(page)
    }
    expect(await press('ArrowRight', 'ArrowRight', 'ArrowDown')).toMatch(/^Tuesday 02:00, /)
    expect(await press('End')).toMatch(/^Tuesday 23:00, /)
    expect(await press('ArrowRight')).toMatch(/^Tuesday 23:00, /)
    expect(await press('Home', 'ArrowUp', 'ArrowUp')).toMatch(/^Monday 00:00, /)
    expect(await press('Control+End')).toMatch(/^Sunday 23:00, /)
  })

  it('shows where the focus is, in the heatmap itself', async () => {
    const { page } = opened
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth)
    expect(outline).toBe('2px')
    await expect.poll(() => heatmap(page).locator('[tabindex="0"]').count()).toBe(1)
  })

  it('opens what lies behind a cell, and comes back to it', async () => {
    const { page } = opened
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Saturday 23:00–24:00' }).waitFor()
    expect(page.url()).toContain('cell=6-23')
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Saturday 23:00–24:00' }).waitFor({ state: 'detached' })
    expect(await focusedName(page)).toMatch(/^Saturday 23:00, /)
  })

  it('finds every command in the palette', async () => {
    const { page } = opened
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await page.keyboard.type('by hour')
    await page.getByRole('option', { name: /Show by hour/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'By hour', selected: true }).waitFor()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('finds agents and weeks in the palette, and offers first what was used last', async () => {
    const { page } = opened
    const before = page.url()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('mayaa')
    await page.getByRole('option', { name: 'Maya Chen' }).waitFor()
    await takeScreenshot(page, 'palette-agent')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Maya Chen' }).waitFor()
    await page.keyboard.press('Control+k')
    const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option')
    await expect.poll(async () => recent.first().textContent()).toBe('Maya Chen')
    await page.keyboard.press('Escape')
    await page.goto(before)
    await page.getByRole('tab', { name: 'By hour', selected: true }).waitFor()
  })

  it('lists the shortcuts of the screen, and each works', async () => {
    const { page } = opened
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await closeDialog(page)
    await page.keyboard.press('Alt+w')
    await page.getByRole('tab', { name: 'By day', selected: true }).waitFor()
    await page.keyboard.press('Alt+t')
    await page.getByRole('table', { name: 'Coverage by day of the week' }).waitFor()
    await page.keyboard.press('Alt+h')
    await heatmap(page).waitFor()
    await page.keyboard.press('Alt+2')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Alt+1')
    await heatmap(page).waitFor()
    expect(page.url()).toContain('/coverage?')
  })

  it('chooses dates, a pool and a zone', async () => {
    const { page } = opened
    await page.getByRole('button', { name: /^Time zone:/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('tokyo')
    await page.getByRole('option', { name: /Tokyo/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Time zone: Tokyo' }).waitFor()
    await page.getByRole('button', { name: /^Dates:/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Last 7 days' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    expect(page.url()).toMatch(/days=7.*zone=Asia%2FTokyo/)
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
