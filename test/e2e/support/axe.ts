import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds wrong, in few words. */
export async function faults(page: Page, where: string, exempt: readonly string[] = []): Promise<readonly string[]> {
  // The other way opens a page of its own to sum up frames, of which there are none, and which Electron has no place for.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // For some seconds it names what was read out, also where that has left the page since.
    .exclude('[data-live-announcer]')
    .disableRules([...exempt])
    .analyze()
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
