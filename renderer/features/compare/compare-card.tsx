import { CircleCheck, CircleDashed, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { differenceOf, rateOf } from '../../../shared/compare/compared.ts'
import { useFormat } from '../../format/format-context.tsx'
import { bandRange, calibrationWords, signedPoints, verdictWords, weekName } from './compare-words.ts'
import type { CompareList, ComparedWeek } from './compare-types.ts'

interface CompareCardProps {
  readonly week: ComparedWeek
  readonly list: CompareList
}

/** The week in three figures, whether it was inside its band, and how often weeks are. */
export function CompareCard({ week, list }: CompareCardProps): ReactNode {
  const format = useFormat()
  const { total, state } = week
  const { predictedOfKnown, predicted: whole, actual, band } = total
  const difference = differenceOf(total)
  const isPart = total.knownShare > 0 && total.knownShare < 1
  return (
    <section className="compare-card" aria-label="The week in figures">
      <p className="compare-card-title">
        {week.planName}, {weekName(week.week, format)}
      </p>
      <dl className="compare-figures">
        <div>
          <dt>{isPart ? 'Predicted of what is known' : 'Predicted'}</dt>
          <dd>
            {format.rate(100 * rateOf(predictedOfKnown ?? whole))}
            {band === null ? null : (
              <span className="compare-figure-note">
                {isPart ? `all of it: ${format.rate(100 * rateOf(whole))} (${bandRange(band, format)})` : `80 % band: ${bandRange(band, format)}`}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{state === 'running' ? 'Actual so far' : 'Actual'}</dt>
          <dd>{actual === null ? 'not known' : format.rate(100 * rateOf(actual))}</dd>
        </div>
        <div>
          <dt>Difference</dt>
          <dd>{difference === null ? '–' : signedPoints(difference, format)}</dd>
        </div>
        <div>
          <dt>Visitors</dt>
          <dd>
            {actual === null ? '–' : format.count(actual.visitors)}
            <span className="compare-figure-note">{format.count((predictedOfKnown ?? whole).visitors)} expected</span>
          </dd>
        </div>
      </dl>
      <p className="compare-verdict">
        <Verdict week={week} />
        <span className="quiet">{calibrationWords(list)}</span>
      </p>
    </section>
  )
}

function Verdict({ week }: { readonly week: ComparedWeek }): ReactNode {
  const format = useFormat()
  const inside = week.total.insideBand80
  const kind = inside === null ? 'open' : inside ? 'inside' : 'outside'
  const icon = kind === 'open' ? <CircleDashed size={16} aria-hidden /> : kind === 'inside' ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />
  return (
    <strong className={`compare-pill compare-pill-${kind}`}>
      {icon}
      {verdictWords(week, format)}
    </strong>
  )
}
