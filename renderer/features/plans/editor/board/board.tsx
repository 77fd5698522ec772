/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot hold bars that run over its cells */
import { useLayoutEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { IS_MAC } from '../../../../commands/use-commands.tsx'
import { axisWidth } from './axis.ts'
import { activeOf, cellOf, firstCell, firstShiftIn, isSame, nextActive, placeOf } from './board-focus.ts'
import { keyIntent, type Active, type KeyIntent } from './board-keys.ts'
import { Row, type BoardLook } from './board-row.tsx'
import { NAME_WIDTH } from './board-size.ts'
import type { BoardRow } from './board-rows.ts'
import type { BoardWeek } from './board-week.ts'
import type { DragEdit } from './drag.ts'
import { useBoardPointer } from './use-board-pointer.ts'
import './board.css'

/** What the board asks of the editor; ids are those of shifts. */
export interface BoardActions {
  readonly select: (ids: readonly string[], how: 'only' | 'toggle') => void
  /** Moves, resizes or draws. */
  readonly edit: (edit: DragEdit, ids: readonly string[]) => void
  readonly remove: (ids: readonly string[]) => void
  readonly copy: (ids: readonly string[]) => void
  readonly paste: (at: { readonly agentId: string | null; readonly column: number }) => void
  readonly duplicate: (ids: readonly string[]) => void
  /** A new shift of the usual hours. */
  readonly add: (at: { readonly agentId: string | null; readonly column: number; readonly startMinute: number | null; readonly endMinute?: number }) => void
  /** Opens the form of a shift. */
  readonly open: (id: string) => void
  /** Shows what a drag would do, and says it in a few words. */
  readonly preview: (edit: DragEdit, shifts: readonly Shift[]) => string
  readonly cancelPreview: () => void
}

interface BoardProps {
  readonly rows: readonly BoardRow[]
  readonly week: BoardWeek
  readonly look: BoardLook
  /** Under each name, by agent. */
  readonly details: ReadonlyMap<string | null, string>
  readonly selection: ReadonlySet<string>
  readonly broken: ReadonlyMap<string, string>
  readonly active: Active | null
  readonly setActive: (active: Active) => void
  readonly actions: BoardActions
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Above the rows, on the same axis. */
  readonly head: ReactNode
}

/** The week of everybody, to be changed by mouse, touch and keys. */
export function Board({ rows, week, look, details, selection, broken, active, setActive, actions, scroller, head }: BoardProps): ReactNode {
  const grid = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const shown = active !== null && placeOf(rows, active) !== null ? active : firstCell(rows)
  const place = placeOf(rows, shown)
  const brokenByRow = useMemo(() => brokenOf(rows, broken), [rows, broken])
  const selectedByRow = useMemo(() => rows.map((row) => row.places.filter(({ shift, isRest }) => !isRest && selection.has(shift.id)).map(({ shift }) => shift.id).join(' ')), [rows, selection])
  const pointer = useBoardPointer({ rows, week, axis: look.axis, selection, actions, setActive, scroller, layer })
  useFocusOn(grid, shown)

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const intent = keyIntent({ key: event.key, shift: event.shiftKey, mod: IS_MAC ? event.metaKey : event.ctrlKey, alt: event.altKey }, shown.kind)
    if (intent === null) return
    event.preventDefault()
    follow(intent)
  }
  // Whatever moved the focus - a key, a pointer, a screen reader - it is where the keys act.
  const onFocus = ({ target }: FocusEvent<HTMLDivElement>): void => {
    const focused = activeOf(target)
    if (focused !== null && !isSame(focused, shown)) setActive(focused)
  }
  const follow = (intent: KeyIntent): void => {
    const ids = shown.kind === 'shift' ? (selection.has(shown.id) ? [...selection] : [shown.id]) : [...selection]
    switch (intent.kind) {
      case 'focus':
        return setActive(nextActive(rows, shown, intent.direction))
      case 'focus-edge':
        return setActive({ kind: 'cell', agentId: place === null ? null : rows[place.row]!.agentId, column: intent.column === 'first' ? 0 : 6 })
      case 'leave':
        actions.select([], 'only')
        return setActive(cellOf(rows, shown))
      case 'open': {
        if (shown.kind === 'shift') return actions.open(shown.id)
        const inside = place === null ? null : firstShiftIn(rows[place.row]!, place.column)
        return inside === null ? actions.add({ agentId: shown.agentId, column: shown.column, startMinute: null }) : setActive(inside)
      }
      case 'move':
        return actions.edit({ kind: 'move', minutes: intent.minutes, rows: intent.rows }, ids)
      case 'resize':
        return actions.edit({ kind: 'resize', edge: intent.edge, minutes: intent.minutes }, ids)
      case 'remove':
        return actions.remove(ids)
      case 'toggle':
        return shown.kind === 'shift' ? actions.select([shown.id], 'toggle') : undefined
      case 'select-all':
        return actions.select(rows.flatMap((row) => row.places.filter(({ isRest }) => !isRest).map(({ shift }) => shift.id)), 'only')
      case 'copy':
        return actions.copy(ids)
      case 'cut':
        actions.copy(ids)
        return actions.remove(ids)
      case 'paste': {
        const at = place === null ? { agentId: null, column: 0 } : { agentId: rows[place.row]!.agentId, column: place.column }
        return actions.paste(at)
      }
      case 'duplicate':
        return actions.duplicate(ids)
    }
  }

  return (
    <div className="board" ref={scroller}>
      <div className="board-content" style={{ width: NAME_WIDTH + axisWidth(look.axis) }}>
        {head}
        {/* The keys of the whole grid; what has the focus is one of its cells or shifts. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div className="board-rows" role="grid" aria-label="Shifts by agent and day" aria-rowcount={rows.length + 1} aria-colcount={8} aria-multiselectable ref={grid} onKeyDown={onKeyDown} onFocus={onFocus} {...pointer}>
          <GridHead look={look} />
          {rows.map((row, index) => (
            <Row
              key={row.agentId ?? ''}
              row={row}
              index={index}
              look={look}
              detail={details.get(row.agentId) ?? ''}
              selected={selectedByRow[index]!}
              broken={brokenByRow.get(row.agentId) ?? null}
              tabStop={place?.row === index ? (shown.kind === 'shift' ? shown.id : String(shown.column)) : null}
            />
          ))}
          <div className="board-layer" ref={layer} aria-hidden style={{ left: NAME_WIDTH }} />
        </div>
      </div>
    </div>
  )
}

/** The names of the columns, for those who do not see them over the board. */
function GridHead({ look }: { readonly look: BoardLook }): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="visually-hidden">
      <span role="columnheader">Agent</span>
      {look.dayNames.map((name) => (
        <span key={name} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  )
}

function brokenOf(rows: readonly BoardRow[], broken: ReadonlyMap<string, string>): ReadonlyMap<string | null, ReadonlyMap<string, string>> {
  const byRow = new Map<string | null, ReadonlyMap<string, string>>()
  for (const row of rows) {
    const own = row.places.filter(({ shift }) => broken.has(shift.id)).map(({ shift }) => [shift.id, broken.get(shift.id)!] as const)
    if (own.length > 0) byRow.set(row.agentId, new Map(own))
  }
  return byRow
}

/** Keeps the focus on what is active, also where an edit moved it to another row; leaves it alone while it is elsewhere. */
function useFocusOn(grid: RefObject<HTMLDivElement | null>, active: Active): void {
  const had = useRef(false)
  const key = active.kind === 'shift' ? active.id : `${active.agentId} ${active.column}`
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return undefined
    const onIn = (): void => void (had.current = true)
    const onOut = (event: globalThis.FocusEvent): void => {
      // A shift that is drawn in another row takes the focus with it when it goes: nothing gets it then.
      if (event.relatedTarget !== null) had.current = element.contains(event.relatedTarget as Node)
    }
    const onElsewhere = (event: PointerEvent): void => {
      if (!element.contains(event.target as Node)) had.current = false
    }
    element.addEventListener('focusin', onIn)
    element.addEventListener('focusout', onOut)
    addEventListener('pointerdown', onElsewhere, true)
    return () => {
      element.removeEventListener('focusin', onIn)
      element.removeEventListener('focusout', onOut)
      removeEventListener('pointerdown', onElsewhere, true)
    }
  }, [grid])
  useLayoutEffect(() => {
    if (!had.current || grid.current === null) return
    const wanted = elementOf(grid.current, active)
    if (wanted !== null && document.activeElement !== wanted) wanted.focus({ preventScroll: false })
    // After every drawing: the element may be another one under the same key.
  })
  void key
}

function elementOf(grid: HTMLElement, active: Active): HTMLElement | null {
  if (active.kind === 'shift') return grid.querySelector(`[data-shift="${CSS.escape(active.id)}"]:not([aria-hidden="true"])`)
  const row = grid.querySelector(`[data-row="${CSS.escape(active.agentId ?? '')}"]`)
  return row?.querySelector(`[data-column="${active.column}"]`) ?? null
}
