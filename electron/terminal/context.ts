import type { PrintRequest } from '../backend/core/host-capabilities.ts'
import type { AppCaller, InProcessBackend } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import type { ServeHost } from './serve-host.ts'
import type { GlobalOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

export interface TerminalHost extends Pick<ServeHost, 'startServer' | 'openInBrowser'> {
  readonly terminal: Terminal
  /** Opens the backend on a data folder; null: the default one. */
  readonly openBackend: (dataDir: string | null) => InProcessBackend
  /** Makes a PDF of one of the app's print pages, on a data folder (null: the default one). Throws 'printer-missing' without a browser. */
  readonly printPage: (request: PrintRequest & { readonly dataDir: string | null }) => Promise<Uint8Array>
  readonly clock: () => number
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  readonly version: string
}

/** The rest of what a command that takes long needs while the backend is open. */
export interface CommandSession {
  /** As `call`; a look at a source that it asks for ends when the user interrupts. */
  readonly interruptible: AppCaller
  /** Shows what there is that the user should know and that was not shown yet. */
  readonly showNotices: () => Promise<void>
}

/** What every command is given. */
export interface CommandContext extends TerminalHost {
  /** In the language of --lang, else of the system. */
  readonly format: Formatter
  /** For texts in `--json`: in the language of --lang, else English. */
  readonly documentFormat: Formatter
  /** Runs a command's work with the backend open, and closes it whatever happens. */
  run(options: GlobalOptions, work: (call: AppCaller, session: CommandSession) => Promise<void>): Promise<void>
}
