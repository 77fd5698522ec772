import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import type { MatchedBy } from '../../../shared/roster/match-names.ts'
import type { AgentFile } from './read-agent-file.ts'

const KEPT = 'Nothing was stored.'
const MOST_NAMED = 5
/** Ways that may find somebody else. */
const UNSURE: readonly MatchedBy[] = ['near', 'initials', 'email-name']

interface Wanted {
  readonly agents: readonly { readonly id: string; readonly name: string }[]
  /** Somebody has seen which agents the names were taken for. */
  readonly isSeen: boolean
}

/** Why what was read cannot be stored: 'invalid-input' where there is nothing, 'conflict' where names are not sure; null: it can. */
export function refusalOf(
  { kind, entries, matches, notUnderstoodCount }: AgentFile,
  wanted: Wanted,
): ErrorReport | null {
  const unsure = matches.filter(({ how }) => how === 'ambiguous' || (!wanted.isSeen && UNSURE.includes(how)))
  if (unsure.length > 0) {
    const nameOf = new Map(wanted.agents.map(({ id, name }) => [id, name]))
    const named = unsure.slice(0, MOST_NAMED).map(({ inFile, agentId, candidates }) => {
      const ids = agentId === null ? candidates : [agentId]
      return `"${inFile}" (${ids.map((id) => `${nameOf.get(id) ?? id}, ${id}`).join(' or ')})`
    })
    return {
      code: 'conflict',
      message: `It is not certain who is meant by ${named.join('; ')}${unsure.length > MOST_NAMED ? `, and by ${unsure.length - MOST_NAMED} more names` : ''}.`,
      kept: KEPT,
      next: 'Choose who is meant; on the command line in a file given with --match.',
    }
  }
  if (entries.length > 0) return null
  const what = kind === 'time-off' ? 'time off' : 'availability'
  return {
    code: 'invalid-input',
    message: `Nothing in the file could be read as ${what}${notUnderstoodCount === 0 ? '' : `; ${notUnderstoodCount} ${notUnderstoodCount === 1 ? 'row was' : 'rows were'} not understood`}.`,
    kept: KEPT,
    next: 'Check the rows listed as not understood. Each has its reason.',
  }
}
