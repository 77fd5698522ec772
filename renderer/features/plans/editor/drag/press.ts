import { type MouseEvent, type RefObject } from 'react'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import { IS_MAC } from '../../../../app/commands/use-commands.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { weekMinuteAt, type Axis } from '../board/axis.ts'
import type { BoardActions } from '../board/board-actions.ts'
import type { Active } from '../board/board-keys.ts'
import type { BoardRow } from '../board/board-rows.ts'
import { BAR_EDGE, barSlack } from '../board/board-size.ts'
import { weekColumn, dateOfColumn, type Placed } from '../board/board-week.ts'
import { breakAt, breakPlaces } from '../board/break-places.ts'
import { shiftsBetween } from '../board/shift-range.ts'
import { breakText, dragText } from '../edit-text.ts'
import type { Editor } from '../store/editor-store.ts'
import { startBoardDrag, type BoardDrag } from './board-drag.ts'
import type { DragStart, Grip } from './drag.ts'
import { startMarquee } from './marquee.ts'
import { whyNot } from './row-fit.ts'

export interface BoardPointerOptions {
  readonly rows: readonly BoardRow[]
  readonly axis: Axis
  readonly actions: BoardActions
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly layer: RefObject<HTMLDivElement | null>
}

/** What a press needs to know, as it is when it begins. */
export interface PressedBoard extends BoardPointerOptions {
  readonly editor: Editor
  readonly format: Formatter
}

/** How near to its ends a finger resizes a bar. */
const FINGER_EDGE = 14

export interface Press {
  readonly x: number
  readonly y: number
  readonly from: DragStart
  readonly cell: Active
  /** Control, or Command on a Mac. */
  readonly isToggle: boolean
  readonly isRange: boolean
}

/** What is under the pointer; null: nothing of the rows. */
export function pressedPart(event: MouseEvent<HTMLDivElement>, { rows, axis, layer }: PressedBoard): Press | null {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>('[data-row]')
  const cell = target.closest<HTMLElement>('[data-column]')
  if (row === null || cell === null || layer.current === null) return null
  const agentId = row.dataset['row'] === '' ? null : row.dataset['row']!
  const weekMinute = weekMinuteAt(axis, event.clientX - layer.current.getBoundingClientRect().left)
  const bar = target.closest<HTMLElement>('[data-shift]')
  const id = bar?.dataset['shift']
  const isRest = bar?.ariaHidden === 'true'
  const place = rows
    .find((one) => one.agentId === agentId)
    ?.places.find((each) => each.shift.id === id && each.isRest === isRest)
  return {
    x: event.clientX,
    y: event.clientY,
    cell: { kind: 'cell', agentId, column: Number(cell.dataset['column']) },
    from:
      place === undefined || bar === null
        ? { kind: 'space', agentId, weekMinute }
        : heldPart({ bar, place, axis, weekMinute }, event),
    isToggle: IS_MAC ? event.metaKey : event.ctrlKey,
    isRange: event.shiftKey,
  }
}

interface HeldBar {
  readonly bar: HTMLElement
  readonly place: Placed
  readonly axis: Axis
  readonly weekMinute: number
}

/** The break under the pointer, or the shift. */
function heldPart({ bar, place, axis, weekMinute }: HeldBar, event: MouseEvent): DragStart {
  const { shift } = place
  const grip = barGrip(bar, event)
  if (grip === 'body') {
    const { left, width } = bar.getBoundingClientRect()
    const held = breakAt(breakPlaces(place, axis), event.clientX - left, width)
    if (held !== null) return { kind: 'break', shift, ...held, weekMinute }
  }
  return { kind: 'shift', shift, grip, weekMinute }
}

/** Which part of a bar is under the pointer. The rest of a shift that begins elsewhere has no edges to take hold of. */
function barGrip(bar: HTMLElement, { clientX, nativeEvent }: MouseEvent): Grip {
  if (bar.ariaHidden === 'true') return 'body'
  const { left, right, width } = bar.getBoundingClientRect()
  const isFinger = nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === 'touch'
  // Of a short bar, with what it is taken hold of beside it, a third is left to move it by.
  const slack = barSlack(width)
  const edge = Math.min(isFinger ? FINGER_EDGE : BAR_EDGE, (width + 2 * slack) / 3)
  if (clientX - left + slack < edge) return 'start'
  return right + slack - clientX < edge ? 'end' : 'body'
}

/** From a shift a drag of it; from empty space a new shift, or with Shift or Control held a rectangle that selects. */
export function beginDrag(
  { from, x, y, isRange, isToggle }: Press,
  { rows, axis, actions, scroller, layer, editor, format }: PressedBoard,
): BoardDrag | null {
  if (scroller.current === null || layer.current === null) return null
  const {
    selection,
    planned: { ruleReport },
    week: { board: week },
  } = editor.store.getState()
  if (from.kind === 'space' && (isRange || isToggle)) {
    const kept = isToggle ? [...selection] : []
    return startMarquee({
      pressedAt: { x, y },
      rows,
      axis,
      scroller: scroller.current,
      layer: layer.current,
      onTouched: (ids) => editor.select([...kept, ...ids], 'only'),
    })
  }
  const isOfSelection = from.kind !== 'space' && selection.has(from.shift.id)
  const shifts = rows.flatMap((row) => row.places.filter(({ isRest }) => !isRest).map(({ shift }) => shift))
  // The one under the pointer comes first: what is shown at the pointer is about it.
  const moving =
    from.kind === 'space'
      ? []
      : [from.shift, ...(isOfSelection ? shifts.filter(({ id }) => id !== from.shift.id && selection.has(id)) : [])]
  const preview = (tried: readonly Shift[]): string => {
    const pointsGained = actions.preview(tried)
    const shift = tried[0]!
    if (from.kind === 'break') return breakText({ range: shift.breaks[from.index]!, pointsGained }, format)
    const column = weekColumn(week, shift.day)
    const day = column === null || column < 0 ? '' : format.dayName(dayOfWeekOf(dateOfColumn(week, column)), 'short')
    return dragText({ shift, day, pointsGained }, format)
  }
  return startBoardDrag({
    from,
    pressedAt: { x, y },
    moving,
    axis,
    week,
    scroller: scroller.current,
    layer: layer.current,
    listener: {
      preview,
      whyNot: (agentId, shift) => {
        const against = whyNot(agentId, [shift], ruleReport)
        return against === null ? null : format.texts.planBoard.against[against]
      },
      drop: actions.edit,
      cancel: actions.cancelPreview,
    },
  })
}

/** As in lists of files: alone selects one, Control adds or removes it, Shift all from where one was to here. */
export function click(
  { from, cell, isToggle, isRange }: Press,
  { editor, rows, anchorId }: PressedBoard & { readonly anchorId: string | null },
): void {
  if (from.kind !== 'space') {
    const { id } = from.shift
    if (isRange && anchorId !== null) {
      editor.select(shiftsBetween(rows, anchorId, id), 'only')
      return
    }
    editor.select([id], isToggle ? 'toggle' : 'only')
    editor.setActive({ kind: 'shift', id })
    return
  }
  if (!isToggle && !isRange) editor.select([], 'only')
  editor.setActive(cell)
}
