import type { ReactNode } from 'react'
import { dayTable, hourTable } from '../../features/compare/compare-tables.ts'
import { calibrationText, comparedSentence, partText, verdictText } from '../../features/compare/compare-text.ts'
import { WHOLE_WEEK } from '../../features/compare/compare-view.ts'
import { GRIDS, gridModel, type GridKind } from '../../features/compare/grid-model.ts'
import { waterfallModel } from '../../features/compare/waterfall-model.ts'
import type { Formatter } from '../../format/formatter.ts'
import { describeNamedStarved } from '../../../shared/predict/assemble/starved/describe-starved.ts'
import { Figures } from '../figures.tsx'
import { HeatTable } from '../heat-table.tsx'
import { PaperTable, Part, Sheet } from '../sheet.tsx'
import { AdherenceTable } from './adherence-table.tsx'
import { compareFigures } from './compare-figures.ts'
import type { ComparePrint } from './load-compare.ts'

interface CompareDocumentProps {
  readonly compare: ComparePrint
  readonly format: Formatter
}

/** A published week on paper: whether it went as predicted, and if not, why. */
export function CompareDocument({ compare, format }: CompareDocumentProps): ReactNode {
  const t = format.texts.paper
  const { detail, list } = compare
  return (
    <Sheet title={t.compared({ plan: detail.planName })} facts={compare.facts}>
      <Figures figures={compareFigures(detail, format)}>
        <p className="headline">{t.verdict({ verdict: verdictText(detail, format) })}</p>
        <p>{calibrationText(list, format)}</p>
        {detail.starvedPools.map((pool) => {
          const text = describeNamedStarved(pool, format)
          return <p key={text}>{text}</p>
        })}
      </Figures>
      <Why compare={compare} format={format} />
      <Part title={t.dayByDay}>
        {detail.days.map((day) => (
          <p key={day.date}>{comparedSentence(format.date(day.date, 'weekday'), day, format)}</p>
        ))}
      </Part>
      {GRIDS.map((kind) => (
        <Grid key={kind} kind={kind} compare={compare} format={format} />
      ))}
      <Part title={t.inNumbers} note={t.pointsKey} isWide>
        <h3>{t.byDate}</h3>
        <PaperTable {...dayTable(detail, format)} />
        <h3>{t.byHour}</h3>
        <PaperTable {...hourTable(detail, format)} />
      </Part>
      <Part title={format.texts.adherence.title} note={format.texts.adherence.tolerance}>
        <AdherenceTable agents={detail.adherence} format={format} />
      </Part>
    </Sheet>
  )
}

function Why({ compare: { detail }, format }: CompareDocumentProps): ReactNode {
  const t = format.texts.paper
  const { total } = detail
  const model =
    total.actual === null ? null : waterfallModel(total, partText(total, detail, { scope: WHOLE_WEEK, format }), format)
  return (
    <Part title={t.whyDifferent} isWhole>
      {model === null ? (
        <p>{comparedSentence(format.texts.compare.theWeek, total, format)}</p>
      ) : (
        <table className="paper-table">
          <caption>{t.fromTo}</caption>
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <td className="paper-waterfall" aria-hidden>
                <span className="paper-waterfall-axis">
                  <span>{format.rate(model.axis.from)}</span>
                  <span>{format.rate(Math.min(100, model.axis.to))}</span>
                </span>
              </td>
              <th scope="col">{t.coverage}</th>
              <th scope="col">{t.visitorsCovered}</th>
              <th scope="col" className="paper-text">
                {t.reason}
              </th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ id, title, kind, from, to, points, visitors, text }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td className="paper-waterfall" aria-hidden>
                  <span className="paper-waterfall-track">
                    <span
                      className={`paper-waterfall-bar paper-waterfall-${kind}`}
                      style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }}
                    />
                  </span>
                </td>
                <td>{points}</td>
                <td>{visitors}</td>
                <td className="paper-text">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

const MARKS = { outside: '', unknown: '?', empty: '·' } as const

function Grid({
  kind,
  compare: { detail, target },
  format,
}: CompareDocumentProps & { readonly kind: GridKind }): ReactNode {
  const t = format.texts.paper
  const percent = { target: format.rate(target) }
  const notes: Readonly<Record<GridKind, string>> = {
    predicted: t.gridPredicted(percent),
    actual: t.gridActual(percent),
    difference: t.gridDifference,
  }
  const hours = gridModel(detail, { kind, format, theme: 'light', target })
  return (
    <Part title={t.gridTitle({ title: format.texts.compare.gridTitles[kind] })} note={notes[kind]} isWhole>
      <HeatTable
        caption={format.texts.compare.grids[kind]}
        columns={hours.map((_, hour) => format.shortHour(hour))}
        rows={format.weekOrder.map((day, column) => ({
          label: format.dayName(day, 'short'),
          cells: hours.map((days) => {
            const { hour, state, text, colour, isOutside } = days[column]!
            return { key: String(hour), text: state === 'counted' ? text : MARKS[state], colour, isFramed: isOutside }
          }),
        }))}
      />
    </Part>
  )
}
