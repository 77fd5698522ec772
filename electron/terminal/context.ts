import type { PrintRequest } from '../backend/services/exports/export-services.ts'
import type { Services } from '../backend/services/services.ts'
import type { ServeHost } from './serve-host.ts'
import type { GlobalOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface TerminalHost extends Pick<ServeHost, 'startServer' | 'openInBrowser'> {
  readonly terminal: Terminal
  /** Opens the services on a data folder; null: the default one. */
  readonly openServices: (dataDir: string | null) => Services
  /** Makes a PDF of one of the app's print pages, on a data folder (null: the default one). Throws 'printer-missing' without a browser. */
  readonly printPage: (request: PrintRequest & { readonly dataDir: string | null }) => Promise<Uint8Array>
  readonly clock: () => number
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  readonly version: string
}

/** What every command is given. */
export interface CommandContext extends TerminalHost {
  /** Runs a command's work with the services open, and closes them whatever happens. */
  run(options: GlobalOptions, work: (services: Services) => Promise<void>): Promise<void>
}
