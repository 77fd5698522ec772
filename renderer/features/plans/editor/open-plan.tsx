import { useEffect, useLayoutEffect, type ReactNode } from 'react'
import { changeShift, deleteShifts } from '../../../../shared/plan/edits/edit-shifts.ts'
import { assume, dropAssumption } from '../../../../shared/plan/edits/whole-plan.ts'
import { shiftsWithIds } from '../../../../shared/plan/grid.ts'
import { useFormat } from '../../../format/format-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { PublishDialog } from '../publish/publish-dialog.tsx'
import { publishSummary } from '../publish/publish-summary.ts'
import { PlanRulesDialog } from '../rules/plan-rules-dialog.tsx'
import type { PlanDocument } from '../plan-types.ts'
import { AssumptionDialog } from './assumptions/assumption-dialog.tsx'
import { SensitivityDialog } from './assumptions/sensitivity-dialog.tsx'
import { closeEditToast } from './board/edit-toast.ts'
import { CopyWeekDialog } from './copy-week/copy-week-dialog.tsx'
import { keepBands } from './bands/keep-bands.ts'
import { unknownWeek } from './panel/unknown-week.ts'
import { useBaseline } from './panel/use-baseline.ts'
import { usePublished } from './panel/use-published.ts'
import { ReplayDialog } from '../../../app/replay/replay-dialog.tsx'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { WeekTableDialog } from './panel/week-table-dialog.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { ShiftForm } from './selection/shift-form.tsx'
import { ShiftsForm } from './selection/shifts-form.tsx'
import { WhoCanDialog } from './selection/who-can-dialog.tsx'
import { EditorContext, useEditor, useEditorState } from './store/editor-context.ts'
import { currentBands, openPlan, type EditorInputs } from './store/editor-state.ts'
import { useOpenEditor } from './store/use-open-editor.ts'
import { SaveNotice } from './toolbar/save-notice.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'

interface OpenPlanProps {
  readonly document: PlanDocument
  /** Memoized. */
  readonly inputs: EditorInputs
  readonly pools: Overview['pools']
  /** The week that is asked for: another than the shown one while it is being read. */
  readonly askedWeek: string
  /** Another week is being read. */
  readonly isChanging: boolean
  /** Reads the plan as it is stored; rejects where that fails. */
  readonly readStored: () => Promise<void>
  /** Opens what was read in place of this. */
  readonly openAnew: () => void
}

const newId = (): string => crypto.randomUUID()

/** A plan that is open: its editor with what belongs around it. */
export function OpenPlan({
  document,
  inputs,
  pools,
  askedWeek,
  isChanging,
  readStored,
  openAnew,
}: OpenPlanProps): ReactNode {
  const editor = useOpenEditor(document, inputs)
  useEffect(() => keepBands(editor), [editor])
  useEffect(() => closeEditToast, [editor])
  const showStored = async (): Promise<void> => {
    await readStored()
    editor.giveUpUnsaved()
    openAnew()
  }
  return (
    <EditorContext value={editor}>
      <BaselineReader />
      <PublishedReader />
      <div className={isChanging ? 'plans plans-changing' : 'plans'}>
        <Toolbar planId={document.id} pools={pools} week={askedWeek} isChanging={isChanging} />
        <SaveNotice planId={document.id} showStored={showStored} />
        <PlanEditor planId={document.id} pools={pools} isChanging={isChanging} />
        <Dialogs planId={document.id} pools={pools} />
      </div>
    </EditorContext>
  )
}

/** Keeps the figures that the plan is compared with in the editor's store. */
function BaselineReader(): ReactNode {
  const { setBaseline } = useEditor()
  const baseline = useBaseline()
  useLayoutEffect(() => setBaseline(baseline), [setBaseline, baseline])
  return null
}

/** Keeps what is published in the plan's place in the editor's store. */
function PublishedReader(): ReactNode {
  const { setPublished } = useEditor()
  const published = usePublished()
  useLayoutEffect(() => setPublished(published), [setPublished, published])
  return null
}

function Dialogs({ planId, pools }: { readonly planId: string; readonly pools: Overview['pools'] }): ReactNode {
  const { closeDialog, setSettings } = useEditor()
  const dialog = useEditorState((state) => state.dialog)
  const settings = useEditorState((state) => state.settings)
  const plan = useEditorState(openPlan)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'table':
      return <WeekTableDialog onClose={closeDialog} />
    case 'rules':
      return (
        <PlanRulesDialog
          planId={planId}
          plan={plan}
          pools={pools}
          settings={settings}
          onClose={closeDialog}
          onSaved={(saved) => {
            setSettings(saved)
            closeDialog()
          }}
        />
      )
    case 'publish':
      return <Publish planId={planId} />
    case 'copy-week':
      return <CopyWeekDialog fromDay={dialog.fromDay} toDay={dialog.toDay} onClose={closeDialog} />
    case 'sensitivity':
      return <SensitivityDialog onClose={closeDialog} />
    case 'replay':
      return <ReplayPlan planId={planId} onClose={closeDialog} />
    case 'assumption':
      return <OpenAssumption id={dialog.id} pools={pools} />
    case 'shifts':
      return <ShiftsForm shifts={shiftsWithIds(plan, dialog.ids)} onClose={closeDialog} />
    case 'who-can':
      return <WhoCanDialog shifts={shiftsWithIds(plan, dialog.ids)} onClose={closeDialog} />
    case 'shift':
      return <OpenShift key={dialog.id} id={dialog.id} />
  }
}

function ReplayPlan({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }): ReactNode {
  const { overview } = useWorkspace()
  return overview === undefined ? null : <ReplayDialog overview={overview} planId={planId} onClose={onClose} />
}

function Publish({ planId }: { readonly planId: string }): ReactNode {
  const format = useFormat()
  const { closeDialog } = useEditor()
  const plan = useEditorState(openPlan)
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const report = useEditorState(({ inputs }) => inputs.report)
  const { hours, ruleReport } = useEditorState(({ planned }) => planned)
  const { totals } = useEditorState(({ prediction }) => prediction.week)
  const isSaving = useEditorState(({ saving }) => saving.kind !== 'saved')
  const bands = useEditorState(currentBands)
  const summary = publishSummary(
    {
      firstDate,
      unknown: unknownWeek(report, format),
      totals,
      bands,
      hours: hours.workedMinutes / 60,
      openShifts: hours.openShifts,
      brokenRules: ruleReport.violations.length,
    },
    format,
  )
  return (
    <PublishDialog
      planId={planId}
      plan={plan}
      firstDate={firstDate}
      isSaving={isSaving}
      summary={summary}
      onClose={closeDialog}
    />
  )
}

function OpenAssumption({ id, pools }: { readonly id: string | null; readonly pools: Overview['pools'] }): ReactNode {
  const { run, closeDialog } = useEditor()
  const plan = useEditorState(openPlan)
  const assumption = plan.assumptions?.find((one) => one.id === id) ?? null
  return (
    <AssumptionDialog
      assumption={assumption}
      pools={pools}
      onClose={closeDialog}
      onSave={(made) => {
        closeDialog()
        run(assume(plan, made, { id, newId }))
      }}
      onRemove={() => {
        closeDialog()
        if (id !== null) run(dropAssumption(plan, id, newId))
      }}
    />
  )
}

function OpenShift({ id }: { readonly id: string }): ReactNode {
  const { run, closeDialog } = useEditor()
  const plan = useEditorState(openPlan)
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const agents = useEditorState(({ planned }) => planned.agents)
  const shift = plan.shifts.find((one) => one.id === id)
  if (shift === undefined) return null
  return (
    <ShiftForm
      shift={shift}
      plan={plan}
      firstDate={firstDate}
      agents={agents}
      onClose={closeDialog}
      onSave={(changed) => {
        closeDialog()
        run(changeShift(plan, { id, change: changed }, newId))
      }}
      onDelete={() => {
        closeDialog()
        run(deleteShifts(plan, [id], newId))
      }}
    />
  )
}
