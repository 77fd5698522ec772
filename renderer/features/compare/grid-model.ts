import { COVERAGE_SCALES, coverageColour, coverageStrength, type Rgb, type ThemeName } from '../../charts/coverage-colour.ts'
import { differenceOf, rateOf, type Compared } from '../../../shared/compare/compared.ts'
import type { Formatter } from '../../format/formatter.ts'
import { comparedSentence } from './compare-words.ts'
import { differenceColour } from './difference-colour.ts'
import type { WeekDetail } from './compare-types.ts'

export const GRIDS = ['predicted', 'actual', 'difference'] as const
export type GridKind = (typeof GRIDS)[number]

export const GRID_TITLES: Readonly<Record<GridKind, string>> = { predicted: 'Predicted', actual: 'Actual', difference: 'Difference' }

/** `outside`: the week has no such hour; `unknown`: not synced or not passed; `empty`: nobody came, or was expected. */
export type GridState = 'outside' | 'unknown' | 'empty' | 'counted'

export interface GridCell {
  readonly dayOfWeek: number
  readonly hour: number
  readonly state: GridState
  /** In few signs: "75", "−4". */
  readonly text: string
  readonly colour: Rgb | null
  /** Whether what happened lies outside of its 80 % band. */
  readonly isOutside: boolean
  /** Accessible name. */
  readonly name: string
  /** The same for every grid: predicted and actual in a sentence. */
  readonly sentence: string
}

/** Hours down, days across in the order of the user's week. */
export type GridModel = readonly (readonly GridCell[])[]

interface GridOptions {
  readonly kind: GridKind
  readonly format: Formatter
  readonly theme: ThemeName
  /** 0-100. */
  readonly target: number
}

/** Fewer visitors than this are nobody: a forecast is never quite 0. */
const NOBODY = 0.05

export function gridModel({ cells }: Pick<WeekDetail, 'cells'>, options: GridOptions): GridModel {
  return Array.from({ length: 24 }, (_, hour) => options.format.weekOrder.map((dayOfWeek) => cellOf(cells[dayOfWeek * 24 + hour]!, { dayOfWeek, hour }, options)))
}

function cellOf(compared: Compared, { dayOfWeek, hour }: { readonly dayOfWeek: number; readonly hour: number }, { kind, format, theme, target }: GridOptions): GridCell {
  const state = stateOf(compared, kind)
  const when = `${format.dayName(dayOfWeek)} ${format.hourRange(hour, hour + 1)}`
  const sentence = comparedSentence(when, compared, format)
  const value = state === 'counted' ? valueOf(compared, kind) : null
  return {
    dayOfWeek,
    hour,
    state,
    text: value === null ? '' : textOf(value, kind),
    colour: value === null ? null : kind === 'difference' ? differenceColour(value, theme) : coverageColour(coverageStrength(100 * value, target), COVERAGE_SCALES[theme]),
    isOutside: kind !== 'predicted' && compared.insideBand80 === false,
    name: sentence.replaceAll('\u00a0', ' '),
    sentence,
  }
}

function stateOf({ slots, predicted, actual }: Compared, kind: GridKind): GridState {
  if (slots === 0) return 'outside'
  if (kind === 'predicted') return predicted.visitors < NOBODY ? 'empty' : 'counted'
  if (actual === null) return 'unknown'
  return actual.visitors === 0 ? 'empty' : 'counted'
}

function valueOf(compared: Compared, kind: GridKind): number {
  switch (kind) {
    case 'predicted':
      return rateOf(compared.predicted)
    case 'actual':
      return rateOf(compared.actual!)
    case 'difference':
      return differenceOf(compared)!
  }
}

function textOf(value: number, kind: GridKind): string {
  const rounded = Math.round(100 * value)
  if (kind !== 'difference') return String(rounded)
  if (rounded === 0) return '0'
  return rounded < 0 ? `\u2212${-rounded}` : `+${rounded}`
}

/** A cell of a grid as it is shown. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

const LAST = { row: 23, column: 6 } as const

/** Where a key leads; the edges hold. With `far`, Home and End lead to the first and the last cell of all. */
export function movePlace({ row, column }: GridPlace, key: string, far: boolean): GridPlace | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(LAST.column, column + 1) }
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(LAST.row, row + 1), column }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? LAST.row : row, column: LAST.column }
    default:
      return null
  }
}
