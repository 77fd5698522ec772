import { CircleCheck, CircleDashed, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { differenceOf } from '../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { Card } from '../../kit/card.tsx'
import { KeyFigures } from '../../kit/key-figures.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { bandRange, calibrationText, signedPoints, verdictText, weekName } from './compare-text.ts'
import type { CompareList, ComparedWeek } from './compare-types.ts'

interface CompareCardProps {
  readonly week: ComparedWeek
  readonly list: CompareList
}

/** The week in three figures, whether it was within its range, and how often weeks are. */
export function CompareCard({ week, list }: CompareCardProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const { total, state } = week
  const { predictedOfKnown, predicted: whole, actual, band } = total
  const difference = differenceOf(total)
  const isPart = total.knownShare > 0 && total.knownShare < 1
  return (
    <Card kind="answer" label={t.card}>
      <p className="compare-card-title">{t.planAndWeek({ plan: week.planName, week: weekName(week.week, format) })}</p>
      <KeyFigures
        figures={[
          {
            label: isPart ? t.predictedOfKnown : t.predicted,
            value: format.rate(100 * coverageFraction(predictedOfKnown ?? whole, 1)),
            note:
              band === null
                ? null
                : isPart
                  ? t.wholeWeek({ rate: format.rate(100 * coverageFraction(whole, 1)), range: bandRange(band, format) })
                  : t.rangeNote({ range: bandRange(band, format) }),
          },
          {
            label: state === 'running' ? t.actualSoFar : t.actual,
            value: actual === null ? t.noData : format.rate(100 * coverageFraction(actual, 1)),
            note: null,
          },
          { label: t.difference, value: difference === null ? '–' : signedPoints(difference, format), note: null },
          {
            label: t.visitors,
            value: actual === null ? '–' : format.count(actual.visitors),
            note: t.expectedCount({ count: format.count((predictedOfKnown ?? whole).visitors) }),
          },
        ]}
      />
      <p className="compare-verdict">
        <Verdict week={week} />
        <span className="quiet">{calibrationText(list, format)}</span>
      </p>
    </Card>
  )
}

function Verdict({ week }: { readonly week: ComparedWeek }): ReactNode {
  const format = useFormat()
  const inside = week.total.insideBand80
  const kind = inside === null ? 'open' : inside ? 'inside' : 'outside'
  const icon =
    kind === 'open' ? (
      <CircleDashed size={16} aria-hidden />
    ) : kind === 'inside' ? (
      <CircleCheck size={16} aria-hidden />
    ) : (
      <CircleAlert size={16} aria-hidden />
    )
  return (
    <strong className={`compare-pill compare-pill-${kind}`}>
      {icon}
      {verdictText(week, format)}
    </strong>
  )
}
