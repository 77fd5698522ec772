import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { LIMITS } from '../../shared/contract/limits.ts'
import { usage } from './options.ts'

/** The text of a plan file. `other`: what may be given instead. Throws 'usage' for a file that is not there, cannot be read or is too large. */
export function readPlanFile(file: string, other = ''): string {
  return readFile(file, { kind: 'plan', next: `Give a plan file as docs/command-line.md shows it${other}.` })
}

/** The text of a rules file. Throws as `readPlanFile`. */
export function readRulesFile(file: string): string {
  return readFile(file, { kind: 'rules', next: 'Give a rules file as docs/command-line.md shows it.' })
}

/** Throws 'usage' for a roster that is not there or cannot be read. */
export function assertRosterFile(file: string): void {
  try {
    if (statSync(file).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw usage(
      whyNot(file, { error, kind: 'roster' }),
      'Give a CSV, TSV, XLSX or ODS table, an iCalendar file, or a plan file.',
    )
  }
}

/** Whom names of a file mean: the text of a JSON file, an agent's id or name by the name in the file. Throws 'usage'. */
export function readNamesFile(file: string): string {
  return readFile(file, {
    kind: 'names',
    next: 'Give a JSON file such as {"A. Lee": "ann", "B. Ray": null}; null: an agent of this plan only.',
  })
}

type FileKind = 'plan' | 'rules' | 'roster' | 'names'

interface ReadOptions {
  readonly kind: FileKind
  readonly next: string
}

function readFile(file: string, { kind, next }: ReadOptions): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw usage(whyNot(file, { error, kind }), next)
  }
  if (text.length <= LIMITS.planFileLength) return text
  throw usage(`The ${kind} file ${file} is larger than any there is.`, next)
}

function whyNot(file: string, { error, kind }: { readonly error: unknown; readonly kind: FileKind }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}.`
  if (code === 'EISDIR') return `${file} is a folder, not a ${kind} file.`
  if (code === 'EACCES' || code === 'EPERM') return `The file ${file} may not be read by you.`
  return `The file ${file} could not be read${typeof code === 'string' ? ` (${code})` : ''}.`
}
