import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { LIMITS } from '../../shared/contract/limits.ts'
import { decodeText } from '../backend/core/decode-text.ts'
import type { AppError } from '../../shared/foundation/errors.ts'
import type { TerminalTexts } from './format.ts'
import { usage } from './options.ts'

/** What the names in {A. Lee} mean, as a file of names says it. */
export const NAMES_EXAMPLE = '{"A. Lee": "ann", "B. Ray": null}'

/** The text of a plan file; `orId`: a stored plan may be given instead. Throws 'usage' for a file that is not there, cannot be read or is too large. */
export function readPlanFile(file: string, { orId, texts }: { readonly orId: boolean; readonly texts: TerminalTexts }) {
  return readFile(file, { kind: 'plan', next: orId ? texts.files.givePlanOrId : texts.files.givePlan, texts })
}

/** The text of a rules file. Throws as `readPlanFile`. */
export function readRulesFile(file: string, texts: TerminalTexts): string {
  return readFile(file, { kind: 'rules', next: texts.files.giveRules, texts })
}

/** Throws 'usage' for a roster, or a table about agents, that is not there or cannot be read. */
export function assertTableFile(file: string, kind: 'roster' | 'timeOff' | 'availability', texts: TerminalTexts): void {
  try {
    if (statSync(file).isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
    accessSync(file, constants.R_OK)
  } catch (error) {
    const { giveRoster, giveTimeOff, giveAvailability } = texts.files
    const next = { roster: giveRoster, timeOff: giveTimeOff, availability: giveAvailability }[kind]
    throw notRead(file, error, { kind, next, texts })
  }
}

/** Whom names of a file mean: the text of a JSON file, an agent's id or name by the name in the file. Throws 'usage'. */
export function readNamesFile(file: string, texts: TerminalTexts): string {
  return readFile(file, { kind: 'names', next: texts.files.giveNames({ example: NAMES_EXAMPLE }), texts })
}

interface ReadOptions {
  readonly kind: keyof TerminalTexts['files']['kinds']
  /** What to give instead. */
  readonly next: string
  readonly texts: TerminalTexts
}

function readFile(file: string, options: ReadOptions): string {
  const { kind, next, texts } = options
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw notRead(file, error, options)
  }
  const text = decodeText(bytes)
  if (text === null) throw usage(texts.files.notText({ file }), texts.files.saveAsText)
  if (text.length <= LIMITS.planFileLength) return text
  throw usage(texts.files.tooLarge({ file, kind: texts.files.kinds[kind] }), next)
}

function notRead(file: string, error: unknown, { kind, next, texts: { files: t } }: ReadOptions): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return usage(t.noFile({ file }), next)
  if (code === 'EISDIR') return usage(t.isFolder({ file, kind: t.kinds[kind] }), next)
  if (code === 'EACCES' || code === 'EPERM') return usage(t.notAllowed({ file }), next)
  return usage(typeof code === 'string' ? t.notReadWhy({ file, why: code }) : t.notRead({ file }), next)
}
