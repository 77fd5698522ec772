import { runProgram } from '../../../electron/terminal/program.ts'
import type { TerminalHost } from '../../../electron/terminal/context.ts'
import { openBackend } from '../../support/services.ts'

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command line in this process, on the real backend with its worker threads. */
export async function runCommand(args: readonly string[], changes: Partial<TerminalHost> = {}): Promise<CommandResult> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) })
  const code = await runProgram(
    {
      terminal: { stdout: stream('stdout'), stderr: stream('stderr'), locale: 'en-US' },
      openBackend: (dataDir) => openBackend(dataDir!),
      clock: () => Date.parse('2026-11-22T09:15:00Z'),
      signal: new AbortController().signal,
      version: '0.0.0-test',
      startServer: () => Promise.reject(new Error('Serving is tested with its own host.')),
      openInBrowser: async () => false,
      printPage: () => Promise.reject(new Error('Printing is tested with its own browser.')),
      ...changes,
    },
    args,
  )
  return { code, ...written }
}
