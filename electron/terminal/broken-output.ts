/** A stream that says when it can no longer be written. */
interface FailingStream {
  write(text: string): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

interface Outputs {
  readonly stdout: FailingStream
  readonly stderr: FailingStream
  readonly exit: (code: number) => void
}

/** Decides what becomes of a command whose output cannot be written: results nobody reads end it, progress and notes nobody reads do not. */
export function watchOutputs({ stdout, stderr, exit }: Outputs): void {
  stderr.on('error', () => undefined)
  stdout.on('error', (error) => {
    // A reader that went away (`| head`) is no failure of ours.
    if (error.code === 'EPIPE') return exit(0)
    stderr.write(
      `The output could not be written (${error.code ?? error.message}).\nWhat was synced and saved is kept.\nCheck that the disk has room and that the file may be written to, then try again.\n`,
    )
    exit(1)
  })
}
