import type { MappingOutput } from '../../shared/contract/command-output.ts'
import { checkChoices, choicesOf, writeMapping } from '../../shared/contract/source/choices.ts'
import { parseMapping, type SourceMappingInput } from '../../shared/contract/source/mapping.ts'
import type { ServerTables } from '../../shared/contract/source/server-tables.ts'
import { suggestChoices } from '../../shared/contract/source/suggest.ts'

/**
 * A mapping of these tables with every name written out: the given one, else the likeliest. Throws 'invalid-input' for one that cannot be.
 */
export function describeMapping({ tables }: ServerTables, given: unknown): MappingOutput {
  if (given !== null) parseMapping(given)
  const choices = given === null ? suggestChoices(tables) : choicesOf(given as SourceMappingInput, tables)
  const check = checkChoices(choices, tables)
  const checked = Object.values(check.tables)
  return {
    mapping: parseMapping(writeMapping(choices)) as MappingOutput['mapping'],
    isReady: check.isReady,
    problems: checked.flatMap(({ key, problem, columns }) => [
      ...(problem === null ? [] : [{ table: key, column: null, problem }]),
      ...Object.entries(columns).flatMap(([column, one]) =>
        one.problem === null ? [] : [{ table: key, column, problem: one.problem }],
      ),
    ]),
    notRead: checked.filter(({ state }) => state === 'off').map(({ key }) => key),
  }
}
