import { Table2 } from 'lucide-react'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { hoursOfSpells } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { Rules } from '../../../../../shared/plan/rules/rules.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import type { WeekBands } from '../../../../../shared/predict/types.ts'
import { Button } from '../../../../components/button.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import type { LivePrediction } from '../live-prediction.ts'
import { hasRules } from '../plan-rules.ts'
import { panelFigures, type PanelFigures, type PanelInput } from './panel-figures.ts'
import './panel.css'

export interface PanelBaseline {
  readonly name: string
  readonly figures: NonNullable<PanelInput['baseline']>
}

interface PanelProps {
  readonly live: LivePrediction
  readonly clock: WeekClock
  readonly rules: Rules
  readonly baseline: PanelBaseline | null
  readonly bands: WeekBands | null
  readonly violations: readonly Violation[]
  readonly nameOf: (agentId: string | null) => string
  readonly onViolation: (violation: Violation) => void
  /** Opens the rules of the plan. */
  readonly onRules: () => void
  /** What the prediction rests on, in sentences. */
  readonly basis: readonly string[]
  /** What a change of the clock in this week does, in sentences. */
  readonly notes: readonly string[]
  readonly onTable: () => void
  /** What would help most. */
  readonly advice: ReactNode
  /** Stands in the place of what is predicted, where nothing can be; null: something can. */
  readonly unknown: ReactNode
  /** Draws the bands that could not be drawn; null: none failed. */
  readonly onBands: (() => void) | null
  /** Chooses what the plan is held against. */
  readonly comparison: ReactNode
  readonly children?: ReactNode
}

/** What the plan comes to: the figures follow every edit, and every move of a drag. */
export function Panel({ live, clock, rules, baseline, bands, violations, nameOf, onViolation, onRules, basis, notes, onTable, advice, comparison, unknown, onBands, children }: PanelProps): ReactNode {
  return (
    <aside className="panel" aria-label="This plan">
      <Figures live={live} clock={clock} rules={rules} baseline={baseline} bands={bands} unknown={unknown} onBands={onBands} />
      {notes.map((note) => (
        <p key={note} className="panel-note">
          {note}
        </p>
      ))}
      {children}
      <Violations violations={violations} hasRules={hasRules(rules)} nameOf={nameOf} onViolation={onViolation} onRules={onRules} />
      {unknown === null ? (
        <>
          {advice}
          {comparison}
          <Button kind="quiet" icon={<Table2 size={16} aria-hidden />} onPress={onTable}>
            The week by hour, as a table
          </Button>
        </>
      ) : null}
      {unknown !== null || basis.length === 0 ? null : (
        <details className="panel-part">
          <summary>What this rests on</summary>
          {basis.map((sentence) => (
            <p key={sentence} className="quiet">
              {sentence}
            </p>
          ))}
        </details>
      )}
    </aside>
  )
}

function Figures({ live, clock, rules, baseline, bands, unknown, onBands }: Pick<PanelProps, 'live' | 'clock' | 'rules' | 'baseline' | 'bands' | 'unknown' | 'onBands'>): ReactNode {
  const format = useFormat()
  const week = useSyncExternalStore(live.subscribe, live.week)
  const isTried = useSyncExternalStore(live.subscribe, live.isPreview)
  const figures = useMemo(
    () => panelFigures({ totals: week.totals, baseline: baseline?.figures ?? null, bands: isTried ? null : bands, hasNoBands: onBands !== null, hours: hoursOfSpells(live.spells(), { rules, clock }) }, format),
    [week, isTried, baseline, bands, onBands, live, rules, clock, format],
  )
  return (
    <section className="panel-figures">
      <h2>This plan</h2>
      {unknown ?? <Predicted figures={figures} baseline={baseline} onBands={onBands} />}
      <dl className="panel-list">
        {unknown === null ? (
          <>
            <Figure name="Visitors expected" value={figures.visitors} change={null} />
            <Figure name="Find nobody" value={figures.missed} change={null} />
          </>
        ) : null}
        <Figure name="Agent-hours" value={figures.hours} change={figures.hoursChange} />
        {figures.cost === null ? null : <Figure name="Cost" value={figures.cost} change={figures.costChange} />}
      </dl>
    </section>
  )
}

interface PredictedProps extends Pick<PanelProps, 'baseline' | 'onBands'> {
  readonly figures: PanelFigures
}

function Predicted({ figures, baseline, onBands }: PredictedProps): ReactNode {
  const { change } = figures
  return (
    <>
      <p className="panel-coverage">
        <span className="panel-rate">{figures.coverage}</span> covered
        {figures.interval === null ? null : <span className="quiet" title="The 80 % band: in four weeks of five, coverage will lie in it."> ({figures.interval})</span>}
      </p>
      {change === null || baseline === null ? null : (
        <p className={change.isBetter === null ? 'panel-change' : change.isBetter ? 'panel-change panel-better' : 'panel-change panel-worse'}>
          <span aria-hidden>{change.isBetter === null ? '' : change.isBetter ? '▲ ' : '▼ '}</span>
          {change.words}
          <span className="quiet"> against {baseline.name}</span>
        </p>
      )}
      {figures.changeInterval === null ? null : <p className="quiet">80 % band: {figures.changeInterval}</p>}
      {onBands === null ? null : (
        <p className="quiet">
          The 80 % bands could not be drawn.{' '}
          <Button kind="link" onPress={onBands}>
            Try again
          </Button>
        </p>
      )}
    </>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly change: string | null
}

function Figure({ name, value, change }: FigureProps): ReactNode {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>
        {value}
        {change === null ? null : <span className="quiet"> ({change})</span>}
      </dd>
    </div>
  )
}

interface ViolationsProps extends Pick<PanelProps, 'violations' | 'nameOf' | 'onViolation' | 'onRules'> {
  readonly hasRules: boolean
}

function Violations({ violations, hasRules: areSet, nameOf, onViolation, onRules }: ViolationsProps): ReactNode {
  const count = violations.length
  if (count === 0 && !areSet)
    return (
      <p className="panel-part quiet">
        No rules are set.{' '}
        <Button kind="link" onPress={onRules}>
          Set rules
        </Button>
      </p>
    )
  if (count === 0) return <p className="panel-part quiet">No rule is broken.</p>
  return (
    <details className="panel-part" open>
      <summary>
        {count} {count === 1 ? 'rule' : 'rules'} broken
      </summary>
      <ul className="violations">
        {violations.map((violation, index) => (
          // The same rule may be broken twice in the same words.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${violation.kind} ${violation.agentId} ${index}`}>
            <button type="button" className="violation" onClick={() => onViolation(violation)}>
              <strong>{nameOf(violation.agentId)}</strong> {violation.text}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
