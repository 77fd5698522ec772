import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { takeScreenshot } from './app.ts'

/** Rules that axe tries by itself and whose answer depends on the theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong, in few words. */
export async function faults(page: Page, where: string, exempt: readonly string[] = []): Promise<readonly string[]> {
  return describeFaults(axe(page, exempt), where)
}

/**
 * As `faults`, in the light theme; what depends on colours in the dark one too, of the same page in the same state. It leaves the page light.
 * `picture`: under which name both are kept, if pictures are wanted.
 */
export async function faultsInBothThemes(
  page: Page,
  where: string,
  { exempt = [], picture }: { readonly exempt?: readonly string[]; readonly picture?: string } = {},
): Promise<readonly string[]> {
  const light = await faults(page, where, exempt)
  if (picture !== undefined) await takeScreenshot(page, `${picture}-light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-theme=dark]').waitFor()
  const dark = await describeFaults(axe(page, exempt).withRules(OF_COLOURS), `${where}, dark`)
  if (picture !== undefined) await takeScreenshot(page, `${picture}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html[data-theme=light]').waitFor()
  return [...light, ...dark]
}

function axe(page: Page, exempt: readonly string[]): AxeBuilder {
  // The other way opens a page of its own to sum up frames, of which there are none, and which Electron has no place for.
  return (
    new AxeBuilder({ page })
      .setLegacyMode()
      // For some seconds it names what was read out, also where that has left the page since.
      .exclude('[data-live-announcer]')
      .disableRules([...exempt])
  )
}

async function describeFaults(builder: AxeBuilder, where: string): Promise<readonly string[]> {
  const { violations } = await builder.analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${where}: ${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
  )
}

/**
 * The widget library puts a button for screen readers, "Dismiss", into its popovers but outside of their dialog; and a long list under a
 * search field is moved through, and scrolled, from that field.
 */
export const OVER_THE_PAGE = ['region', 'scrollable-region-focusable']
