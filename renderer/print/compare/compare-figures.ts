import { differenceOf } from '../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import type { ComparedWeek } from '../../features/compare/compare-types.ts'
import { bandRange, signedPoints } from '../../features/compare/compare-text.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Figure } from '../figures.tsx'

/** Predicted and actual of a week, and how far they are apart. */
export function compareFigures(
  { total, state }: Pick<ComparedWeek, 'total' | 'state'>,
  format: Formatter,
): readonly Figure[] {
  const { predictedOfKnown, predicted: whole, actual, band, knownShare } = total
  const { compare: t, paper } = format.texts
  const difference = differenceOf(total)
  const known = predictedOfKnown ?? whole
  const isPart = knownShare > 0 && knownShare < 1
  const rate = (share: number): string => format.rate(100 * share)
  const bandNote =
    band === null
      ? null
      : isPart
        ? t.wholeWeek({ rate: rate(coverageFraction(whole, 1)), range: bandRange(band, format) })
        : t.rangeNote({ range: bandRange(band, format) })
  return [
    {
      label: isPart ? t.predictedOfKnown : t.predicted,
      value: rate(coverageFraction(known, 1)),
      note: bandNote,
    },
    {
      label: state === 'running' ? t.actualSoFar : t.actual,
      value: actual === null ? t.noData : rate(coverageFraction(actual, 1)),
      note: null,
    },
    { label: t.difference, value: difference === null ? '–' : signedPoints(difference, format), note: null },
    {
      label: t.visitors,
      value: actual === null ? '–' : format.count(actual.visitors),
      note: t.expectedCount({ count: format.count(known.visitors) }),
    },
    {
      label: paper.covered,
      value: actual === null ? '–' : format.count(actual.covered),
      note: t.expectedCount({ count: format.count(known.covered) }),
    },
    {
      label: paper.averageAgents,
      value: actual === null ? '–' : format.average(actual.agents),
      note: t.expectedCount({ count: format.average(known.agents) }),
    },
  ]
}
