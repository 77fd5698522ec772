import { existsSync, readFileSync } from 'node:fs'
import { LIMITS } from '../../shared/contract/limits.ts'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import { usage } from './options.ts'
import type { PlanChoice } from '../backend/services/prediction-services.ts'

const LOOKS_LIKE_A_FILE = /[/\\]|\.json$/iu

/**
 * What `--plan FILE|ID` names: a file that is there, or what looks like one, else a stored plan. Throws 'usage' for a file that cannot
 * be read and 'invalid-input', with the path of what is wrong, for one that holds no plan.
 */
export function readPlanChoice(named: string): PlanChoice {
  if (!existsSync(named) && !LOOKS_LIKE_A_FILE.test(named)) return { kind: 'stored', id: named }
  return { kind: 'given', plan: planFromFile(textOf(named)) }
}

function textOf(file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usage(`The plan file "${file}" could not be read: ${why}.`, 'Give a plan file as docs/command-line.md shows it, or the id of a stored plan.')
  }
  if (text.length <= LIMITS.planFileLength) return text
  throw usage(`The plan file "${file}" is larger than any plan.`, 'Give a plan file as docs/command-line.md shows it.')
}
