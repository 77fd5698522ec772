import { ChevronLeft, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { command, type Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.tsx'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { shortWallTime } from '../../../format/wall-time.ts'
import { cityOf } from '../../../format/zone-names.ts'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { WHOLE_DAY, type Hours } from './board/axis.ts'
import { HOURS } from './board/default-hours.ts'
import type { EditorSession } from './editor-session.ts'
import type { SaveState } from './plan-saver.ts'
import { WeekChoice } from './week-choice.tsx'

interface ToolbarProps {
  readonly session: EditorSession
  readonly plan: Plan
  readonly pools: Overview['pools']
  readonly saveState: SaveState
  /** Local date on which the week begins that is asked for. */
  readonly week: string
  readonly hours: Hours
  readonly setHours: (hours: Hours) => void
  readonly zoom: number
  readonly setZoom: (zoom: number) => void
  /** When a plan of real weeks is for: "23 Nov – 20 Dec 2026"; null: it repeats, or is empty. */
  readonly dates: string | null
  /** The week that is asked for is being read; until it is there the one before is shown. */
  readonly isChanging: boolean
  readonly onWeek: (week: string) => void
  readonly onClose: () => void
  readonly onRename: (name: string) => void
  /** Whether and from when the plan is published. */
  readonly published: ReactNode
  /** More that can be done with the plan. */
  readonly children?: ReactNode
}

const ZOOMS = [1, 1.75, 3, 5, 7]

/** Which plan and week this is, and what can be done with it as a whole. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { session, plan, pools, saveState, week, hours, setHours, zoom, setZoom, dates, isChanging, onWeek, onClose, onRename, published, children } = props
  useSyncExternalStore(session.subscribe, session.state)
  const [undoLabel, redoLabel] = [session.undoLabel(), session.redoLabel()]
  const { hour12 } = useFormat()
  const commands = useMemo<readonly Command[]>(() => [command('undo-edit', session.undo), command('redo-edit', session.redo)], [session])
  useCommands('plan-toolbar', commands)
  const pool = plan.poolId === null ? 'all pools' : (pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  const step = (by: number): void => setZoom(ZOOMS[Math.min(Math.max(ZOOMS.indexOf(zoom) + by, 0), ZOOMS.length - 1)]!)
  return (
    <header className="plan-toolbar">
      <div className="plan-toolbar-title">
        <Button kind="quiet" icon={<ChevronLeft size={16} aria-hidden />} onPress={onClose}>
          Plans
        </Button>
        <PlanName name={plan.name} onRename={onRename} />
        <span className="quiet plan-toolbar-what">
          {plan.kind === 'weekly' ? 'Every week' : (dates ?? 'Real weeks')} · {pool} · {cityOf(plan.timeZone)} time
        </span>
        <span className="quiet plan-toolbar-saved">{saveState.kind === 'saved' ? 'Saved' : saveState.kind === 'saving' ? 'Saving' : 'Not saved'}</span>
      </div>
      <div className="plan-toolbar-actions">
        <Button kind="quiet" icon={<Undo2 size={16} aria-hidden />} aria-label={undoLabel === null ? 'Undo' : `Undo: ${undoLabel}`} isDisabled={undoLabel === null} onPress={session.undo} />
        <Button kind="quiet" icon={<Redo2 size={16} aria-hidden />} aria-label={redoLabel === null ? 'Redo' : `Redo: ${redoLabel}`} isDisabled={redoLabel === null} onPress={session.redo} />
        {children}
      </div>
      <div className="plan-toolbar-view">
        <WeekChoice week={week} isChanging={isChanging} onWeek={onWeek} />
        {published}
        <span className="plan-toolbar-gap" />
        <Button kind="quiet" icon={<ZoomOut size={16} aria-hidden />} aria-label="Show more of the week" isDisabled={zoom === ZOOMS[0]} onPress={() => step(-1)} />
        <Button kind="quiet" icon={<ZoomIn size={16} aria-hidden />} aria-label="Show hours wider" isDisabled={zoom === ZOOMS.at(-1)} onPress={() => step(1)} />
        <SelectField
          label="Hours shown"
          hideLabel
          options={HOURS.map((one) => ({ id: one.id, label: hoursWords(one.hours, hour12) }))}
          value={HOURS.find((one) => one.hours.fromMinute === hours.fromMinute)?.id ?? 'whole'}
          onChange={(id) => setHours(HOURS.find((one) => one.id === id)?.hours ?? WHOLE_DAY)}
        />
      </div>
    </header>
  )
}

/** "Whole day", "6:00 to 22:00", "6a to 10p". */
function hoursWords({ fromMinute, toMinute }: Hours, hour12: boolean): string {
  return fromMinute === WHOLE_DAY.fromMinute && toMinute === WHOLE_DAY.toMinute ? 'Whole day' : `${shortWallTime(fromMinute, hour12)} to ${shortWallTime(toMinute, hour12)}`
}

function PlanName({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = (): void => {
    const wanted = typed?.trim() ?? ''
    if (wanted !== '' && wanted !== name) onRename(wanted)
    setTyped(null)
  }
  return (
    <h1 className="plan-name">
      <input
        aria-label="Name of the plan"
        value={typed ?? name}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </h1>
  )
}
