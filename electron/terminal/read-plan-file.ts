import { readFileSync } from 'node:fs'
import { LIMITS } from '../../shared/contract/limits.ts'
import { usage } from './options.ts'

/** The text of a plan file. `other`: what may be given instead. Throws 'usage' for a file that is not there, cannot be read or is too large. */
export function readPlanFile(file: string, other = ''): string {
  const next = `Give a plan file as docs/command-line.md shows it${other}.`
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw usage(whyNot(file, error), next)
  }
  if (text.length <= LIMITS.planFileLength) return text
  throw usage(`The plan file ${file} is larger than any plan.`, next)
}

function whyNot(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}.`
  if (code === 'EISDIR') return `${file} is a folder, not a plan file.`
  if (code === 'EACCES' || code === 'EPERM') return `The file ${file} may not be read by you.`
  return `The file ${file} could not be read${typeof code === 'string' ? ` (${code})` : ''}.`
}
