/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot hold bars that run over its cells */
import {
  Fragment,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { IS_MAC } from '../../../../app/commands/use-commands.tsx'
import type { Overview } from '../../../../app/workspace/workspace-types.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { useBoardPointer } from '../drag/use-board-pointer.ts'
import { useMoveGhost } from '../suggest/use-move-ghost.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { shownHours, shownZoom } from '../store/editor-state.ts'
import { boardAxis, axisWidth } from './axis.ts'
import { createBoardActions } from './board-actions.ts'
import { activeInElement, shiftCell, firstCell, firstShiftIn, isSame, nextActive, boardPlace } from './board-focus.ts'
import { BoardHead } from './board-head.tsx'
import { beginsGroup, GridHead, GroupHead } from './grid-heads.tsx'
import { useFocusOn } from './use-focus-on.ts'
import { askedMenu, BoardMenu, type OpenMenu } from './board-menu.tsx'
import { keyIntent, type KeyIntent } from './board-keys.ts'
import { Row, type BoardLook } from './board-row.tsx'
import { type BoardRow, rowDetails } from './board-rows.ts'
import { COLUMNS, dateOfColumn } from './board-week.ts'
import { ownTimes } from './own-times.ts'
import { useZoomAnchor } from './use-zoom-anchor.ts'
import { useWidth } from '../../../../kit/use-width.ts'
import './board.css'

const NO_ROWS: readonly BoardRow[] = []

/** The week of everybody, to be changed by mouse, touch and keys. */
export function Board({ pools }: { readonly pools: Overview['pools'] }): ReactNode {
  const format = useFormat()
  const editor = useEditor()
  const week = useEditorState((state) => state.week)
  const planned = useEditorState((state) => state.planned)
  const selection = useEditorState((state) => state.selection)
  const active = useEditorState((state) => state.active)
  const hours = useEditorState(shownHours)
  const zoom = useEditorState(shownZoom)
  const nameWidth = useEditorState((state) => state.nameWidth)
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const { setBoardWidth } = editor
  useLayoutEffect(() => setBoardWidth(width), [setBoardWidth, width])
  const axis = useMemo(
    () => boardAxis(hours, { width: Math.max(width - nameWidth, 350), zoom }),
    [hours, width, nameWidth, zoom],
  )
  useZoomAnchor({ scroller, editor, axis, nameWidth })
  const look = useMemo<BoardLook>(
    () => ({
      axis,
      nameWidth,
      format,
      dayNames: COLUMNS.map((column) => format.date(dateOfColumn(week.board, column), 'full')),
      dayOff: format.texts.planBoard.against['day-off'],
      awayText: ({ kind }) => format.texts.timeOff.kinds[kind],
      ownTimes: (shift, timeZone) => ownTimes(shift, { kind: week.board.kind, clock: week.clock, timeZone }, format),
    }),
    [axis, nameWidth, format, week],
  )
  // Before the width is known every bar would have to be laid out twice.
  const rows = width === 0 ? NO_ROWS : planned.rows
  const details = useMemo(() => rowDetails(planned.rows, planned.hours, format), [planned, format])
  const problemsByRow = useMemo(
    () => rows.map((row) => shiftProblems(row, planned.violationTexts)),
    [rows, planned.violationTexts],
  )
  const selectedByRow = useMemo(() => rows.map((row) => idsIn(row, selection)), [rows, selection])
  const absentByRow = useMemo(() => rows.map((row) => idsIn(row, planned.absent)), [rows, planned.absent])
  const groupName = (poolId: string | null): string =>
    poolId === null ? format.texts.planBoard.severalPools : (pools.find(({ id }) => id === poolId)?.name ?? poolId)
  const actions = useMemo(() => createBoardActions(editor, format), [editor, format])
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { setActive } = editor
  const shown = active !== null && boardPlace(rows, active) !== null ? active : firstCell(rows)
  const place = boardPlace(rows, shown)
  const pointer = useBoardPointer({ rows, axis, actions, scroller, layer })
  useMoveGhost({ axis, layer })
  useFocusOn(grid, shown)

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const intent = keyIntent(
      {
        key: event.key,
        code: event.code,
        shift: event.shiftKey,
        mod: IS_MAC ? event.metaKey : event.ctrlKey,
        alt: event.altKey,
      },
      shown.kind,
    )
    if (intent === null) return
    event.preventDefault()
    follow(intent)
  }
  // Whatever moved the focus - a key, a pointer, a screen reader - it is where the keys act.
  const onFocus = ({ target }: FocusEvent<HTMLDivElement>): void => {
    const focused = activeInElement(target)
    if (focused !== null && !isSame(focused, shown)) setActive(focused)
  }
  const follow = (intent: KeyIntent): void => {
    const ids = shown.kind === 'shift' ? (selection.has(shown.id) ? [...selection] : [shown.id]) : [...selection]
    switch (intent.kind) {
      case 'focus':
        return setActive(nextActive(rows, shown, intent.direction))
      case 'focus-edge':
        return setActive({
          kind: 'cell',
          agentId: place === null ? null : rows[place.row]!.agentId,
          column: intent.column === 'first' ? 0 : 6,
        })
      case 'leave':
        editor.select([], 'only')
        return setActive(shiftCell(rows, shown))
      case 'open': {
        if (shown.kind === 'shift')
          return editor.openDialog(ids.length > 1 ? { kind: 'shifts', ids } : { kind: 'shift', id: shown.id })
        const inside = place === null ? null : firstShiftIn(rows[place.row]!, place.column)
        return inside === null
          ? actions.add({ agentId: shown.agentId, column: shown.column, startMinute: null })
          : setActive(inside)
      }
      case 'move':
        return actions.edit({ kind: 'move', minutes: intent.minutes, rows: intent.rows, isCopy: false }, ids)
      case 'resize':
        return actions.edit({ kind: 'resize', edge: intent.edge, minutes: intent.minutes }, ids)
      case 'move-breaks':
        return ids.length === 0 ? undefined : actions.moveBreaks(ids, intent.minutes)
      case 'who':
        return editor.openDialog({ kind: 'who-can', ids })
      case 'remove':
        return actions.remove(ids)
      case 'toggle':
        return shown.kind === 'shift' ? editor.select([shown.id], 'toggle') : undefined
      case 'select-all':
        return editor.select(
          rows.flatMap((row) => row.places.filter(({ isRest }) => !isRest).map(({ shift }) => shift.id)),
          'only',
        )
      case 'copy':
        return actions.copy(ids)
      case 'cut':
        actions.copy(ids)
        return actions.remove(ids)
      case 'paste': {
        const at =
          place === null ? { agentId: null, column: 0 } : { agentId: rows[place.row]!.agentId, column: place.column }
        return actions.paste(at)
      }
      case 'duplicate':
        return actions.duplicate(ids)
    }
  }

  return (
    <div className="board" dir="ltr" ref={scroller} style={{ '--name-width': `${nameWidth}px` } as CSSProperties}>
      {/* Menus of shifts, days and agents; keys ask for them too, on what has the focus. */}
      <div
        className="board-content"
        role="presentation"
        onContextMenu={(event) => {
          const asked = askedMenu(event)
          if (asked === null) return
          event.preventDefault()
          if (asked.target.kind === 'shift' && !selection.has(asked.target.id)) editor.select([asked.target.id], 'only')
          setMenu(asked)
        }}
        style={{ width: nameWidth + axisWidth(look.axis) }}
      >
        <BoardHead scroller={scroller} axis={axis} />
        {/* The keys of the whole grid; what has the focus is one of its cells or shifts. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          className="board-rows"
          role="grid"
          aria-label={format.texts.planBoard.board}
          aria-rowcount={rows.length + 1}
          aria-colcount={8}
          aria-multiselectable
          ref={grid}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          {...pointer}
        >
          <GridHead look={look} />
          {rows.map((row, index) => (
            <Fragment key={row.agentId ?? ''}>
              {beginsGroup(rows, index) ? <GroupHead name={groupName(row.poolId ?? null)} /> : null}
              <Row
                row={row}
                index={index}
                look={look}
                detail={details.get(row.agentId) ?? ''}
                selected={selectedByRow[index]!}
                absent={absentByRow[index]!}
                problems={problemsByRow[index]!}
                tabStop={place?.row === index ? (shown.kind === 'shift' ? shown.id : String(shown.column)) : null}
              />
            </Fragment>
          ))}
          <div className="board-layer" ref={layer} aria-hidden style={{ left: nameWidth }} />
        </div>
      </div>
      {menu === null ? null : <BoardMenu menu={menu} rows={rows} actions={actions} onClose={() => setMenu(null)} />}
    </div>
  )
}

/** Which of some shifts are a row's, joined by blanks: equal texts draw no row again. */
function idsIn({ places }: BoardRow, ids: ReadonlySet<string>): string {
  return places
    .filter(({ shift, isRest }) => !isRest && ids.has(shift.id))
    .map(({ shift }) => shift.id)
    .join(' ')
}

/** What is wrong with a row's shifts, as JSON for the same reason. */
function shiftProblems({ places }: BoardRow, texts: ReadonlyMap<string, string>): string {
  const own = places
    .filter(({ shift, isRest }) => !isRest && texts.has(shift.id))
    .map(({ shift }) => [shift.id, texts.get(shift.id)!] as const)
  return own.length === 0 ? '' : JSON.stringify(own)
}
