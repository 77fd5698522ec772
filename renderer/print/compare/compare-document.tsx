import type { ReactNode } from 'react'
import { dayTable, hourTable } from '../../features/compare/compare-tables.ts'
import { calibrationWords, comparedSentence, partWords, verdictWords } from '../../features/compare/compare-words.ts'
import { WHOLE_WEEK } from '../../features/compare/compare-view.ts'
import { GRIDS, GRID_TITLES, gridModel, type GridKind } from '../../features/compare/grid-model.ts'
import { waterfallModel } from '../../features/compare/waterfall-model.ts'
import type { Formatter } from '../../format/formatter.ts'
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

const POINTS = 'Difference, traffic, staffing and the rest are points of coverage.'

/** A published week on paper: did it go as predicted, and if not, why? */
export function CompareDocument({ compare, format }: CompareDocumentProps): ReactNode {
  const { detail, list } = compare
  return (
    <Sheet title={`${detail.planName}: predicted and actual`} facts={compare.facts}>
      <Figures figures={compareFigures(detail, format)}>
        <p className="headline">{verdictWords(detail, format)}.</p>
        <p>{calibrationWords(list)}</p>
      </Figures>
      <Why compare={compare} format={format} />
      <Part title="Day by day">
        {detail.days.map((day) => (
          <p key={day.date}>{comparedSentence(format.date(day.date, 'weekday'), day, format)}</p>
        ))}
      </Part>
      {GRIDS.map((kind) => (
        <Grid key={kind} kind={kind} compare={compare} format={format} />
      ))}
      <Part title="In numbers" note={POINTS} isWide>
        <h3>By day</h3>
        <PaperTable {...dayTable(detail, format)} />
        <h3>By hour of the day</h3>
        <PaperTable {...hourTable(detail, format)} />
      </Part>
      <Part title="How agents kept to the plan" note="More than 5 minutes counts; breaks do not.">
        <AdherenceTable agents={detail.adherence} format={format} />
      </Part>
    </Sheet>
  )
}

function Why({ compare: { detail }, format }: CompareDocumentProps): ReactNode {
  const { total } = detail
  const model = total.actual === null ? null : waterfallModel(total, partWords(total, detail, { scope: WHOLE_WEEK, format }), format)
  return (
    <Part title="Why the week differed" isWhole>
      {model === null ? (
        <p>{comparedSentence('The week', total, format)}</p>
      ) : (
        <table className="paper-table">
          <caption>From what was predicted to what happened</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <td className="paper-waterfall" aria-hidden>
                <span className="paper-waterfall-axis">
                  <span>{format.rate(model.axis.from)}</span>
                  <span>{format.rate(Math.min(100, model.axis.to))}</span>
                </span>
              </td>
              <th scope="col">Coverage</th>
              <th scope="col">Visitors covered</th>
              <th scope="col" className="paper-words">
                What lies behind it
              </th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ id, title, kind, from, to, points, visitors, words }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td className="paper-waterfall" aria-hidden>
                  <span className="paper-waterfall-track">
                    <span className={`paper-waterfall-bar paper-waterfall-${kind}`} style={{ left: `${from}%`, width: `${to - from}%` }} />
                  </span>
                </td>
                <td>{points}</td>
                <td>{visitors}</td>
                <td className="paper-words">{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

const GRID_NOTES: Readonly<Record<GridKind, (target: string) => string>> = {
  predicted: (target) => `Predicted coverage in percent; grey is the target, ${target}; a dot: nobody was expected.`,
  actual: (target) => `Coverage in percent; grey is the target, ${target}; a dot: nobody came; a question mark: not known; framed: outside its 80 % band.`,
  difference: () => 'Actual less predicted, in points: amber is less than predicted, blue is more; framed: outside its 80 % band.',
}
const MARKS = { outside: '', unknown: '?', empty: '·' } as const

function Grid({ kind, compare: { detail, target }, format }: CompareDocumentProps & { readonly kind: GridKind }): ReactNode {
  const hours = gridModel(detail, { kind, format, theme: 'light', target })
  return (
    <Part title={`${GRID_TITLES[kind]}, hour by hour`} note={GRID_NOTES[kind](format.rate(target))} isWhole>
      <HeatTable
        caption={`${GRID_TITLES[kind]} coverage by day of the week and hour`}
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
