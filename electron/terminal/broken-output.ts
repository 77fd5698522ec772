import type { TerminalTexts } from './format.ts'

/** A stream that says when it can no longer be written. */
interface FailingStream {
  write(text: string): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

interface Outputs {
  /** Of the language that the command line asks for. */
  readonly texts: () => TerminalTexts

  readonly stdout: FailingStream
  readonly stderr: FailingStream
  readonly exit: (code: number) => void
}

/** Decides what becomes of a command whose output cannot be written: results nobody reads end it, progress and notes nobody reads do not. */
export function watchOutputs({ stdout, stderr, exit, texts }: Outputs): void {
  stderr.on('error', () => undefined)
  stdout.on('error', (error) => {
    // A reader that went away (`| head`) is no failure of ours.
    if (error.code === 'EPIPE') return exit(0)
    const { program: t } = texts()
    stderr.write(`${[t.outputFailed({ why: error.code ?? error.message }), t.outputKept, t.outputNext].join('\n')}\n`)
    exit(1)
  })
}
