import { existsSync } from 'node:fs'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { TerminalTexts } from './format.ts'
import { readPlanFile } from './read-plan-file.ts'

/** A name may hold a slash ("Sales/Support"); a path begins with one, with a drive, or where one is. */
const LOOKS_LIKE_A_FILE = /^(?:\.{0,2}|~|[a-z]:)[/\\]|\.json$/iu

/**
 * What `--plan FILE|ID` names: a file that is there, or what looks like one, else a stored plan. Throws 'usage' for a file that cannot
 * be read and 'invalid-input', with the path of what is wrong, for one that holds no plan.
 */
export function readPlanChoice(named: string, texts: TerminalTexts): PlanChoice {
  if (!existsSync(named) && !LOOKS_LIKE_A_FILE.test(named)) return { kind: 'stored', id: named }
  return { kind: 'given', plan: planFromFile(readPlanFile(named, { orId: true, texts })) }
}
