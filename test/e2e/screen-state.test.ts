import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { IS_WHOLE } from './support/host.ts'
import { heatmap, openDemo, waitForSync } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  await openDemo(opened.page)
})
beforeEach(() => {
  page = opened.page
})
afterAll(async () => app.close())

const chooseDays = async (days: number): Promise<void> => {
  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByRole('button', { name: `Last ${days} days` }).click()
  await page.getByRole('button', { name: `Dates: Last ${days} days` }).waitFor()
}

describe(`the state of the coverage screen, ${WHERE}`, () => {
  it('follows back and forward', async () => {
    await chooseDays(7)
    await page.getByRole('tab', { name: 'By day' }).click()
    await page.getByRole('link', { name: 'About' }).click()
    await page.goBack()
    await page.getByRole('tab', { name: 'By day', selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('tab', { name: 'Heatmap', selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Dates: Last 30 days' }).waitFor()
    await page.goForward()
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    expect(page.url()).toContain('days=7')
  })

  it('lies in the address, so that it can be kept or sent', async () => {
    await page.getByRole('tab', { name: 'By hour' }).click()
    const address = page.url()
    await chooseDays(90)
    await page.goto(address)
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('By hour')
  })

  it('is as it was when the app is opened again', async () => {
    await chooseDays(14)
    const again = await app.open()
    await again.page.getByRole('button', { name: 'Dates: Last 14 days' }).waitFor()
    await expect.poll(() => again.page.getByRole('tab', { selected: true }).innerText()).toBe('By hour')
    await again.close()
  })

  it.runIf(IS_WHOLE)('takes any two dates from the calendar fields', async () => {
    await page.getByRole('button', { name: /^Dates:/ }).click()
    const from = page.getByRole('group', { name: 'From' }).getByRole('spinbutton')
    await from.first().click()
    // Day, month and year in turn; the field moves on by itself.
    await page.keyboard.type('02032026')
    const to = page.getByRole('group', { name: 'To', exact: true }).getByRole('spinbutton')
    await to.first().click()
    await page.keyboard.type('15032026')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(page.url()).toContain('from=2026-03-02&to=2026-03-15')
    await chooseDays(30)
  })

  it.runIf(IS_WHOLE)('shows the first day in the fields as soon as it is picked, and the second', async () => {
    await page.getByRole('button', { name: /^Dates:/ }).click()
    const edge = async (name: string): Promise<string> => page.getByRole('group', { name, exact: true }).innerText()
    await page.getByRole('button', { name: 'Previous' }).click()
    const days = page.locator('.calendar-cell:not([data-outside-month])')
    await days.nth(4).click()
    await expect.poll(async () => edge('From')).toMatch(/^0?5\D/)
    expect((await edge('To')).replace('To', '')).toBe((await edge('From')).replace('From', ''))
    await days.nth(9).click()
    await expect.poll(async () => edge('To')).toMatch(/^10\D/)
    expect(await edge('From')).toMatch(/^0?5\D/)
    await takeScreenshot(page, 'dates')
    expect((await page.locator('.range-panel').boundingBox())!.width).toBeLessThan(500)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/from=\d{4}-\d\d-05&to=\d{4}-\d\d-10/)
    await chooseDays(30)
  })

  it.runIf(IS_WHOLE).each(['Yesterday', 'This week', 'Last week', 'This month', 'Last month', 'Everything'])(
    'takes %s',
    async (name) => {
      await page.getByRole('button', { name: /^Dates:/ }).click()
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('button', { name: `Dates: ${name}` }).waitFor()
      await page.locator('.coverage:not([aria-busy=true])').waitFor()
      expect(page.url()).toContain(`range=${name.toLowerCase().replace(' ', '-')}`)
    },
  )

  it.runIf(IS_WHOLE)('counts a long trend by the week, and opens the week, then the day, that is clicked', async () => {
    await page.getByRole('heading', { name: /^Week by week/ }).waitFor()
    await takeScreenshot(page, 'everything')
    const click = async (): Promise<void> => {
      const box = (await page
        .getByRole('img', { name: /^Visitors covered and missed (?:in|on) each of/ })
        .boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    }
    const span = (): readonly [string | undefined, string | undefined] => {
      const match = /from=([\d-]+)&to=([\d-]+)/.exec(page.url())
      return [match?.[1], match?.[2]]
    }
    await click()
    await page.waitForURL(/from=/)
    await page.getByRole('heading', { name: /^Day by day/ }).waitFor()
    const [monday, sunday] = span()
    expect(Date.parse(sunday!) - Date.parse(monday!)).toBe(6 * 86_400_000)
    await page.locator('.coverage:not([aria-busy=true])').waitFor()
    await click()
    await expect.poll(() => span()[0] === span()[1]).toBe(true)
    await chooseDays(30)
  })

  it.runIf(IS_WHOLE)('says that dates to come are to come', async () => {
    await page.goto(`${page.url().split('?')[0]}?from=2099-01-01&to=2099-01-31`)
    await page.getByRole('heading', { name: 'These dates are in the future' }).waitFor()
    await page.getByRole('button', { name: 'Show the last 30 days' }).click()
    await page.getByRole('button', { name: 'Dates: Last 30 days' }).waitFor()
    expect(page.url()).toContain('days=30')
  })

  it('leads on from a workspace that is not there', async () => {
    const address = page.url()
    await page.goto(address.replace(/#\/w\/[^/]+/, '#/w/no-such-workspace'))
    await page.getByRole('button', { name: 'Open last used workspace' }).click()
    await page.getByRole('button', { name: 'Workspace: Demo' }).waitFor()
    expect(page.url().split('?')[0]).toBe(address.split('?')[0])
  })

  it.runIf(IS_WHOLE)('filters by pool and country, and says so', async () => {
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    await heatmap(page).waitFor()
    const visitors = async (): Promise<number> =>
      Number(
        /visitors\s+([\d,]+)/
          .exec(await page.getByRole('region', { name: 'Coverage of the range' }).innerText())?.[1]
          ?.replaceAll(',', ''),
      )
    const all = await visitors()
    await page.getByRole('button', { name: /^Pool:/ }).click()
    await page.getByRole('option').nth(1).click()
    await page.waitForURL(/pool=/)
    await page.locator('.coverage:not([aria-busy=true])').waitFor()
    const ofPool = await visitors()
    expect(ofPool).toBeLessThan(all)
    await page.getByRole('button', { name: /^Countries:/ }).click()
    await page.getByText('Only these').click()
    await page.getByRole('option', { name: /Germany/ }).click()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name: 'Countries: Only Germany' }).waitFor()
    await page.locator('.coverage:not([aria-busy=true])').waitFor()
    expect(await visitors()).toBeLessThan(ofPool)
    await page.goBack()
    await page.goBack()
  })

  it('saves the numbers of a chart as CSV', async () => {
    await page.getByRole('tab', { name: 'By day' }).click()
    const { name, path } = await opened.save(() =>
      page.getByRole('button', { name: 'Save the days of the week as CSV' }).click(),
    )
    expect(name).toMatch(/\.csv$/)
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(8)
    await page.getByRole('tab', { name: 'Heatmap' }).click()
  })
})

describe(`settings, ${WHERE}`, () => {
  it('change the theme at once, and for good', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Dark', { exact: true }).click()
    await page.locator('html[data-theme=dark]').waitFor()
    const again = await app.open()
    await again.page.locator('html[data-theme=dark]').waitFor()
    await again.close()
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('System', { exact: true }).click()
    await page.locator('html[data-theme=light]').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  })

  it.runIf(IS_WHOLE)('change the target, which the heatmap follows', async () => {
    await page.getByRole('textbox', { name: 'Target coverage' }).fill('75')
    await page.getByRole('textbox', { name: 'Target coverage' }).press('Tab')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('link', { name: 'Coverage' }).click()
    await heatmap(page).waitFor()
    await expect.poll(() => page.locator('.legend').innerText()).toMatch(/on target, 75/)
  })

  it('rename, back up, erase and restore a workspace', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Rename Demo' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbor')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('button', { name: 'Workspace: Harbor' }).waitFor()
    const { path: file } = await opened.save(() => page.getByRole('button', { name: 'Back up Harbor' }).click())
    await page.getByRole('button', { name: 'Erase Harbor' }).click()
    await page.getByRole('region', { name: 'Erase Harbor?' }).getByRole('button', { name: 'Erase Harbor' }).click()
    await page.getByRole('button', { name: 'Open demo' }).click()
    await waitForSync(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Restore from backup' }).click(),
    ])
    await chooser.setFiles(file)
    await page.getByText('Harbor was restored.').waitFor()
    const [again] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Restore from backup' }).click(),
    ])
    await again.setFiles(file)
    await page.getByRole('textbox', { name: 'Name of the restored workspace' }).fill('Second harbor')
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await page.getByText('Second harbor was restored.').waitFor()
    await page.getByRole('button', { name: /^Workspace:/ }).click()
    await page.getByRole('menuitem', { name: /^Harbor/ }).click()
    await waitForSync(page)
    await expect
      .poll(() =>
        page
          .getByRole('button', { name: /^Workspace:/ })
          .locator('.switcher-name')
          .innerText(),
      )
      .toBe('Harbor')
  })

  it('leave the keyboard somewhere after a workspace was erased', async () => {
    const erase = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: `Erase ${name}`, exact: true }).click()
      const question = page.getByRole('region', { name: `Erase ${name}?` })
      await question.getByRole('button', { name: `Erase ${name}` }).click()
      await question.waitFor({ state: 'detached' })
    }
    const isOnThePage = (): Promise<boolean> => page.evaluate(() => document.activeElement !== document.body)
    await page.getByRole('link', { name: 'Settings' }).click()
    await erase('Second harbor')
    await expect.poll(isOnThePage).toBe(true)
    // The one that is shown: another one comes in its place.
    await erase('Harbor')
    await page.getByRole('button', { name: 'Workspace: Demo' }).waitFor()
    await expect.poll(isOnThePage).toBe(true)
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
