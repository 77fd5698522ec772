import { Table2 } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { hoursOfIntervals } from '../../../../../shared/plan/staffing/week-hours.ts'
import { describeNamedStarved } from '../../../../../shared/predict/assemble/starved/describe-starved.ts'
import { starvedPoolsOf } from '../../../../../shared/predict/plan-pools.ts'
import { useFormat, useTexts } from '../../../../format/format-context.tsx'
import { Rich } from '../../../../format/rich.ts'
import { Button } from '../../../../kit/button.tsx'
import { usePlansView } from '../../use-plans-view.ts'
import { SelectionPart } from '../selection/selection-part.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import {
  agentName,
  comparedFigures,
  currentBands,
  haveBandsFailed,
  isUnknownWeek,
  openPlan,
} from '../store/editor-state.ts'
import { endBeforeWeek } from '../store/plan-dates.ts'
import { BaselineField } from './baseline-field.tsx'
import { AssumptionActions } from '../assumptions/assumption-chips.tsx'
import { predictionBasis } from './basis.ts'
import { clockNotes } from './clock-notes.ts'
import { HistoryDifference } from './history-difference.tsx'
import { panelFigures, type PanelFigures } from './panel-figures.ts'
import { TimeOffPart } from './time-off-part.tsx'
import { UnknownWeekNote } from './unknown-week-note.tsx'
import { unknownWeek } from './unknown-week.ts'
import { Violations } from './violations.tsx'
import { WorthAddingPart } from './worth-adding-part.tsx'
import './panel.css'

/** What the plan comes to: the figures follow every edit, and every move of a drag. */
export function Panel({ planId }: { readonly planId: string }): ReactNode {
  const t = useTexts('planPanel')
  const { openDialog } = useEditor()
  const isUnknown = useEditorState(isUnknownWeek)
  return (
    <aside className="panel" aria-label={t.title}>
      <Figures />
      <AssumptionActions />
      <Notes />
      <SelectionPart />
      <TimeOffPart />
      <Violations planId={planId} />
      {isUnknown ? null : (
        <>
          <WorthAddingPart />
          <BaselineField planId={planId} />
          <Button kind="quiet" icon={<Table2 size={16} aria-hidden />} onPress={() => openDialog({ kind: 'table' })}>
            {t.hourlyTable}
          </Button>
          <Basis />
        </>
      )}
    </aside>
  )
}

/** Why the plan's pool is predicted together with others, and what a change of the clock in this week does. */
function Notes(): ReactNode {
  const format = useFormat()
  const plan = useEditorState(openPlan)
  const report = useEditorState(({ inputs }) => inputs.report)
  const { clock } = useEditorState(({ week }) => week)
  const { allRows: rows, intervals } = useEditorState(({ planned }) => planned)
  const isUnknown = useEditorState(isUnknownWeek)
  const notes = useMemo(
    () => [
      ...(isUnknown ? [] : starvedPoolsOf(report.inputs, plan).map((pool) => describeNamedStarved(pool, format))),
      ...clockNotes({ plan, clock, intervals, agentName: (agentId) => agentName(rows, agentId) }, format),
    ],
    [isUnknown, report, plan, clock, intervals, rows, format],
  )
  return notes.map((note) => (
    <p key={note} className="panel-note">
      {note}
    </p>
  ))
}

function Basis(): ReactNode {
  const format = useFormat()
  const plan = useEditorState(openPlan)
  const report = useEditorState(({ inputs }) => inputs.report)
  const basis = useMemo(() => predictionBasis(report, plan, format), [report, plan, format])
  if (basis.length === 0) return null
  return (
    <details className="panel-part">
      <summary>{format.texts.planPanel.basis}</summary>
      {basis.map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </details>
  )
}

function Figures(): ReactNode {
  const format = useFormat()
  const { planPanel: t, figures: units } = format.texts
  const { change } = usePlansView()
  const { clock } = useEditorState(({ week }) => week)
  const rules = useEditorState((state) => state.rules)
  const report = useEditorState(({ inputs }) => inputs.report)
  const prediction = useEditorState((state) => state.prediction)
  const isAfterEnd = useEditorState((state) => endBeforeWeek(state) !== null)
  const compared = useEditorState(comparedFigures)
  const baseline = isAfterEnd ? null : compared
  const bands = useEditorState(currentBands)
  const haveFailed = useEditorState(haveBandsFailed)
  const unknown = unknownWeek(report, format)
  const isKnown = unknown === null && !isAfterEnd
  const figures = useMemo(
    () =>
      panelFigures(
        {
          totals: prediction.week.totals,
          baseline,
          bands: prediction.isPreview ? null : bands,
          hasNoBands: haveFailed,
          hours: hoursOfIntervals(prediction.intervals, { rules, clock }),
        },
        format,
      ),
    [prediction, baseline, bands, haveFailed, rules, clock, format],
  )
  return (
    <section className="panel-figures">
      <h2>{t.title}</h2>
      {isAfterEnd ? (
        <p>{format.texts.planBoard.nothingHere}</p>
      ) : unknown === null ? (
        <Predicted figures={figures} baselineName={baseline?.name ?? null} haveBandsFailed={haveFailed} />
      ) : (
        <UnknownWeekNote unknown={unknown} onWeek={(week) => change({ week }, 'replace')} />
      )}
      {isKnown ? <HistoryDifference /> : null}
      <dl className="panel-list">
        {isKnown ? (
          <>
            <Figure name={t.expected} value={figures.visitors} change={null} />
            <Figure name={t.missed} value={figures.missed} change={null} />
          </>
        ) : null}
        <Figure name={t.hours} value={figures.hours} change={figures.hoursChange} />
        {figures.overtime === null ? null : (
          <Figure name={t.overtime} value={units.hours({ hours: figures.overtime })} change={null} />
        )}
        {figures.cost === null ? null : <Figure name={t.cost} value={figures.cost} change={figures.costChange} />}
      </dl>
    </section>
  )
}

interface PredictedProps {
  readonly figures: PanelFigures
  /** What the plan is compared with; null: still being read. */
  readonly baselineName: string | null
  readonly haveBandsFailed: boolean
}

function Predicted({ figures, baselineName, haveBandsFailed: haveFailed }: PredictedProps): ReactNode {
  const t = useTexts('planPanel')
  const { setBands } = useEditor()
  const { change, interval: range } = figures
  const rate = (text: string): ReactNode => <span className="panel-rate">{text}</span>
  return (
    <>
      <p className="panel-coverage">
        <Rich
          parts={
            range === null
              ? t.covered({ coverage: figures.coverage, rate })
              : t.coveredRange({
                  coverage: figures.coverage,
                  rate,
                  between: range,
                  range: (text) => (
                    <span className="quiet" title={t.rangeHint}>
                      {text}
                    </span>
                  ),
                })
          }
        />
      </p>
      {change === null || baselineName === null ? null : (
        <p
          className={
            change.isBetter === null
              ? 'panel-change'
              : change.isBetter
                ? 'panel-change panel-better'
                : 'panel-change panel-worse'
          }
        >
          <span aria-hidden>{change.isBetter === null ? '' : change.isBetter ? '▲ ' : '▼ '}</span>
          <Rich
            parts={t.against({
              text: change.text,
              plan: baselineName,
              quiet: (text) => <span className="quiet">{text}</span>,
            })}
          />
        </p>
      )}
      {figures.changeInterval === null ? null : <p className="quiet">{figures.changeInterval}</p>}
      {haveFailed ? (
        <p className="quiet">
          {t.noRanges}{' '}
          <Button kind="link" onPress={() => setBands(null)}>
            {t.tryAgain}
          </Button>
        </p>
      ) : null}
    </>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly change: string | null
}

function Figure({ name, value, change }: FigureProps): ReactNode {
  const t = useTexts('planPanel')
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>
        {change === null ? (
          value
        ) : (
          <Rich parts={t.valueAndChange({ value, change, quiet: (text) => <span className="quiet">{text}</span> })} />
        )}
      </dd>
    </div>
  )
}
