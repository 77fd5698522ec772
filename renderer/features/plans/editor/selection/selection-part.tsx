import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { duplicateShifts } from '../../../../../shared/plan/edits/copy-shifts.ts'
import { assignShifts, deleteShifts } from '../../../../../shared/plan/edits/edit-shifts.ts'
import { reshapeShifts, templateOf } from '../../../../../shared/plan/edits/templates.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { Button } from '../../../../components/button.tsx'
import { ErrorNotice } from '../../../../components/error-notice.tsx'
import { SelectField } from '../../../../components/select-field.tsx'
import { reportOf } from '../../../../errors/error-report.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { shortWallTime } from '../../../../format/wall-time.ts'
import { useTRPC } from '../../../../rpc.ts'
import { useWorkspace } from '../../../../workspace/workspace-context.tsx'
import { hoursOfWork } from '../board/bar-text.ts'
import { assignable, type BoardAgent } from '../board/board-rows.ts'
import { boardWeek, columnOf, dateOfColumn } from '../board/board-week.ts'
import type { EditorSession } from '../editor-session.ts'
import { CopyDialog } from './copy-dialog.tsx'
import './selection.css'
import { useInvalidate } from '../../../../workspace/what-changes-what.ts'

interface SelectionPartProps {
  readonly session: EditorSession
  readonly firstDate: string
  readonly agents: readonly BoardAgent[]
  readonly onOpenShift: (id: string) => void
}

const newId = (): string => crypto.randomUUID()
const NONE = 'none'
const OPEN = 'open'

/** What can be done with the selected shifts, for those who do not know the keys. */
export function SelectionPart({ session, firstDate, agents, onOpenShift }: SelectionPartProps): ReactNode {
  const { history, selection } = useSyncExternalStore(session.subscribe, session.state)
  const [isCopying, setIsCopying] = useState(false)
  const { plan } = history
  const format = useFormat()
  const week = boardWeek(plan.kind, firstDate)
  const dayOf = (shift: Shift): string => format.date(dateOfColumn(week, columnOf(week, shift.day) ?? 0), 'weekday')
  const shifts = plan.shifts.filter(({ id }) => selection.has(id))
  const [first] = shifts
  if (first === undefined) {
    return <p className="panel-part quiet">Drag on empty space to draw a shift; drag a shift to move it, or its edges to change its hours. Press ? for the keys that do the same.</p>
  }
  const ids = shifts.map(({ id }) => id)
  const isOfOne = shifts.every(({ agentId }) => agentId === first.agentId)
  return (
    <section className="panel-part selection" aria-label="Selected shifts">
      <h3>{shifts.length === 1 ? nameOf(first, agents) : `${shifts.length} shifts selected`}</h3>
      {shifts.length === 1 ? (
        <p>
          {dayOf(first)} {shortWallTime(first.startMinute, format.hour12)}–{shortWallTime(first.endMinute, format.hour12)}
          <span className="quiet"> · {hoursOfWork(first)}</span>
        </p>
      ) : null}
      <div className="selection-actions">
        {shifts.length === 1 ? <Button onPress={() => onOpenShift(first.id)}>Edit</Button> : null}
        <Button onPress={() => session.run(duplicateShifts(plan, { ids, daysLater: 1 }, newId), { select: true })}>Duplicate</Button>
        {isOfOne ? <Button onPress={() => setIsCopying(true)}>Copy to others</Button> : null}
        <Button onPress={() => session.run(deleteShifts(plan, ids, newId))}>Delete</Button>
      </div>
      <SelectField
        label="Give to"
        options={[{ id: NONE, label: isOfOne ? nameOf(first, agents) : 'Several people' }, { id: OPEN, label: 'Nobody yet (open)' }, ...assignable(agents).map(({ id, name }) => ({ id, label: name }))]}
        value={NONE}
        onChange={(id) => (id === NONE ? undefined : session.run(assignShifts(plan, { ids, agentId: id === OPEN ? null : id }, newId), { select: true }))}
      />
      <Templates session={session} shifts={shifts} />
      {isCopying ? <CopyDialog session={session} shift={first} firstDate={firstDate} agents={agents} onClose={() => setIsCopying(false)} /> : null}
    </section>
  )
}

interface TemplatesProps {
  readonly session: EditorSession
  readonly shifts: readonly Shift[]
}

/** Hours that are used often: taken from a shift, and given to others. */
function Templates({ session, shifts }: TemplatesProps): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { hour12 } = useFormat()
  const { workspaceId } = useWorkspace()
  const { data: templates = [] } = useQuery(trpc.templates.list.queryOptions({ workspaceId }))
  const refresh = (): Promise<void> => invalidate('templates')
  const save = useMutation(trpc.templates.save.mutationOptions({ onSuccess: refresh }))
  const remove = useMutation(trpc.templates.remove.mutationOptions({ onSuccess: refresh }))
  const [first] = shifts
  const { plan } = session.state().history
  const ids = shifts.map(({ id }) => id)
  const words = first === undefined ? '' : `${shortWallTime(first.startMinute, hour12)}–${shortWallTime(first.endMinute, hour12)}`
  const kept = first === undefined ? undefined : templates.find(({ startMinute, endMinute, breaks }) => startMinute === first.startMinute && endMinute === first.endMinute && JSON.stringify(breaks) === JSON.stringify(first.breaks))
  const error = save.error ?? remove.error
  return (
    <>
      {templates.length === 0 ? null : (
        <SelectField
          label="Hours often used"
          options={[{ id: NONE, label: kept?.name ?? words }, ...templates.filter(({ id }) => id !== kept?.id).map(({ id, name }) => ({ id, label: name }))]}
          value={NONE}
          onChange={(id) => {
            const template = templates.find((one) => one.id === id)
            if (template !== undefined) session.run(reshapeShifts(plan, { ids, template }, newId), { select: true })
          }}
        />
      )}
      {shifts.length !== 1 || first === undefined ? null : kept === undefined ? (
        <Button kind="quiet" onPress={() => save.mutate({ workspaceId, template: withMutableBreaks(templateOf(first, { id: newId(), name: words })) })}>
          Keep {words} as often used
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => remove.mutate({ workspaceId, templateId: kept.id })}>
          No longer often used
        </Button>
      )}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </>
  )
}

function nameOf(shift: Shift, agents: readonly BoardAgent[]): string {
  return shift.agentId === null ? 'Nobody yet (open)' : (agents.find(({ id }) => id === shift.agentId)?.name ?? shift.agentId)
}

function withMutableBreaks<T extends { readonly breaks: readonly unknown[] }>(template: T): Omit<T, 'breaks'> & { breaks: T['breaks'][number][] } {
  return { ...template, breaks: [...template.breaks] }
}
