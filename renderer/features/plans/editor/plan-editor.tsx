import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Rules } from '../../../../shared/plan/rules/rules.ts'
import { checkRules, type RuleReport } from '../../../../shared/plan/rules/check-rules.ts'
import type { Violation } from '../../../../shared/plan/rules/violation.ts'
import type { Plan, Shift } from '../../../../shared/plan/plan.ts'
import { weekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import { weekClock } from '../../../../shared/plan/week-clock.ts'
import type { WeekBands } from '../../../../shared/predict/types.ts'
import type { PlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useThemeName } from '../../../settings/theme-context.tsx'
import { axisOf, type Hours } from './board/axis.ts'
import { Board } from './board/board.tsx'
import type { Active } from './board/board-keys.ts'
import type { BoardLook } from './board/board-row.tsx'
import { boardRows, type BoardAgent } from './board/board-rows.ts'
import { NAME_WIDTH } from './board/board-size.ts'
import { boardWeek, columnOf, dateOfColumn } from './board/board-week.ts'
import type { EditorSession } from './editor-session.ts'
import { spokenChange } from './edit-words.ts'
import { BoardHead } from './head/board-head.tsx'
import { createLivePrediction } from './live-prediction.ts'
import { hoursText } from './panel/panel-figures.ts'
import { Panel, type PanelBaseline } from './panel/panel.tsx'
import type { StripBands } from './strips/strip-scene.ts'
import { createPlanActions, rateOf } from './plan-actions.ts'
import { useWidth } from './use-width.ts'
import { dayNotes, weekMinutesOf } from './week-times.ts'
import './plan-editor.css'

export interface PlanEditorProps {
  readonly session: EditorSession
  readonly predictor: PlanPredictor
  /** Instants at which the quarter-hours of the week begin. */
  readonly starts: readonly number[]
  /** Local date on which the week begins. */
  readonly firstDate: string
  readonly agents: readonly BoardAgent[]
  readonly rules: Rules
  /** 0-1. */
  readonly target: number
  readonly hours: Hours
  /** How many times as wide as the screen the week is drawn. */
  readonly zoom: number
  readonly baseline: PanelBaseline | null
  readonly bands: WeekBands | null
  readonly stripBands: StripBands | null
  readonly basis: readonly string[]
  readonly onOpenShift: (id: string) => void
  /** More of the side panel. */
  readonly children?: ReactNode
}

/** The week of a plan, to be changed and seen at once: board, strips and figures. */
export function PlanEditor(props: PlanEditorProps): ReactNode {
  const { session, predictor, starts, firstDate, agents, rules, target, hours, zoom, baseline, bands, stripBands, basis, onOpenShift, children } = props
  const format = useFormat()
  const theme = useThemeName()
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const { history, selection } = useSyncExternalStore(session.subscribe, session.state)
  const { plan } = history
  const clock = useMemo(() => weekClock(plan.timeZone, firstDate), [plan.timeZone, firstDate])
  const live = useMemo(() => createLivePrediction({ predictor, clock, plan: session.state().history.plan }), [predictor, clock, session])
  useLayoutEffect(() => live.follow(plan), [live, plan])

  const week = useMemo(() => boardWeek(plan.kind, firstDate), [plan.kind, firstDate])
  const rows = useMemo(() => boardRows(plan, { week, agents }), [plan, week, agents])
  const rowAgents = useMemo(() => rows.map(({ agentId }) => agentId), [rows])
  const weekMinutes = useMemo(() => weekMinutesOf(starts, clock), [starts, clock])
  const needed = useMemo(() => predictor.agentsNeeded(target), [predictor, target])
  const axis = useMemo(() => axisOf(hours, { width: Math.max(width - NAME_WIDTH, 350), zoom }), [hours, width, zoom])
  const dayTitles = useMemo(() => [0, 1, 2, 3, 4, 5, 6].map((column) => format.date(dateOfColumn(week, column), 'weekday')), [format, week])
  const look = useMemo<BoardLook>(
    () => ({ axis, hour12: format.hour12, dayNames: [0, 1, 2, 3, 4, 5, 6].map((column) => format.date(dateOfColumn(week, column), 'full')) }),
    [axis, format, week],
  )
  const report = useRuleReport({ plan, rules, firstDate })
  const broken = useMemo(() => brokenShifts(report.violations), [report])
  const planHours = useMemo(() => weekHours(plan, { rules, firstDate }), [plan, rules, firstDate])
  const details = useMemo(() => {
    const byAgent = new Map<string | null, string>([...planHours.byAgent].map(([id, own]) => [id, `${hoursText(own.workedMinutes / 60)} h`]))
    byAgent.set(null, planHours.openShifts === 0 ? 'nobody yet' : `${planHours.openShifts} · ${hoursText(planHours.openMinutes / 60)} h`)
    return byAgent
  }, [planHours])

  const [active, setActive] = useState<Active | null>(null)
  const [spoken, setSpoken] = useState('')
  const announce = useCallback(
    (shift: Shift | null) => {
      const now = rateOf(live)
      const { visitors, covered } = baseline?.figures.totals ?? { visitors: 0, covered: 0 }
      const points = now === null || visitors === 0 ? null : now - (100 * covered) / visitors
      const column = shift === null ? null : columnOf(week, shift.day)
      setSpoken(spokenChange({ shift, dayName: column === null || column < 0 ? '' : format.date(dateOfColumn(week, column), 'full'), coverage: now, points }, format))
    },
    [live, baseline, week, format],
  )
  const actions = useMemo(
    () => createPlanActions({ session, live, week, agents: rowAgents, format, setActive, announce, openForm: onOpenShift }),
    [session, live, week, rowAgents, format, announce, onOpenShift],
  )
  const nameOf = useCallback((agentId: string | null) => rows.find((row) => row.agentId === agentId)?.name ?? agentId ?? 'Open shift', [rows])
  const onViolation = useCallback(
    (violation: Violation) => {
      const [first] = violation.shiftIds
      if (first === undefined) return
      session.select(violation.shiftIds, 'only')
      setActive({ kind: 'shift', id: first })
      focusShift(scroller.current, first)
    },
    [session],
  )
  return (
    <div className="plan-editor">
      <Board
        rows={rows}
        week={week}
        look={look}
        details={details}
        selection={selection}
        broken={broken}
        active={active}
        setActive={setActive}
        actions={actions}
        scroller={scroller}
        head={
          <BoardHead
            scroller={scroller}
            axis={axis}
            weekMinutes={weekMinutes}
            live={live}
            needed={needed}
            bands={stripBands}
            target={target}
            theme={theme}
            dayTitles={dayTitles}
            dayNotes={dayNotes(clock)}
            timeZone={plan.timeZone}
          />
        }
      />
      <Panel live={live} clock={clock} rules={rules} baseline={baseline} bands={bands} violations={report.violations} nameOf={nameOf} onViolation={onViolation} basis={basis}>
        {children}
      </Panel>
      <output className="visually-hidden" aria-live="polite">
        {spoken}
      </output>
    </div>
  )
}

interface RuleReportOptions {
  readonly plan: Plan
  readonly rules: Rules
  readonly firstDate: string
}

/** What the plan breaks; of an edit, only the agents whom it touched are looked at again. */
function useRuleReport({ plan, rules, firstDate }: RuleReportOptions): RuleReport {
  const [kept, setKept] = useState(() => ({ plan, rules, firstDate, report: checkRules(plan, { rules, firstDate }) }))
  if (kept.plan === plan && kept.rules === rules && kept.firstDate === firstDate) return kept.report
  const report = checkRules(plan, { rules, firstDate, previous: kept.report })
  setKept({ plan, rules, firstDate, report })
  return report
}

function brokenShifts(violations: readonly Violation[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { shiftIds, text } of violations) for (const id of shiftIds) words.set(id, words.has(id) ? `${words.get(id)} ${text}` : text)
  return words
}

function focusShift(board: HTMLElement | null, id: string): void {
  board?.querySelector<HTMLElement>(`[data-shift="${CSS.escape(id)}"]`)?.focus()
}
