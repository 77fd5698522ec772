import { ChevronLeft, Redo2, Undo2 } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { changeDetails } from '../../../../../shared/plan/edits/whole-plan.ts'
import { stepToRedo, stepToUndo } from '../../../../../shared/plan/history.ts'
import { command, type Command } from '../../../../app/commands/command.ts'
import { useCommands } from '../../../../app/commands/use-commands.tsx'
import { focusAll } from '../../../../app/commands/use-find.ts'
import type { Overview } from '../../../../app/workspace/workspace-types.ts'
import { useFormat, useTexts } from '../../../../format/format-context.tsx'
import { addDays } from '../../../../../shared/time/local.ts'
import { cityOf } from '../../../../../shared/time/zone-city.ts'
import { Button } from '../../../../kit/button.tsx'
import { fieldKey } from '../../../../kit/field-key.ts'
import { showToast } from '../../../../kit/toast.tsx'
import { PublishedState } from '../../publish/published-state.tsx'
import { usePlansView } from '../../use-plans-view.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { planDates } from '../store/plan-dates.ts'
import { PlanActions } from './plan-actions.tsx'
import { RotationStrip } from './rotation-strip.tsx'
import { SpanChoice } from './view-choices.tsx'
import { WeekChoice } from './week-choice.tsx'
import { WeekCopies } from './week-copies.tsx'
import { stepText } from './step-text.ts'

const NAME_FIELD = 'plan-name'

interface ToolbarProps {
  readonly planId: string
  readonly pools: Overview['pools']
  /** Local date on which the week begins that is asked for. */
  readonly week: string
  /** It is being read; until it is there the one before is shown. */
  readonly isChanging: boolean
}

/** Which plan and week this is, and what can be done with it as a whole. */
export function Toolbar({ planId, pools, week, isChanging }: ToolbarProps): ReactNode {
  const format = useFormat()
  const { plan: t, planSteps, planRotation } = format.texts
  const { change } = usePlansView()
  const { run, undo, redo, retrySaving } = useEditor()
  const plan = useEditorState(openPlan)
  const undoLabel = useEditorState(({ history }) => stepToUndo(history)?.label ?? null)
  const redoLabel = useEditorState(({ history }) => stepToRedo(history)?.label ?? null)
  const saving = useEditorState((state) => state.saving.kind)
  const revision = useEditorState((state) => state.revision)
  const commands = useMemo<readonly Command[]>(
    () => [
      command('week-before', () => change({ week: addDays(week, -7) }, 'replace')),
      command('week-after', () => change({ week: addDays(week, 7) }, 'replace')),
      command('undo-edit', undo),
      command('redo-edit', redo),
      command('plan-saved', () => {
        retrySaving()
        showToast({ text: t.savesItself })
      }),
      command('rename-plan', () => focusAll(NAME_FIELD)),
    ],
    [undo, redo, change, week, retrySaving, t],
  )
  useCommands('plan-toolbar', commands)
  const dates = planDates(plan)
  const pool = plan.poolId === null ? null : (pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  return (
    <header className="plan-toolbar">
      <div className="plan-toolbar-title">
        <Button
          kind="quiet"
          icon={<ChevronLeft size={16} aria-hidden />}
          onPress={() => change({ planId: null, week: null })}
        >
          {t.plans}
        </Button>
        <PlanName name={plan.name} onRename={(name) => run(changeDetails(plan, { name }, () => crypto.randomUUID()))} />
        <span className="quiet plan-toolbar-what">
          {plan.rotation === undefined ? null : `${planRotation.rotation({ count: plan.rotation.cycleWeeks })} · `}
          {plan.kind === 'weekly'
            ? t.repeating
            : dates === null
              ? t.specific
              : format.dateRange(dates.from, dates.to)}{' '}
          · {pool === null ? t.allPools : <span translate="no">{pool}</span>} ·{' '}
          {t.cityTime({ city: cityOf(plan.timeZone) })}
        </span>
        <span className="quiet plan-toolbar-saved">
          {saving === 'saved' || saving === 'saving' ? t.saving[saving] : t.saving.unsaved}
        </span>
      </div>
      <div className="plan-toolbar-actions">
        <Button
          kind="quiet"
          icon={<Undo2 size={16} aria-hidden />}
          aria-label={undoLabel === null ? t.undo : t.undoEdit({ edit: stepText(undoLabel, planSteps) })}
          isDisabled={undoLabel === null}
          onPress={undo}
        />
        <Button
          kind="quiet"
          icon={<Redo2 size={16} aria-hidden />}
          aria-label={redoLabel === null ? t.redo : t.redoEdit({ edit: stepText(redoLabel, planSteps) })}
          isDisabled={redoLabel === null}
          onPress={redo}
        />
        <PlanActions planId={planId} />
      </div>
      <div className="plan-toolbar-view">
        <WeekChoice week={week} isChanging={isChanging} onWeek={(next) => change({ week: next }, 'replace')} />
        <PublishedState
          planId={planId}
          planName={plan.name}
          revision={saving === 'saved' ? revision : null}
          isUnsaved={saving !== 'saved' && saving !== 'saving'}
        />
        {plan.kind === 'dated' ? <WeekCopies /> : null}
        <span className="plan-toolbar-gap" />
        <SpanChoice />
      </div>
      {plan.rotation === undefined ? null : <RotationStrip rotation={plan.rotation} />}
    </header>
  )
}

interface PlanNameProps {
  readonly name: string
  readonly onRename: (name: string) => void
}

function PlanName({ name, onRename }: PlanNameProps): ReactNode {
  const t = useTexts('plan')
  const [typed, setTyped] = useState<string | null>(null)
  const finish = (): void => {
    const wanted = typed?.trim() ?? ''
    if (wanted !== '' && wanted !== name) onRename(wanted)
    setTyped(null)
  }
  return (
    <h1 className="plan-name">
      <input
        id={NAME_FIELD}
        dir="auto"
        aria-label={t.name}
        value={typed ?? name}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          const meant = fieldKey(event.nativeEvent)
          if (meant === 'keep') event.currentTarget.blur()
          if (meant === 'discard') setTyped(null)
        }}
      />
    </h1>
  )
}
