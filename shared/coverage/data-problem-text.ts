import type { Formatter } from '../language/formatter.ts'
import { en } from '../messages/en.ts'
import type { DataProblem } from './types.ts'

/** What a problem means. One that an earlier version found may lack what its text needs: it keeps its note. */
export function dataProblemText({ kind, count, note, variant, share, reason }: DataProblem, format: Formatter): string {
  const { dataProblems: t } = format.texts
  const name = variant ?? kind
  switch (name) {
    case 'covered-outside-sessions':
      return share === undefined ? note : t[name]({ share: format.rate(100 * share) })
    case 'calls-unread':
    case 'presence-unread':
    case 'page-column-missing':
    case 'page-not-granted':
    case 'page-pattern-invalid':
    case 'page-pattern-slow':
      return reason === undefined ? note : t[name]({ reason })
    case 'calls-missing':
      return note === '' || note === en.dataProblems[name] ? t[name] : note
    case 'country-column-missing':
    case 'organizations-missing':
    case 'country-rule-missing':
    case 'pools-missing':
    case 'catch-all-missing':
    case 'agents-missing':
    case 'membership-missing':
    case 'call-lengths-missing':
    case 'calls-slow':
    case 'page-rules-off':
      return t[name]
    default:
      return t[name]({ count })
  }
}
