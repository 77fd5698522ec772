import { errors, type Locator, type Page } from 'playwright'

/** First sync of the demo on a slow machine. */
export const SYNC_MS = 120_000

export const heatmap = (page: Page): Locator => page.getByRole('grid', { name: 'Coverage by day of the week and hour' })
export const cells = (page: Page): Locator => heatmap(page).locator('[data-place]')
/** What to change, beside the charts. */
export const topBlocks = (page: Page): Locator =>
  page.getByRole('region', { name: 'What to change' }).getByRole('listitem')
export const coverageCard = (page: Page): Locator => page.getByRole('region', { name: 'Coverage of the range' })

/** Opens the demo, unless the app has opened it of its own accord, and waits for its figures. */
export async function openDemo(page: Page): Promise<void> {
  const [offer, sync] = ['Open demo', 'Sync'].map((name) => page.getByRole('button', { name, exact: true }))
  await offer!.or(sync!).first().waitFor({ timeout: SYNC_MS })
  if (await offer!.isVisible()) await offer!.click()
  await waitForSync(page)
}

/** Waits until no sync runs and the figures of the last one are there. */
export async function waitForSync(page: Page): Promise<void> {
  await page.waitForFunction(hasLastFigures, null, { timeout: SYNC_MS, polling: 100 })
  await page.getByRole('button', { name: 'Sync', exact: true }).waitFor({ timeout: SYNC_MS })
  await heatmap(page).locator('.week-grid-counted').first().waitFor({ timeout: SYNC_MS })
}

/** In the page: asks the backend itself, because the page can be a moment behind, before it hears of a sync and after. */
async function hasLastFigures(): Promise<boolean> {
  const workspaceId = /^#\/w\/([^/]+)\//.exec(location.hash)?.[1]
  if (workspaceId === undefined) return false
  const ask = async <T>(procedure: string): Promise<T> => {
    const answer = await fetch(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
    return ((await answer.json()) as { readonly result: { readonly data: T } }).result.data
  }
  const job = await ask<{ readonly state: string } | null>('sync.state')
  if (job?.state === 'running') return false
  const { revision } = await ask<{ readonly revision: number }>('workspace.overview')
  return document.querySelector<HTMLElement>('.coverage')?.dataset['revision'] === String(revision)
}

/** Closes the open dialog by the keyboard. Until it is gone it keeps the focus, and the keys meant for the page. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** What a cell counts, read from the name that is read out. */
export function readCell(name: string): { readonly visitors: number; readonly missed: number } {
  const match = /, ([\d,]+) visitors?, ([\d,]+) missed,/.exec(name)
  if (match === null) throw new Error(`No figures in "${name}".`)
  const number = (text: string): number => Number(text.replaceAll(',', ''))
  return { visitors: number(match[1]!), missed: number(match[2]!) }
}

/**
 * Whether the page can be scrolled sideways once its layout has settled. Charts follow a new
 * window size only when their observers have run, so a wide page gets five seconds to become narrow.
 */
export async function scrollsSideways(page: Page): Promise<boolean> {
  try {
    await page.waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      undefined,
      { timeout: 5000, polling: 50 },
    )
    return false
  } catch (error) {
    if (error instanceof errors.TimeoutError) return true
    throw error
  }
}
