import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { assignShifts, deleteShifts } from '../../../../../shared/plan/edits/edit-shifts.ts'
import { reshapeShifts, templateOf } from '../../../../../shared/plan/edits/templates.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { Button } from '../../../../kit/button.tsx'
import { ErrorNotice } from '../../../../kit/error-notice.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { reportOf } from '../../../../app/errors/error-report.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { hoursOfWork } from '../board/bar-text.ts'
import { createBoardActions } from '../board/board-actions.ts'
import type { BoardAgent } from '../board/board-rows.ts'
import { weekColumn, dateOfColumn } from '../board/board-week.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { useAgentOptions } from './use-agent-options.ts'
import './selection.css'
import { useInvalidate } from '../../../../app/rpc/what-changes-what.ts'

const newId = (): string => crypto.randomUUID()
const NONE = 'none'
const OPEN = 'open'

/** What can be done with the selected shifts, for those who do not know the keys. */
export function SelectionPart(): ReactNode {
  const editor = useEditor()
  const { run, openDialog } = editor
  const plan = useEditorState(openPlan)
  const selection = useEditorState((state) => state.selection)
  const agents = useEditorState(({ planned }) => planned.agents)
  const { board: week } = useEditorState((state) => state.week)
  const [isCopying, setIsCopying] = useState(false)
  const format = useFormat()
  const { planShifts: t } = format.texts
  const actions = useMemo(() => createBoardActions(editor, format), [editor, format])
  const dayOf = (shift: Shift): string => format.date(dateOfColumn(week, weekColumn(week, shift.day) ?? 0), 'weekday')
  const shifts = plan.shifts.filter(({ id }) => selection.has(id))
  const assignees = useAgentOptions(shifts)
  const [first] = shifts
  if (first === undefined) {
    return <p className="panel-part quiet">{t.hint}</p>
  }
  const ids = shifts.map(({ id }) => id)
  const isOfOne = shifts.every(({ agentId }) => agentId === first.agentId)
  return (
    <section className="panel-part selection" aria-label={t.selected}>
      {shifts.length > 1 ? (
        <h3>{t.countSelected({ count: shifts.length })}</h3>
      ) : (
        <h3 translate={first.agentId === null ? undefined : 'no'}>{assigneeLabel(first, agents, format)}</h3>
      )}
      {shifts.length === 1 ? (
        <p>
          {t.dayAndTimes({
            day: dayOf(first),
            start: format.shortWallTime(first.startMinute),
            end: format.shortWallTime(first.endMinute),
          })}
          <span className="quiet"> · {hoursOfWork(first, format)}</span>
        </p>
      ) : null}
      <div className="selection-actions">
        <Button
          onPress={() => openDialog(shifts.length === 1 ? { kind: 'shift', id: first.id } : { kind: 'shifts', ids })}
        >
          {format.texts.planBoard.edit}
        </Button>
        <Button onPress={() => actions.duplicate(ids)}>{t.duplicate}</Button>
        {isOfOne ? <Button onPress={() => setIsCopying(true)}>{t.copyToOthers}</Button> : null}
        <Button onPress={() => run(deleteShifts(plan, ids, newId))}>{t.delete}</Button>
      </div>
      <SelectField
        label={t.assignTo}
        options={[
          {
            id: NONE,
            label: isOfOne ? assigneeLabel(first, agents, format) : t.severalAgents,
            isName: isOfOne && first.agentId !== null,
          },
          { id: OPEN, label: t.unassigned },
          ...assignees.options,
        ]}
        value={NONE}
        onOpenChange={assignees.onOpenChange}
        onChange={(id) =>
          id === NONE
            ? undefined
            : run(assignShifts(plan, { ids, agentId: id === OPEN ? null : id }, newId), { select: true })
        }
      />
      <Templates shifts={shifts} />
      {isCopying ? <CopyDialog shift={first} onClose={() => setIsCopying(false)} /> : null}
    </section>
  )
}

/** Hours that are used often: taken from a shift, and given to others. */
function Templates({ shifts }: { readonly shifts: readonly Shift[] }): ReactNode {
  const { run } = useEditor()
  const plan = useEditorState(openPlan)
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { shortWallTime, texts } = useFormat()
  const { planShifts: t } = texts
  const { workspaceId } = useWorkspace()
  const { data: templates = [] } = useQuery(trpc.templates.list.queryOptions({ workspaceId }))
  const refresh = (): Promise<void> => invalidate('templates')
  const save = useMutation(trpc.templates.save.mutationOptions({ onSuccess: refresh }))
  const remove = useMutation(trpc.templates.remove.mutationOptions({ onSuccess: refresh }))
  const [first] = shifts
  const ids = shifts.map(({ id }) => id)
  const hours =
    first === undefined ? '' : t.times({ start: shortWallTime(first.startMinute), end: shortWallTime(first.endMinute) })
  const kept =
    first === undefined
      ? undefined
      : templates.find(
          ({ startMinute, endMinute, breaks }) =>
            startMinute === first.startMinute &&
            endMinute === first.endMinute &&
            JSON.stringify(breaks) === JSON.stringify(first.breaks),
        )
  const error = save.error ?? remove.error
  return (
    <>
      {templates.length === 0 ? null : (
        <SelectField
          label={t.template}
          options={[
            { id: NONE, label: kept?.name ?? hours, isName: true },
            ...templates.filter(({ id }) => id !== kept?.id).map(({ id, name }) => ({ id, label: name, isName: true })),
          ]}
          value={NONE}
          onChange={(id) => {
            const template = templates.find((one) => one.id === id)
            if (template !== undefined) run(reshapeShifts(plan, { ids, template }, newId), { select: true })
          }}
        />
      )}
      {shifts.length !== 1 || first === undefined ? null : kept === undefined ? (
        <Button
          kind="quiet"
          onPress={() =>
            save.mutate({ workspaceId, template: withMutableBreaks(templateOf(first, { id: newId(), name: hours })) })
          }
        >
          {t.saveTemplate}
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => remove.mutate({ workspaceId, templateId: kept.id })}>
          {t.deleteTemplate}
        </Button>
      )}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </>
  )
}

function assigneeLabel(shift: Shift, agents: readonly BoardAgent[], { texts }: Formatter): string {
  return shift.agentId === null
    ? texts.planShifts.unassigned
    : (agents.find(({ id }) => id === shift.agentId)?.name ?? shift.agentId)
}

function withMutableBreaks<T extends { readonly breaks: readonly unknown[] }>(
  template: T,
): Omit<T, 'breaks'> & { breaks: T['breaks'][number][] } {
  return { ...template, breaks: [...template.breaks] }
}
