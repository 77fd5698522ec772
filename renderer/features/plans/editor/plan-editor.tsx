import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { ShiftDraft } from '../../../../shared/plan/edits/shift-changes.ts'
import type { Rules } from '../../../../shared/plan/rules/rules.ts'
import type { Violation } from '../../../../shared/plan/rules/violation.ts'
import { spellsOnClock } from '../../../../shared/plan/spells.ts'
import { weekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import { weekClock } from '../../../../shared/plan/week-clock.ts'
import type { WeekBands } from '../../../../shared/predict/types.ts'
import type { PlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import { useFormat } from '../../../format/format-context.tsx'
import type { PlanAt } from '../../../workspace/plan-at.ts'
import { useThemeName } from '../../../settings/theme-context.tsx'
import { axisOf, type Hours } from './board/axis.ts'
import { Board } from './board/board.tsx'
import type { Active } from './board/board-keys.ts'
import type { BoardLook } from './board/board-row.tsx'
import { boardRows, type BoardAgent, type BoardRow } from './board/board-rows.ts'
import { NAME_WIDTH } from './board/board-size.ts'
import { boardWeek, COLUMNS, dateOfColumn } from './board/board-week.ts'
import { clockNotes } from './clock-notes.ts'
import type { EditorSession } from './editor-session.ts'
import { BoardHead } from './head/board-head.tsx'
import { dayNames, dayTitles } from './head/day-titles.ts'
import { createLivePrediction } from './live-prediction.ts'
import { ownTimes } from './own-times.ts'
import { Panel, type PanelBaseline } from './panel/panel.tsx'
import type { StripBands } from './strips/strip-scene.ts'
import { createPlanActions } from './plan-actions.ts'
import { openShift, plannedShifts } from './planned-shifts.ts'
import { rowDetails } from './row-details.ts'
import { useBrokenShifts, useRuleReport } from './use-rule-report.ts'
import { useSpokenChange } from './use-spoken-change.ts'
import { useWidth } from './use-width.ts'
import { dayNotes, weekMinutesOf } from './week-times.ts'
import { WeekTableDialog } from './week-table/week-table-dialog.tsx'
import { shiftHours } from './worth-adding/worth-adding.ts'
import { WorthAddingPart } from './worth-adding/worth-adding-part.tsx'
import './plan-editor.css'

const NO_ROWS: readonly BoardRow[] = []

export interface PlanEditorProps {
  /** Another week than the one that is shown is being read. */
  readonly isChanging: boolean
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
  readonly stripBands: StripBands
  readonly basis: readonly string[]
  /** Why the plan's pool is predicted together with others. */
  readonly poolNotes: readonly string[]
  /** Says why nothing can be predicted for the week; null: something can. */
  readonly unknown: ReactNode
  /** Draws the bands that could not be drawn; null: none failed. */
  readonly onBands: (() => void) | null
  readonly onOpenShift: (id: string) => void
  readonly onRules: () => void
  /** Hours for which shifts are to be planned at once. */
  readonly planAt: PlanAt | null
  /** They are planned. */
  readonly onPlanned: () => void
  readonly isTableOpen: boolean
  readonly setTableOpen: (isOpen: boolean) => void
  /** Chooses what the plan is held against. */
  readonly comparison: ReactNode
  /** More of the side panel. */
  readonly children?: ReactNode
}

/** The week of a plan, to be changed and seen at once: board, strips and figures. */
export function PlanEditor(props: PlanEditorProps): ReactNode {
  const { session, predictor, starts, firstDate, agents, rules, target, hours, zoom, baseline, bands, stripBands, basis, poolNotes, onOpenShift, onRules, isChanging, planAt, onPlanned, isTableOpen, setTableOpen, comparison, unknown, onBands, children } = props
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
  const { weekdays, shortWeekdays, titles } = useMemo(() => dayNames(week, format), [week, format])
  const notes = useMemo(() => dayNotes(clock), [clock])
  const shownTitles = useMemo(() => dayTitles(titles, { dayWidth: axis.dayWidth, notes }), [titles, axis, notes])
  const look = useMemo<BoardLook>(
    () => ({
      axis,
      hour12: format.hour12,
      dayNames: COLUMNS.map((column) => format.date(dateOfColumn(week, column), 'full')),
      ownTimes: (shift, timeZone) => ownTimes(shift, { kind: week.kind, clock, timeZone }, format),
    }),
    [axis, format, week, clock],
  )
  const spells = useMemo(() => spellsOnClock(plan, clock), [plan, clock])
  const report = useRuleReport({ plan, rules, firstDate })
  const broken = useBrokenShifts(report.violations)
  const details = useMemo(() => rowDetails(rows, weekHours(plan, { rules, firstDate })), [rows, plan, rules, firstDate])
  const nameOf = useCallback((agentId: string | null) => (agentId === null ? 'Open shift' : (rows.find((row) => row.agentId === agentId)?.name ?? agentId)), [rows])
  const clockWords = useMemo(() => clockNotes({ plan, clock, spells, nameOf }, format), [plan, clock, spells, nameOf, format])
  const worth = useMemo(() => ({ predictor, spells, starts, weekMinutes, hours: shiftHours(rules) }), [predictor, spells, starts, weekMinutes, rules])

  const [active, setActive] = useState<Active | null>(null)
  const { spoken, onEdit } = useSpokenChange({ plan, live, week, isUnknown: unknown !== null, baseline: baseline?.figures.totals ?? null })
  const actions = useMemo(
    () => createPlanActions({ session, live, week, agents: rowAgents, format, setActive, onEdit, openForm: onOpenShift }),
    [session, live, week, rowAgents, format, onEdit, onOpenShift],
  )
  const showShift = useCallback((id: string) => {
    setActive({ kind: 'shift', id })
    // It may have yet to be drawn.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-shift="${CSS.escape(id)}"]`)?.focus())
  }, [])
  const addOpen = useCallback(
    (drafts: readonly ShiftDraft[]) => {
      actions.addAll(drafts)
      const [added] = session.state().selection
      if (added !== undefined) showShift(added)
    },
    [actions, session, showShift],
  )
  const isPlanned = useRef(false)
  useEffect(() => {
    if (planAt === null || isPlanned.current) return
    isPlanned.current = true
    addOpen(plannedShifts(planAt, { week, limits: rules.plan.limits }))
    onPlanned()
  }, [planAt, week, rules, addOpen, onPlanned])
  const onViolation = useCallback(
    ({ shiftIds }: Violation) => {
      if (shiftIds[0] === undefined) return
      session.select(shiftIds, 'only')
      showShift(shiftIds[0])
    },
    [session, showShift],
  )
  return (
    <div className="plan-editor" aria-busy={isChanging}>
      <Board
        // Before the width is known every bar would have to be laid out twice.
        rows={width === 0 ? NO_ROWS : rows}
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
            dayTitles={shownTitles}
            dayNotes={notes}
            timeZone={plan.timeZone}
            isUnknown={unknown !== null}
          />
        }
      />
      <Panel
        live={live}
        clock={clock}
        rules={rules}
        baseline={baseline}
        bands={bands}
        violations={report.violations}
        nameOf={nameOf}
        onViolation={onViolation}
        onRules={onRules}
        basis={basis}
        notes={[...poolNotes, ...clockWords]}
        onTable={() => setTableOpen(true)}
        comparison={comparison}
        unknown={unknown}
        onBands={onBands}
        advice={<WorthAddingPart options={worth} dayNames={weekdays} onAdd={(block) => addOpen([openShift(block, week)])} />}
      >
        {children}
      </Panel>
      {isTableOpen ? (
        <WeekTableDialog live={live} needed={needed} weekMinutes={weekMinutes} dayTitles={shortWeekdays} target={target} timeZone={plan.timeZone} onClose={() => setTableOpen(false)} />
      ) : null}
      <output className="visually-hidden" aria-live="polite">
        {spoken}
      </output>
    </div>
  )
}
