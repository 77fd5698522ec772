import type { ReactNode } from 'react'
import { cssColour, inkOn } from '../../charts/coverage-colour.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { GridPlace } from '../../kit/grid-keys.ts'
import { WeekGrid } from '../../kit/week-grid.tsx'
import { type GridCell, type GridKind, type GridModel } from './grid-model.ts'

interface CompareGridProps {
  readonly kind: GridKind
  readonly model: GridModel
  /** Where the keyboard enters. */
  readonly active: GridPlace
  /** What is looked at, here or in a grid beside. */
  readonly marked: GridPlace | null
  /** The hour for which the difference is split. */
  readonly open: GridPlace | null
  readonly onVisit: (place: GridPlace) => void
  readonly onPoint: (place: GridPlace | null) => void
  readonly onOpen: (cell: GridCell) => void
}

const isSamePlace = (one: GridPlace | null, other: GridPlace): boolean =>
  one !== null && one.row === other.row && one.column === other.column

/** A week by hour (down) and day (across). */
export function CompareGrid({
  kind,
  model,
  active,
  marked,
  open,
  onVisit,
  onPoint,
  onOpen,
}: CompareGridProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  return (
    <WeekGrid
      label={t.grids[kind]}
      className="compare-grid"
      caption={
        <caption className="compare-grid-title" aria-hidden>
          {t.gridTitles[kind]}
        </caption>
      }
      corner={t.hour}
      columns={format.weekOrder.map((day) => ({
        id: day,
        label: format.dayName(day, 'short'),
        name: format.dayName(day),
      }))}
      rows={model.map((cells, hour) => ({
        id: hour,
        label: format.shortHour(hour),
        name: format.hourRange(hour, hour + 1),
        cells,
      }))}
      active={active}
      show={(cell, place) => ({
        name: cell.name,
        state: cell.state,
        className: [
          'compare-cell',
          isSamePlace(marked, place) ? 'compare-marked' : '',
          isSamePlace(open, place) ? 'compare-open' : '',
          cell.isOutside ? 'compare-outside-band' : '',
        ]
          .filter((name) => name !== '')
          .join(' '),
        style:
          cell.colour === null
            ? undefined
            : { background: cssColour(cell.colour), color: cssColour(inkOn(cell.colour)) },
        isSelected: isSamePlace(open, place),
        content: cell.text,
      })}
      onOpen={onOpen}
      onFocus={({ place }) => onVisit(place)}
      onPoint={(at) => onPoint(at?.place ?? null)}
    />
  )
}
