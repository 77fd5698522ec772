import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { BUILT } from '../support/built.ts'

/** The most memory of a command of the command line as it is shipped, on a data folder of its own, in bytes. */
export async function peakMemoryOf(command: string, ...options: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  const peakFile = join(folder, 'peak')
  const preload = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href
  try {
    await promisify(execFile)(
      process.execPath,
      ['--import', preload, BUILT.commandLine, command, '--data-dir', join(folder, 'data'), '--json', ...options],
      { env: { ...process.env, PEAK_MEMORY_FILE: peakFile }, maxBuffer: 2 ** 28 },
    )
    return Number(readFileSync(peakFile, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
