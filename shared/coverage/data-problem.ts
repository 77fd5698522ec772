import { english } from '../language/english.ts'
import { dataProblemText } from './data-problem-text.ts'
import type { DataProblem } from './types.ts'

/** A problem with its note in English, as `--json` has it. */
export function dataProblem(facts: Omit<DataProblem, 'note'>): DataProblem {
  return { ...facts, note: dataProblemText({ ...facts, note: '' }, english()) }
}
