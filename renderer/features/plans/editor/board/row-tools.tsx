import { UserCheck } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { command } from '../../../../app/commands/command.ts'
import { useCommands } from '../../../../app/commands/use-commands.tsx'
import { useFind } from '../../../../app/commands/use-find.ts'
import type { Overview } from '../../../../app/workspace/workspace-types.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxList } from '../../../../kit/checkbox-list.tsx'
import { SearchLine } from '../../../../kit/search-line.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { HoursChoice } from '../toolbar/view-choices.tsx'
import { createBoardActions } from './board-actions.ts'
import { ROW_SORTS, type RowSort } from './row-view.ts'
import './row-tools.css'

const ALL = 'all'

/** Finds agents on the board, and says which of them it shows and in which order. */
export function RowTools({ pools }: { readonly pools: Overview['pools'] }): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const editor = useEditor()
  const { setRowView } = editor
  const view = useEditorState(({ rowView }) => rowView)
  const planPool = useEditorState((state) => openPlan(state).poolId)
  const shown = useEditorState(({ planned }) => planned.rows.length)
  const all = useEditorState(({ planned }) => planned.allRows.length)
  const isBoard = useEditorState(({ overview }) => overview === null)
  const open = useEditorState(({ planned }) => planned.hours.openShifts)
  const { assignOpen } = useMemo(() => createBoardActions(editor, format), [editor, format])
  const field = useFind()
  const hasOpen = isBoard && open > 0
  useCommands(
    'row-tools',
    useMemo(() => (hasOpen ? [command('assign-open', assignOpen)] : []), [hasOpen, assignOpen]),
  )
  const hasPools = planPool === null && pools.length > 0
  const chosen = [...(view.isGrouped ? ['group'] : []), ...(view.hidesUnused ? ['hide'] : [])]
  return (
    <div className="row-tools" role="toolbar" aria-label={t.rows}>
      <SearchLine id={field} label={t.findAgent} value={view.search} onChange={(search) => setRowView({ search })} />
      {hasPools ? (
        <SelectField
          label={t.pool}
          hideLabel
          options={[
            { id: ALL, label: t.allPools },
            ...pools.map(({ id, name }) => ({ id, label: name ?? id, isName: true })),
          ]}
          value={view.poolId ?? ALL}
          onChange={(id) => setRowView({ poolId: id === ALL ? null : id })}
        />
      ) : null}
      <SelectField
        label={t.sortBy}
        hideLabel
        options={ROW_SORTS.map((id) => ({ id, label: t.sorts[id] }))}
        value={view.sort}
        onChange={(id) => setRowView({ sort: ROW_SORTS.find((sort): sort is RowSort => sort === id) ?? 'name' })}
      />
      <CheckboxList
        name={t.rows}
        options={[...(hasPools ? [{ id: 'group', label: t.groupByPool }] : []), { id: 'hide', label: t.hideUnused }]}
        chosen={chosen}
        onChange={(ids) => setRowView({ isGrouped: ids.includes('group'), hidesUnused: ids.includes('hide') })}
      />
      {shown === all ? null : (
        <output className="quiet">{t.shownOf({ shown: format.count(shown - 1), count: all - 1 })}</output>
      )}
      {hasOpen ? (
        <Button kind="quiet" icon={<UserCheck size={16} aria-hidden />} onPress={assignOpen}>
          {t.assignOpenCount({ count: format.count(open) })}
        </Button>
      ) : null}
      <span className="row-tools-gap" />
      {isBoard ? <HoursChoice /> : null}
    </div>
  )
}
