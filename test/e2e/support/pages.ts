import type { Locator, Page } from 'playwright'

/** First sync of the demo on a slow machine. */
export const SYNC_MS = 60_000

export const heatmap = (page: Page): Locator => page.getByRole('grid', { name: 'Coverage by day of the week and hour' })
export const cells = (page: Page): Locator => heatmap(page).locator('[data-place]')
export const coverageCard = (page: Page): Locator => page.getByRole('region', { name: 'Coverage of the range' })

/** From the first screen to the figures of the demo, synced to the end. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await waitForSync(page)
  // The last figures come a moment after the sync has ended.
  await coverageCard(page).getByText('known so far').waitFor({ state: 'hidden', timeout: SYNC_MS })
}

/** Waits until the figures are there and no sync runs. */
export async function waitForSync(page: Page): Promise<void> {
  await page.waitForFunction(hasNoRunningSync, null, { timeout: SYNC_MS, polling: 100 })
  await page.getByRole('button', { name: 'Sync', exact: true }).waitFor({ timeout: SYNC_MS })
  await heatmap(page).locator('.heatmap-counted').first().waitFor({ timeout: SYNC_MS })
}

/** In the page: asks the backend itself, because the button can be there before the page has heard of the sync that was just started. */
async function hasNoRunningSync(): Promise<boolean> {
  const workspaceId = /^#\/w\/([^/]+)\//.exec(location.hash)?.[1]
  if (workspaceId === undefined) return false
  const answer = await fetch(`/trpc/sync.state?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
  const { result } = (await answer.json()) as { readonly result: { readonly data: { readonly state: string } | null } }
  return result.data?.state !== 'running'
}

/** What a cell counts, read from the name that is read out. */
export function readCell(name: string): { readonly visitors: number; readonly missed: number } {
  const match = /, ([\d,]+) visitors?, ([\d,]+) missed,/.exec(name)
  if (match === null) throw new Error(`No figures in "${name}".`)
  const number = (text: string): number => Number(text.replaceAll(',', ''))
  return { visitors: number(match[1]!), missed: number(match[2]!) }
}

/** Whether the page can be scrolled sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}
