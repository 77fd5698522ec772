import type { Page } from 'playwright'

/** The system of whoever opens the app, as far as a page notices it. */
export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly deviceScaleFactor?: number
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
}

export const USUAL = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  locale: 'en-GB',
  colorScheme: 'light',
} as const satisfies Required<OpenOptions>

/** The built app, as a user's computer runs it, with a data folder of its own. */
export interface ServedApp {
  /**
   * Opens the app at its beginning. In a browser that is a page beside those that are open; on the desktop it is the one window, which goes
   * back to what it showed when this one is closed.
   */
  readonly open: (options?: OpenOptions) => Promise<OpenedApp>
  /** Ends the app, as its user does. */
  readonly stop: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface OpenedApp {
  readonly page: Page
  /** What the page complained about in its console, and errors nobody caught. */
  readonly complaints: readonly string[]
  /** Loads the page again, now with a script that runs before those of the app. */
  readonly reloadWith: <T>(script: (given: T) => void, given: T) => Promise<void>
  /** Does what saves a file, and waits until it is saved. */
  readonly save: (press: () => Promise<void>) => Promise<SavedFile>
  readonly close: () => Promise<void>
}

export interface SavedFile {
  /** As it is offered to the user. */
  readonly name: string
  readonly path: string
}

/** The pages that are open, with what each complained about. */
export const openPages = new Map<Page, readonly string[]>()

/** Collects what a page complains about from now on. */
export function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = []
  openPages.set(page, complaints)
  page.once('close', () => openPages.delete(page))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}
