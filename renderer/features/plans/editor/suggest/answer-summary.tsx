import type { ReactNode } from 'react'
import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import type { AnswerBasis, AnswerFigures } from './answer-figures.ts'
import { gainText } from './move-text.ts'
import { useDifferenceBand } from './use-difference-band.ts'

interface AnswerSummaryProps {
  readonly basis: AnswerBasis
  readonly figures: AnswerFigures
}

/** The plan before and after the chosen changes. */
export function AnswerSummary({ basis, figures: { before, after } }: AnswerSummaryProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const band = useDifferenceBand(basis.week.world.inputs, {
    before: before.intervals,
    after: after.intervals,
    poolId: basis.plan.poolId,
  })
  const gain = after.totals.covered - before.totals.covered
  const rate = (totals: AnswerFigures['before']['totals']): string => {
    const percent = coveragePercent(totals)
    return percent === null ? '–' : format.rate(percent)
  }
  const rows = [
    { name: t.coverage, values: [rate(before.totals), rate(after.totals)] },
    {
      name: t.covered,
      values: [before, after].map(({ totals }) => format.count(Math.round(totals.covered))),
    },
    { name: t.hours, values: [before, after].map(({ hours }) => format.hours(hours)) },
    ...(before.cost === null || after.cost === null
      ? []
      : [{ name: t.cost, values: [before.cost, after.cost].map((cost) => format.money(cost)) }]),
  ]
  return (
    <section className="suggest-summary" aria-label={t.answer}>
      <p className="panel-coverage">
        <span className={gain < 0 ? 'suggest-gain panel-worse' : 'suggest-gain panel-better'}>
          {t.gained({ count: Math.abs(gain), gain: gainText(gain, format) })}
        </span>
      </p>
      <p className="quiet">
        {before.intervals === after.intervals || band === null
          ? t.bandOnTheWay
          : t.band({ from: format.signed(Math.round(band.lower80)), to: format.signed(Math.round(band.upper80)) })}
      </p>
      <dl className="panel-list">
        {rows.map(({ name, values: [from, to] }) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{from === to ? to : t.change({ before: from!, after: to! })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
