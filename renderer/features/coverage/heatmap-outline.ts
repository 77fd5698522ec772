import { holdsHour, type HoursChoice } from '../../workspace/staffing-blocks/hours-choice.ts'
import type { GridPlace } from './heatmap-keys.ts'
import type { HeatmapModel } from './heatmap-model.ts'

const SIDES = [
  { name: 'top', row: -1, column: 0 },
  { name: 'right', row: 0, column: 1 },
  { name: 'bottom', row: 1, column: 0 },
  { name: 'left', row: 0, column: -1 },
] as const

/** Classes of a cell among outlined hours: a line on each side where its neighbour is not one of them. */
export function outlineOf({ rows }: Pick<HeatmapModel, 'rows'>, { row, column }: GridPlace, hours: HoursChoice | null): string {
  const isIn = (atRow: number, hour: number): boolean => {
    const day = rows[atRow]
    return hours !== null && day !== undefined && holdsHour(hours, { dayOfWeek: day.dayOfWeek, hour })
  }
  if (!isIn(row, column)) return ''
  const sides = SIDES.filter((side) => !isIn(row + side.row, column + side.column))
  return ` heatmap-outlined${sides.map(({ name }) => ` heatmap-outlined-${name}`).join('')}`
}
