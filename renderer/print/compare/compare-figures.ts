import { differenceOf, rateOf } from '../../../shared/compare/compared.ts'
import type { ComparedWeek } from '../../features/compare/compare-types.ts'
import { bandRange, signedPoints } from '../../features/compare/compare-words.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Figure } from '../figures.tsx'

/** What was predicted of a week, what came, and how far they are apart. */
export function compareFigures({ total, state }: Pick<ComparedWeek, 'total' | 'state'>, format: Formatter): readonly Figure[] {
  const { predictedOfKnown, predicted: whole, actual, band, knownShare } = total
  const difference = differenceOf(total)
  const known = predictedOfKnown ?? whole
  const isPart = knownShare > 0 && knownShare < 1
  const rate = (share: number): string => format.rate(100 * share)
  const bandNote = band === null ? null : isPart ? `all of it: ${rate(rateOf(whole))} (${bandRange(band, format)})` : `80 % band: ${bandRange(band, format)}`
  return [
    { label: isPart ? 'Predicted of what is known' : 'Predicted', value: rate(rateOf(known)), note: bandNote },
    { label: state === 'running' ? 'Actual so far' : 'Actual', value: actual === null ? 'not known' : rate(rateOf(actual)), note: null },
    { label: 'Difference', value: difference === null ? '–' : signedPoints(difference, format), note: null },
    { label: 'Visitors', value: actual === null ? '–' : format.count(actual.visitors), note: `${format.count(known.visitors)} expected` },
    { label: 'Covered', value: actual === null ? '–' : format.count(actual.covered), note: `${format.count(known.covered)} expected` },
    { label: 'Agents on average', value: actual === null ? '–' : format.average(actual.agents), note: `${format.average(known.agents)} expected` },
  ]
}
