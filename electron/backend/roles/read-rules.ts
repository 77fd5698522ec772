import { rulesFromFile } from '../../../shared/contract/rules-file.ts'
import type { PlannedAgent } from '../../store/plan-store-records.ts'

/** The agents of the text of a rules file; one that the file does not name keeps the name it has. Throws 'invalid-input'. */
export function readRules(text: string, before: readonly PlannedAgent[]): readonly PlannedAgent[] {
  const { rules, names } = rulesFromFile(text)
  const namesBefore = new Map(before.map(({ id, name }) => [id, name]))
  return Object.entries(rules.agents).map(([id, own]) => ({ id, name: (Object.hasOwn(names, id) ? names[id] : namesBefore.get(id)) ?? null, rules: own }))
}
