/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot hold bars that run over its cells */
import { memo, type CSSProperties, type ReactNode } from 'react'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { awayIn } from './away.ts'
import { BAR_TEXT_SIZE, barText, shiftName } from './bar-text.ts'
import type { TimeOffEntry } from '../../plan-types.ts'
import { axisX, type Axis } from './axis.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import type { BoardRow, PlacedInLane } from './board-rows.ts'
import { breaksBehind } from './break-places.ts'
import { offBehind } from './off-behind.ts'
import { barSlack, LANE_HEIGHT, ROW_PADDING, TALL_ROW } from './board-size.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { textWidth } from '../../../../kit/text-width.ts'

/** What the rows share; one object, so that a row that did not change is not drawn again. */
export interface BoardLook {
  readonly axis: Axis
  /** Pixels of the column of names. */
  readonly nameWidth: number
  readonly format: Formatter
  /** "Monday 23 November", by column. */
  readonly dayNames: readonly string[]
  /** When a shift is for somebody who lives in another zone: "15:00 to 23:30 Berlin time". */
  readonly ownTimes: (shift: Shift, timeZone: string) => string | null
  /** "Day off". */
  readonly dayOff: string
  /** "Vacation". */
  readonly awayText: (entry: TimeOffEntry) => string
}

interface RowProps {
  readonly row: BoardRow
  readonly index: number
  readonly look: BoardLook
  /** Under the name: "38 h" and the like. */
  readonly detail: string
  /** Ids of its selected shifts, joined by blanks. */
  readonly selected: string
  /** Ids of those in which the agent is assumed to be absent, joined by blanks. */
  readonly absent: string
  /** What is wrong with its shifts: ids and texts as JSON; empty: nothing. */
  readonly problems: string
  /** The column, or the shift, that the Tab key leads to; null: another row's. */
  readonly tabStop: string | null
}

const barTextWidth = (text: string): number => textWidth(text, BAR_TEXT_SIZE)
/** A bar as narrow as this has its text in the middle. */
const NARROW_BAR = 48
/** Size of names, and what the edges of their column take. */
const NAME_SIZE = 13
const NAME_EDGES = 21

/** One agent's week: a header, seven days, and the shifts on them. */
export const Row = memo(function Row({
  row,
  index,
  look,
  detail,
  selected,
  absent,
  problems,
  tabStop,
}: RowProps): ReactNode {
  const selectedIds = new Set(selected.split(' '))
  const absentIds = new Set(absent.split(' '))
  const problemOf = new Map(problems === '' ? [] : (JSON.parse(problems) as (readonly [string, string])[]))
  const lanes = row.lanes * LANE_HEIGHT + 2 * ROW_PADDING
  const height = textWidth(row.name, NAME_SIZE) > look.nameWidth - NAME_EDGES ? Math.max(lanes, TALL_ROW) : lanes
  return (
    <div className="board-row" role="row" aria-rowindex={index + 2} data-row={row.agentId ?? ''} style={{ height }}>
      <div className="board-name" role="rowheader">
        <span
          className="board-name-text"
          dir="auto"
          translate={row.agentId === null ? undefined : 'no'}
          title={row.name}
        >
          {row.name}
        </span>
        <span className="board-name-detail">{detail}</span>
      </div>
      <div
        className="board-lane"
        role="presentation"
        style={{ width: look.axis.dayWidth * look.dayNames.length, ...offBehind(row.off, look.axis) }}
      >
        {look.dayNames.map((dayName, column) => {
          const away = awayIn(row.away, column)
          const isOff = row.off.daysOff.includes(column)
          const places = row.places.filter((place) => Math.floor(place.start / DAY_MINUTES) === column)
          return (
            <div
              key={dayName}
              className="board-cell"
              role="gridcell"
              aria-colindex={column + 2}
              data-column={column}
              tabIndex={tabStop === String(column) ? 0 : -1}
              aria-label={cellName(
                { who: row.name, day: dayName, count: places.length },
                [...away.map(({ entry }) => look.awayText(entry)), ...(isOff ? [look.dayOff] : [])],
                look.format,
              )}
              style={{ width: look.axis.dayWidth }}
            >
              {isOff ? (
                <div
                  className="board-away"
                  aria-hidden
                  style={{ left: column * look.axis.dayWidth + 1, width: look.axis.dayWidth - 3 }}
                >
                  {look.dayOff}
                </div>
              ) : null}
              {away.map(({ entry, start, end }) => (
                <div
                  key={`${entry.id} ${start}`}
                  className={`board-away board-away-${entry.kind}`}
                  aria-hidden
                  style={{
                    left: axisX(look.axis, start),
                    width: Math.max(4, axisX(look.axis, end - 1) - axisX(look.axis, start)),
                  }}
                >
                  {look.awayText(entry)}
                </div>
              ))}
              {places.map((place) => (
                <ShiftBar
                  key={place.isRest ? `${place.shift.id} rest` : place.shift.id}
                  place={place}
                  look={look}
                  who={row.name}
                  ownZone={row.timeZone}
                  dayName={dayName}
                  isSelected={selectedIds.has(place.shift.id)}
                  isAbsent={absentIds.has(place.shift.id)}
                  problem={problemOf.get(place.shift.id) ?? null}
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

/** What is read out of a cell; `away`: why nobody works then. */
function cellName(
  cell: { readonly who: string; readonly day: string; readonly count: number },
  away: readonly string[],
  format: Formatter,
): string {
  const { planBoard: t } = format.texts
  return away.length === 0 ? t.cell(cell) : t.cellAway({ ...cell, what: format.list(away) })
}

interface ShiftBarProps {
  readonly place: PlacedInLane
  readonly look: BoardLook
  readonly who: string
  readonly ownZone: string | null
  readonly dayName: string
  readonly isSelected: boolean
  readonly isAbsent: boolean
  readonly problem: string | null
  readonly isTabStop: boolean
}

const ShiftBar = memo(function ShiftBar({
  place,
  look,
  who,
  ownZone,
  dayName,
  isSelected,
  isAbsent,
  problem,
  isTabStop,
}: ShiftBarProps): ReactNode {
  const { axis, format } = look
  const { shift } = place
  const left = axisX(axis, place.start)
  const width = Math.max(8, axisX(axis, place.end) - left)
  const slack = barSlack(width)
  const described = shiftName(
    { shift, who, dayName, problem, ownTimes: ownZone === null ? null : look.ownTimes(shift, ownZone) },
    format,
  )
  const name = isAbsent ? format.texts.assuming.absentShift({ shift: described, agent: who }) : described
  const text = barText({ ...shift, isRest: place.isRest }, { width, measure: barTextWidth }, format)
  const classes = [
    'shift',
    shift.agentId === null ? 'shift-open' : '',
    isAbsent ? 'shift-absent' : '',
    isSelected ? 'shift-selected' : '',
    problem === null ? '' : 'shift-broken',
    place.isRest ? 'shift-rest' : '',
    width < NARROW_BAR ? 'shift-narrow' : '',
    slack > 0 ? 'shift-thin' : '',
  ]
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
      style={{
        left,
        width,
        top: ROW_PADDING + place.lane * LANE_HEIGHT,
        ...breaksBehind(place, axis),
        ...(slack > 0 ? ({ '--slack': `${slack}px` } as CSSProperties) : {}),
      }}
    >
      {text}
    </div>
  )
})
