/** Keeps secrets beyond the running process, encrypted for this user of this computer. */
export interface SecretKeeper {
  get(key: string): Promise<string | null>
  set(key: string, secret: string): Promise<void>
  remove(key: string): Promise<void>
}

/** A few words for somebody who may be looking elsewhere. */
export interface Notification {
  readonly title: string
  readonly body: string
}

/**
 * What hosts can do differently. Whatever a host cannot do is null, and the user is told or the page does it itself.
 * A power is added here when a first use case asks for it (saving files by dialog, making PDFs).
 */
export interface HostCapabilities {
  readonly kind: 'browser' | 'desktop'
  /** null: passwords are kept only while the app runs. */
  readonly secrets: SecretKeeper | null
  /** Shows a notification of the system; null: the page says it itself. */
  readonly notify: ((notification: Notification) => void) | null
}

/** A browser tab served from this computer: it keeps nothing. */
export const BROWSER_CAPABILITIES: HostCapabilities = { kind: 'browser', secrets: null, notify: null }
