import { assertNever } from '../../foundation/errors.ts'
import type { Formatter } from '../../language/formatter.ts'
import { describeNamedStarved } from '../assemble/starved/describe-starved.ts'
import type { ModelWarning } from '../types.ts'

/** A warning in a sentence. */
export function warningText(warning: ModelWarning, format: Formatter): string {
  const { modelWarnings: t } = format.texts
  switch (warning.kind) {
    case 'no-sessions':
    case 'availability-fixed':
    case 'membership-unknown':
    case 'poor-fit':
      return t[warning.kind]
    case 'little-history':
      return t['little-history']({ count: warning.days })
    case 'few-visits':
      return t['few-visits']({ count: warning.visits })
    case 'covered-outside-sessions':
      return t['covered-outside-sessions']({ share: format.rate(100 * warning.share) })
    case 'starved-pool':
      return describeNamedStarved(warning, format)
    default:
      return assertNever(warning)
  }
}
