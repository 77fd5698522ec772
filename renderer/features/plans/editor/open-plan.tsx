import { useCallback, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { changeDetails } from '../../../../shared/plan/edits/whole-plan.ts'
import { changeShift, deleteShifts } from '../../../../shared/plan/edits/edit-shifts.ts'
import { nameWhen } from '../../../../shared/plan/inactive-agents.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { datedExtent } from '../../../../shared/plan/starting-points.ts'
import { plannedSpells } from '../../../../shared/plan/spells.ts'
import { findViolations } from '../../../../shared/plan/rules/check-rules.ts'
import { weekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import { weekClock } from '../../../../shared/plan/week-clock.ts'
import { dayOfWeekOf, formatLocalDate } from '../../../../shared/time/local.ts'
import type { PlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { PlanRulesDialog } from '../rules/plan-rules-dialog.tsx'
import { PublishDialog } from '../publish/publish-dialog.tsx'
import { PublishedState } from '../publish/published-state.tsx'
import { publishSummary } from '../publish/publish-summary.ts'
import type { PlansView } from '../plan-route.ts'
import type { AgentEntry, PlanDocument, PredictionReport } from '../plan-types.ts'
import { cellsOf, stripBandsOf, visitorsBand } from './bands/strip-bands.ts'
import { useBands } from './bands/use-bands.ts'
import { basisOf, sharedPoolNotes } from './basis.ts'
import type { Hours } from './board/axis.ts'
import { defaultHours, showsAll } from './board/default-hours.ts'
import type { BoardAgent } from './board/board-rows.ts'
import { PlanEditor } from './plan-editor.tsx'
import { rulesFor } from './plan-rules.ts'
import { BaselineField } from './baseline-field.tsx'
import { PlanActions } from './plan-actions-menu.tsx'
import { SaveNotice } from './save-notice.tsx'
import { SelectionPart } from './selection/selection-part.tsx'
import { ShiftForm } from './shift-form.tsx'
import { Toolbar } from './toolbar.tsx'
import { TYPICAL, useBaseline } from './use-baseline.ts'
import { unknownWeekOf } from './unknown-week.ts'
import { UnknownWeekNote } from './unknown-week-note.tsx'
import { usePlanSession } from './use-plan-session.ts'
import { weekMinutesOf } from './week-times.ts'

interface OpenPlanProps {
  readonly document: PlanDocument
  readonly report: PredictionReport
  readonly predictor: PlanPredictor
  readonly agents: readonly AgentEntry[]
  readonly pools: Overview['pools']
  /** 0-1. */
  readonly target: number
  readonly firstDate: string
  /** The week that is asked for: another than the first date's while it is being read. */
  readonly askedWeek: string
  /** Reads the plan as it is stored; rejects where that fails. */
  readonly readStored: () => Promise<void>
  /** Opens what was read in place of this. */
  readonly openAnew: () => void
  /** Another week is being read. */
  readonly isChanging: boolean
  /** Hours for which shifts are to be planned at once; null: none. */
  readonly planAt: PlansView['planAt']
  readonly change: (patch: Partial<PlansView>, how?: 'push' | 'replace') => void
}

const newId = (): string => crypto.randomUUID()

/** A plan that is open: its editor with what belongs around it. */
export function OpenPlan({ document, report, predictor, agents, pools, target, firstDate, askedWeek, readStored, openAnew, isChanging, planAt, change }: OpenPlanProps): ReactNode {
  const { workspaceId } = useWorkspace()
  const format = useFormat()
  const { session, saver, saveState } = usePlanSession(workspaceId, document)
  const { plan } = useSyncExternalStore(session.subscribe, session.state).history
  const [zoom, setZoom] = useState(1)
  const [dialog, setDialog] = useState<'publish' | 'rules' | 'table' | null>(null)
  const [settings, setSettings] = useState(document.settings)
  const [formOf, setFormOf] = useState<string | null>(null)
  const { inputs } = report
  const rules = useMemo(() => rulesFor(settings, agents), [settings, agents])
  const boardAgents = useMemo(() => shownAgents(agents, { plan, firstDate }), [agents, plan, firstDate])
  const [baselineId, setBaselineId] = useState(TYPICAL)
  const baseline = useBaseline({ id: baselineId, predictor, firstDate, rules, poolId: plan.poolId, timeZone: plan.timeZone })
  const spells = useMemo(() => plannedSpells(plan, { firstDate }), [plan, firstDate])
  const bandsOptions = useMemo(() => ({ schedule: spells, baseline: baseline.schedule, poolId: plan.poolId }), [spells, baseline.schedule, plan.poolId])
  const bands = useBands(inputs, bandsOptions)
  const visitors = useMemo(() => visitorsBand(inputs, plan.poolId), [inputs, plan.poolId])
  const weekMinutes = useMemo(() => weekMinutesOf(inputs.starts, weekClock(plan.timeZone, firstDate)), [inputs.starts, plan.timeZone, firstDate])
  const cells = useMemo(() => cellsOf(weekMinutes, dayOfWeekOf(firstDate)), [weekMinutes, firstDate])
  const [chosenHours, setHours] = useState<Hours | null>(null)
  // Of the plan as it was opened: while one works on it the board keeps its hours, but where a shift would be out of sight.
  const usualHours = (): Hours => defaultHours({ shifts: plan.shifts, visitors: predictor.typicalWeek().visitors, weekMinutes })
  const [firstHours, setFirstHours] = useState(usualHours)
  if (!showsAll(plan.shifts, firstHours)) setFirstHours(usualHours())
  const hours = chosenHours ?? firstHours
  const unknown = unknownWeekOf(report, format)
  const stripBands = useMemo(() => stripBandsOf(bands.newest, visitors, cells), [bands.newest, visitors, cells])
  const onPublish = useCallback(() => setDialog('publish'), [])
  const onRules = useCallback(() => setDialog('rules'), [])
  const onTable = useCallback(() => setDialog('table'), [])
  const onPlanned = useCallback(() => change({ planAt: null }, 'replace'), [change])
  const dates = datesOf(plan)
  const onOpenShift = useCallback((id: string) => setFormOf(id), [])
  const summary = (): readonly string[] => {
    const { workedMinutes, openShifts } = weekHours(plan, { rules, firstDate })
    const brokenRules = findViolations(plan, rules, { firstDate }).length
    return publishSummary({ firstDate, unknown, totals: predictor.predict(spells).totals, bands: bands.current, hours: workedMinutes / 60, openShifts, brokenRules }, format)
  }
  const showStored = async (): Promise<void> => {
    await readStored()
    saver.giveUp()
    openAnew()
  }
  const shift = plan.shifts.find(({ id }) => id === formOf) ?? null
  return (
    <div className={isChanging ? 'plans plans-changing' : 'plans'}>
      <Toolbar
        session={session}
        plan={plan}
        pools={pools}
        saveState={saveState}
        week={askedWeek}
        hours={hours}
        setHours={setHours}
        zoom={zoom}
        setZoom={setZoom}
        dates={dates === null ? null : format.dateRange(dates.from, dates.to)}
        isChanging={isChanging}
        onWeek={(week) => change({ week }, 'replace')}
        onClose={() => change({ planId: null, week: null })}
        onRename={(name) => session.run(changeDetails(plan, { name }, newId))}
        published={<PublishedState planId={document.id} revision={saveState.kind === 'saved' ? saver.revision() : null} />}
      >
        <PlanActions planId={document.id} week={firstDate} plan={plan} agents={boardAgents} onPublish={onPublish} onRules={onRules} onTable={onTable} />
      </Toolbar>
      <SaveNotice workspaceId={workspaceId} planId={document.id} plan={plan} saver={saver} saveState={saveState} onCopy={(planId) => change({ planId })} showStored={showStored} />
      <PlanEditor
        isChanging={isChanging}
        session={session}
        predictor={predictor}
        starts={inputs.starts}
        firstDate={firstDate}
        agents={boardAgents}
        rules={rules}
        target={target}
        hours={hours}
        zoom={zoom}
        baseline={unknown === null ? baseline.panel : null}
        bands={bands.current}
        stripBands={stripBands}
        basis={basisOf(report, plan, format)}
        poolNotes={unknown === null ? sharedPoolNotes(report, plan) : []}
        unknown={unknown === null ? null : <UnknownWeekNote unknown={unknown} onWeek={(week) => change({ week }, 'replace')} />}
        onBands={bands.retry}
        comparison={<BaselineField planId={document.id} value={baselineId} onChange={setBaselineId} />}
        onOpenShift={onOpenShift}
        onRules={onRules}
        planAt={planAt}
        onPlanned={onPlanned}
        isTableOpen={dialog === 'table'}
        setTableOpen={(isOpen) => setDialog(isOpen ? 'table' : null)}
      >
        <SelectionPart session={session} firstDate={firstDate} agents={boardAgents} onOpenShift={onOpenShift} />
      </PlanEditor>
      {dialog === 'rules' ? (
        <PlanRulesDialog
          workspaceId={workspaceId}
          planId={document.id}
          settings={settings}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setSettings(saved)
            setDialog(null)
          }}
        />
      ) : null}
      {dialog === 'publish' ? <PublishDialog planId={document.id} plan={plan} firstDate={firstDate} isSaving={saveState.kind !== 'saved'} summary={summary()} onClose={() => setDialog(null)} /> : null}
      {shift === null ? null : (
        <ShiftForm
          key={shift.id}
          shift={shift}
          plan={plan}
          firstDate={firstDate}
          agents={boardAgents}
          onClose={() => setFormOf(null)}
          onSave={(changed) => {
            setFormOf(null)
            session.run(changeShift(plan, { id: shift.id, change: changed }, newId))
          }}
          onDelete={() => {
            setFormOf(null)
            session.run(deleteShifts(plan, [shift.id], newId))
          }}
        />
      )}
    </div>
  )
}

/** The first and last date of a plan of real weeks; null: it repeats, or is empty. */
function datesOf(plan: Plan): { readonly from: string; readonly to: string } | null {
  const extent = datedExtent(plan)
  return extent === null ? null : { from: formatLocalDate(extent.firstDay), to: formatLocalDate(extent.lastDay) }
}

interface ShownIn {
  readonly plan: Plan
  readonly firstDate: string
}

/** Who gets a row: agents of the plan's pool who are still there and active, and whoever has a shift. */
function shownAgents(agents: readonly AgentEntry[], { plan, firstDate }: ShownIn): readonly BoardAgent[] {
  const { poolId, timeZone } = plan
  const planned = new Set(plan.shifts.map(({ agentId }) => agentId))
  const weekStart = weekClock(timeZone, firstDate).start
  return agents
    .map((agent) => ({ ...agent, isInactive: agent.inactiveSince !== null && Date.parse(agent.inactiveSince) <= weekStart }))
    .filter(({ id, present, isInactive, rules }) => planned.has(id) || (present && !isInactive && (poolId === null || (rules.pools ?? [poolId]).includes(poolId))))
    .map(({ id, name, isInactive, rules }) => ({ id, name: nameWhen(name, isInactive), timeZone: rules.timeZone ?? null, isInactive }))
}
