import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import type { PlanSummary } from '../../store/plan-store-records.ts'
import type { RosterReport } from './roster-report.ts'

const KEPT = 'Nothing was stored.'
const MOST_NAMED = 5

interface Wanted {
  readonly into: PlanSummary | null
  readonly withAbsences: boolean
  readonly agents: readonly { readonly id: string; readonly name: string }[]
}

/** Why what was read cannot be stored: 'invalid-input' where there is nothing, 'conflict' where it does not fit, or names are not sure; null: it can. */
export function refusalOf(
  { understood, absences, matches, notUnderstoodCount }: RosterReport,
  { into, withAbsences, agents }: Wanted,
): ErrorReport | null {
  const { shape, shifts, kind } = understood
  const isWorthStoring = shifts > 0 || shape === 'plan' || (withAbsences && absences.length > 0)
  if (!isWorthStoring)
    return {
      code: 'invalid-input',
      message: `Nothing in the file could be read as a shift${notUnderstoodCount === 0 ? '' : `; ${notUnderstoodCount} ${notUnderstoodCount === 1 ? 'entry was' : 'entries were'} not understood`}.`,
      kept: KEPT,
      next: 'Check the entries listed as not understood. Each has its reason.',
    }
  const unsure = matches.filter(({ how }) => how === 'ambiguous')
  if (unsure.length > 0) {
    const nameOf = new Map(agents.map(({ id, name }) => [id, name]))
    const named = unsure
      .slice(0, MOST_NAMED)
      .map(
        ({ inFile, candidates }) =>
          `"${inFile}" (${candidates.map((id) => `${nameOf.get(id) ?? id}, ${id}`).join(' or ')})`,
      )
    return {
      code: 'conflict',
      message: `Several agents could be meant by ${named.join('; ')}${unsure.length > MOST_NAMED ? `, and by ${unsure.length - MOST_NAMED} more names` : ''}.`,
      kept: KEPT,
      next: 'Choose who is meant; on the command line in a file given with --match.',
    }
  }
  if (into === null) return null
  if (into.archived)
    return {
      code: 'conflict',
      message: `The plan "${into.name}" is archived.`,
      kept: KEPT,
      next: 'Take it back from the archive first, or make a new plan.',
    }
  // A plan file has a zone of its own.
  if (into.timeZone !== understood.timeZone)
    return {
      code: 'conflict',
      message: `The file is a plan in the time zone ${understood.timeZone}, and "${into.name}" is in ${into.timeZone}.`,
      kept: KEPT,
      next: 'Make a new plan of it.',
    }
  if (into.kind !== kind)
    return {
      code: 'conflict',
      message:
        kind === 'weekly'
          ? `The file has weekdays only, and "${into.name}" is a plan of specific weeks.`
          : `The file has dates, and "${into.name}" is a plan of a repeating week.`,
      kept: KEPT,
      next: 'Make a new plan, or choose another one.',
    }
  return null
}
