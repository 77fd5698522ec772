import type { Terminal } from './terminal.ts'

/** The app, served on this computer. */
export interface ServedApp {
  readonly port: number
  /** With the token that opens the app. */
  readonly url: string
  /** An address that works once, for handing to a browser. */
  ticketUrl(): string
  close(): Promise<void>
}

/** What serving needs from the composition root. */
export interface ServeHost {
  readonly terminal: Terminal
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  readonly startServer: (request: {
    readonly dataDir: string | null
    readonly port: number | null
  }) => Promise<ServedApp>
  /** false: there is no screen here. */
  readonly openInBrowser: (url: string) => Promise<boolean>
}
