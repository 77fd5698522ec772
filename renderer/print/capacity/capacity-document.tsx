import type { ReactNode } from 'react'
import type { CapacityFootnote } from '../../../shared/contract/capacity-sources.ts'
import type { CapacityOutput } from '../../../shared/contract/capacity-output.ts'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption } from '../../charts/stacked-bars.ts'
import { StillChart } from '../../charts/still-chart.tsx'
import { aheadBars, aheadFigures, aheadTable } from '../../features/staffing/ahead/ahead-figures.ts'
import type { Formatter } from '../../format/formatter.ts'
import { Figures } from '../figures.tsx'
import { CHART_WIDTH, PaperTable, Part, Sheet } from '../sheet.tsx'
import { footnoteMark } from './footnote-mark.ts'
import type { CapacityPrint } from './load-capacity.ts'

interface CapacityDocumentProps {
  readonly capacity: CapacityPrint
  readonly format: Formatter
}

/** The months to come on one page: what is lost today, what hires bring and cost, and when they pay, each figure with its source. */
export function CapacityDocument({ capacity, format }: CapacityDocumentProps): ReactNode {
  const { ahead: t } = format.texts
  const { output, sources } = capacity
  const mark = (figures: readonly string[]): string => footnoteMark(sources, figures)
  const figures = aheadFigures(output, format).map((figure) => ({
    ...figure,
    label: `${figure.label}${mark(figure.figures)}`,
  }))
  const headline = headlineOf(output, format)
  return (
    <div className="one-page">
      <Sheet title={capacity.title} facts={capacity.facts}>
        <Figures figures={figures}>{headline === null ? null : <p className="headline">{headline}</p>}</Figures>
        <Part title={t.byMonth} note={format.texts.paper.barsKey} isWhole>
          <StillChart
            label={t.chart}
            width={CHART_WIDTH}
            height={124}
            option={(theme: ChartTheme) =>
              stackedBarsOption({ ...aheadBars(output, format), animate: false, isPaper: true }, theme)
            }
          />
          <PaperTable {...aheadTable(output, format, mark)} />
        </Part>
        <Part title={t.sources} isWhole>
          <Footnotes sources={sources} />
        </Part>
      </Sheet>
    </div>
  )
}

function Footnotes({ sources }: { readonly sources: readonly CapacityFootnote[] }): ReactNode {
  return (
    <ol className="footnotes">
      {sources.map(({ source, text }) => (
        <li key={source}>{text}</li>
      ))}
    </ol>
  )
}

function headlineOf({ hires }: CapacityOutput, format: Formatter): string | null {
  const { ahead: t } = format.texts
  if (hires === null) return null
  const { count, gained, worth, cost } = hires
  const facts = { count, gained: format.count(gained) }
  return worth === null || cost === null
    ? t.headline(facts)
    : t.headlineMoney({ ...facts, worth: format.money(worth), cost: format.money(cost) })
}
