import type { PrintPage } from '../../../shared/contract/print-page.ts'
import type { Plan } from '../../../shared/plan/plan.ts'

/** Keeps secrets beyond the running process, encrypted for this user of this computer. */
export interface SecretKeeper {
  /** null: none is kept. Throws where it cannot be read now, as by a keyring that is locked. */
  get(key: string): Promise<string | null>
  set(key: string, secret: string): Promise<void>
  remove(key: string): Promise<void>
}

/** A few words for somebody who may be looking elsewhere. */
export interface Notification {
  readonly title: string
  readonly body: string
}

/** How likely the next visitor is covered. */
export interface LiveFigure {
  readonly workspace: string
  /** 0-100; null: not known. */
  readonly chance: number | null
  /** The same of each pool, where there are several. `name` null: visits without a pool. */
  readonly pools: readonly { readonly name: string | null; readonly chance: number | null }[]
  /** Online. */
  readonly agents: number
  /** Epoch milliseconds; null: not known. */
  readonly asOf: number | null
  readonly timeZone: string
}

/** What is printed, and the plan where it is stored nowhere. */
export interface PrintRequest {
  readonly page: PrintPage
  readonly plan: Plan | null
}

/** Makes a PDF of one of the app's print pages, which nobody sees while it does. */
export interface PagePrinter {
  /** Throws 'print-failed', or what the page itself failed with. */
  print(request: PrintRequest): Promise<Uint8Array>
}

/**
 * What hosts can do differently. Whatever a host cannot do is null, and the user sees a message or the page does it itself.
 * A power is added here when a first use case asks for it.
 */
export interface HostCapabilities {
  readonly kind: 'browser' | 'desktop' | 'terminal'
  /** null: passwords are kept only while the app runs. */
  readonly secrets: SecretKeeper | null
  /** Shows a notification of the system; null: the page says it itself. */
  readonly notify: ((notification: Notification) => void) | null
  /** Shows at the app's icon how many alerts there are; null: this host has no icon that could. */
  readonly badge: ((alerts: number) => void) | null
  /** Shows the chance of the next visitor outside of the page; null takes it away. null: there is no place for it. */
  readonly showFigure: ((figure: LiveFigure | null) => void) | null
  /** null: the page prints itself, by the browser's own dialog. */
  readonly printer: PagePrinter | null
}

/** A browser tab served from this computer: it keeps nothing, and prints by itself. */
export const BROWSER_CAPABILITIES: HostCapabilities = {
  kind: 'browser',
  secrets: null,
  notify: null,
  badge: null,
  showFigure: null,
  printer: null,
}
