/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot hold bars that run over its cells */
import { memo, type CSSProperties, type ReactNode } from 'react'
import { barText, shiftName } from './bar-text.ts'
import { xOf, type Axis } from './axis.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import type { BoardRow, PlacedInLane } from './board-rows.ts'
import { LANE_HEIGHT, ROW_PADDING } from './board-size.ts'

/** What the rows share; one object, so that a row that did not change is not drawn again. */
export interface BoardLook {
  readonly axis: Axis
  readonly hour12: boolean
  /** "Monday 23 November", by column. */
  readonly dayNames: readonly string[]
  /** When a shift is for somebody who lives in another zone: "15:00 to 23:30 Berlin time". */
  readonly ownTimes: (shift: Shift, timeZone: string) => string | null
}

interface RowProps {
  readonly row: BoardRow
  readonly index: number
  readonly look: BoardLook
  /** Under the name: "38 h" and the like. */
  readonly detail: string
  /** Ids of its selected shifts, joined by blanks. */
  readonly selected: string
  /** What is wrong with its shifts, by shift. */
  readonly broken: ReadonlyMap<string, string> | null
  /** The column, or the shift, that the Tab key leads to; null: another row's. */
  readonly tabStop: string | null
}

export const NO_SHIFTS = 'no shifts'

/** One agent's week: a header, seven days, and the shifts on them. */
export const Row = memo(function Row({ row, index, look, detail, selected, broken, tabStop }: RowProps): ReactNode {
  const selectedIds = new Set(selected.split(' '))
  const height = row.lanes * LANE_HEIGHT + 2 * ROW_PADDING
  return (
    <div className="board-row" role="row" aria-rowindex={index + 2} data-row={row.agentId ?? ''} style={{ height }}>
      <div className="board-name" role="rowheader">
        <span className="board-name-text">{row.name}</span>
        <span className="board-name-detail">{detail}</span>
      </div>
      <div className="board-lane" role="presentation" style={{ width: look.axis.dayWidth * look.dayNames.length }}>
        {look.dayNames.map((dayName, column) => {
          const places = row.places.filter((place) => Math.floor(place.start / 1440) === column)
          return (
            <div
              key={dayName}
              className="board-cell"
              role="gridcell"
              aria-colindex={column + 2}
              data-column={column}
              tabIndex={tabStop === String(column) ? 0 : -1}
              aria-label={`${row.name}, ${dayName}: ${places.length === 0 ? NO_SHIFTS : `${places.length} ${places.length === 1 ? 'shift' : 'shifts'}`}`}
              style={{ width: look.axis.dayWidth }}
            >
              {places.map((place) => (
                <ShiftBar
                  key={place.isRest ? `${place.shift.id} rest` : place.shift.id}
                  place={place}
                  look={look}
                  who={row.name}
                  ownZone={row.timeZone}
                  dayName={dayName}
                  isSelected={selectedIds.has(place.shift.id)}
                  problem={broken?.get(place.shift.id) ?? null}
                  isTabStop={!place.isRest && tabStop === place.shift.id}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
})

interface ShiftBarProps {
  readonly place: PlacedInLane
  readonly look: BoardLook
  readonly who: string
  readonly ownZone: string | null
  readonly dayName: string
  readonly isSelected: boolean
  readonly problem: string | null
  readonly isTabStop: boolean
}

const ShiftBar = memo(function ShiftBar({ place, look, who, ownZone, dayName, isSelected, problem, isTabStop }: ShiftBarProps): ReactNode {
  const { axis, hour12 } = look
  const { shift } = place
  const left = xOf(axis, place.start)
  const width = Math.max(8, xOf(axis, place.end) - left)
  const name = shiftName({ shift, who, dayName, problem, ownTimes: ownZone === null ? null : look.ownTimes(shift, ownZone) }, hour12)
  const text = barText({ ...shift, isRest: place.isRest, hour12 }, width)
  const classes = ['shift', shift.agentId === null ? 'shift-open' : '', isSelected ? 'shift-selected' : '', problem === null ? '' : 'shift-broken', place.isRest ? 'shift-rest' : '', text.includes('\n') ? 'shift-narrow' : '']
  return (
    <div
      className={classes.filter((name) => name !== '').join(' ')}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      data-shift={shift.id}
      aria-pressed={isSelected}
      aria-label={name}
      title={name}
      aria-hidden={place.isRest}
      // One element a shift, and its breaks in its background: six hundred of them are to be moved over at every frame.
      style={{ left, width, top: ROW_PADDING + place.lane * LANE_HEIGHT, ...breaksBehind(place, axis) }}
    >
      {text}
    </div>
  )
})

/** Breaks as hatched pieces of the background. */
function breaksBehind(place: PlacedInLane, axis: Axis): CSSProperties {
  const { breaks, startMinute, endMinute } = place.shift
  if (breaks.length === 0) return {}
  // Both lie on the same clock, so a break's distance from the shift's start on the screen is that of its minutes.
  const origin = place.isRest ? place.end - endMinute : place.start - startMinute
  const left = xOf(axis, place.start)
  const pieces = breaks
    .map((rest) => ({ from: xOf(axis, Math.max(place.start, origin + rest.startMinute)) - left, to: xOf(axis, Math.min(place.end, origin + rest.endMinute)) - left }))
    .filter(({ from, to }) => to > from)
  return {
    backgroundImage: pieces.map(() => 'var(--break-hatch)').join(', '),
    backgroundPosition: pieces.map(({ from }) => `${from}px 0`).join(', '),
    backgroundSize: pieces.map(({ from, to }) => `${to - from}px 100%`).join(', '),
  }
}
