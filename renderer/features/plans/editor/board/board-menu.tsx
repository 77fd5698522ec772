import type { ReactNode } from 'react'
import { IS_MAC } from '../../../../app/commands/use-commands.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { ContextMenu, type MenuEntry } from '../../../../kit/context-menu.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import type { BoardActions } from './board-actions.ts'
import type { BoardRow } from './board-rows.ts'
import { menuTarget, shiftsOfDay, shiftsOfRow, type MenuTarget } from './menu-target.ts'
import { zoomOfDays } from './zoom.ts'

export interface OpenMenu {
  readonly target: MenuTarget
  readonly x: number
  readonly y: number
}

interface BoardMenuProps {
  readonly menu: OpenMenu
  readonly rows: readonly BoardRow[]
  readonly actions: BoardActions
  readonly onClose: () => void
}

const MOD = IS_MAC ? '⌘' : 'Ctrl'

/** What the right button, or the key for menus, asks for on the board; null: nothing of the board. */
export function askedMenu(event: {
  readonly target: EventTarget
  readonly clientX: number
  readonly clientY: number
}): OpenMenu | null {
  const element = event.target instanceof HTMLElement ? event.target : null
  const target = element === null ? null : menuTarget(element)
  return target === null ? null : { target, x: event.clientX, y: event.clientY }
}

/** What can be done with a shift, a day of an agent, an agent, or a day. */
export function BoardMenu({ menu, rows, actions, onClose }: BoardMenuProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const editor = useEditor()
  const selection = useEditorState((state) => state.selection)
  const canPaste = actions.canPaste()
  const { target } = menu
  const about = (ids: readonly string[]): readonly MenuEntry[] => [
    { id: 'cut', label: t.cut, keys: `${MOD} X`, isDisabled: ids.length === 0, run: () => cut(ids) },
    { id: 'copy', label: t.copyShifts, keys: `${MOD} C`, isDisabled: ids.length === 0, run: () => actions.copy(ids) },
  ]
  const cut = (ids: readonly string[]): void => {
    actions.copy(ids)
    actions.remove(ids)
  }
  const remove = (ids: readonly string[]): MenuEntry => ({
    id: 'delete',
    label: t.delete,
    keys: 'Delete',
    isApart: true,
    isDisabled: ids.length === 0,
    run: () => actions.remove(ids),
  })
  const select = (ids: readonly string[]): MenuEntry => ({
    id: 'select',
    label: t.selectShifts,
    isDisabled: ids.length === 0,
    run: () => editor.select(ids, 'only'),
  })
  const entries = (): readonly MenuEntry[] => {
    switch (target.kind) {
      case 'shift': {
        const ids = selection.has(target.id) ? [...selection] : [target.id]
        return [
          {
            id: 'edit',
            label: t.editMore,
            keys: 'Enter',
            run: () => editor.openDialog(ids.length > 1 ? { kind: 'shifts', ids } : { kind: 'shift', id: target.id }),
          },
          { id: 'who', label: t.whoCan, keys: 'W', run: () => editor.openDialog({ kind: 'who-can', ids }) },
          { id: 'duplicate', label: t.duplicate, keys: `${MOD} D`, run: () => actions.duplicate(ids) },
          { id: 'open', label: t.makeUnassigned, run: () => actions.assign(ids, null) },
          ...about(ids),
          remove(ids),
        ]
      }
      case 'cell': {
        const { agentId, column } = target
        return [
          {
            id: 'add',
            label: t.addShift,
            keys: 'Enter',
            run: () => actions.add({ agentId, column, startMinute: null }),
          },
          {
            id: 'paste',
            label: t.paste,
            keys: `${MOD} V`,
            isDisabled: !canPaste,
            run: () => actions.paste({ agentId, column }),
          },
          select(shiftsOfRow(rows, agentId, column)),
        ]
      }
      case 'agent': {
        const ids = shiftsOfRow(rows, target.agentId)
        return [
          ...(target.agentId === null
            ? [{ id: 'assign', label: t.assignOpen, isDisabled: ids.length === 0, run: actions.assignOpen }]
            : []),
          select(ids),
          {
            id: 'only',
            label: t.showOnly,
            run: () => editor.setRowView({ search: rows.find((row) => row.agentId === target.agentId)?.name ?? '' }),
          },
          ...about(ids),
          remove(ids),
        ]
      }
      case 'day': {
        const { column } = target
        const ids = shiftsOfDay(rows, column)
        return [
          { id: 'show', label: t.showDay, run: () => showDay(column) },
          select(ids),
          ...about(ids),
          {
            id: 'paste',
            label: t.pasteSameAgents,
            isDisabled: !canPaste,
            run: () => actions.paste({ agentId: null, column, keepsAgents: true }),
          },
          remove(ids),
        ]
      }
    }
  }
  const showDay = (column: number): void => {
    const [first] = rows
    if (first !== undefined) editor.setActive({ kind: 'cell', agentId: first.agentId, column })
    editor.setZoom(zoomOfDays(1))
  }
  return <ContextMenu label={t.menu} at={menu} entries={entries()} onClose={onClose} />
}
