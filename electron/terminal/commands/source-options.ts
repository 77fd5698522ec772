import { readFileSync } from 'node:fs'
import { decodeText } from '../../backend/core/decode-text.ts'
import type { TerminalTexts } from '../format.ts'
import { usage } from '../options.ts'
import type { SyncRequest } from '../run-sync.ts'

/** How the command line names a source. */
export interface SourceOptions {
  readonly source?: string
  readonly sourceFile?: string
}

/** The connection that the options name; null: none. Throws 'usage'. */
export function sourceUrlOf({ source, sourceFile }: SourceOptions, { sync: t }: TerminalTexts): string | null {
  if (sourceFile === undefined) return source ?? null
  if (source !== undefined) throw usage(t.twoSources, t.giveOne)
  try {
    return (decodeText(readFileSync(sourceFile)) ?? '').trim()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usage(t.sourceFileNotRead({ why }), t.sourceFileForm)
  }
}

/** Whether everybody on this computer can read the password in the list of processes. */
export function hasPassword(url: string): boolean {
  return /^[a-z]+:\/\/[^/?#@]*:[^/?#]*@/iu.test(url) || /[?&]password=[^&]/iu.test(url)
}

/** The names of tables in a file. Throws 'usage'. */
export function readMapping(file: string, { sync: t }: TerminalTexts): SyncRequest['mapping'] {
  try {
    return JSON.parse(decodeText(readFileSync(file)) ?? '') as SyncRequest['mapping']
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usage(t.mappingNotRead({ file, why }), t.mappingForm)
  }
}
