import { coverageFraction } from '../../../shared/foundation/rate.ts'
import {
  COVERAGE_SCALES,
  coverageColour,
  coverageStrength,
  type Rgb,
  type ThemeName,
} from '../../charts/coverage-colour.ts'
import { type Compared, differenceOf } from '../../../shared/compare/compared.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CellState } from '../../kit/week-grid.tsx'
import { comparedSentence, hourName, signedCount } from './compare-text.ts'
import { differenceColour } from './difference-colour.ts'
import type { WeekDetail } from './compare-types.ts'

export const GRIDS = ['predicted', 'actual', 'difference'] as const
export type GridKind = (typeof GRIDS)[number]

export interface GridCell {
  readonly dayOfWeek: number
  readonly hour: number
  /** `outside`: the week has no such hour; `unknown`: not synced or not passed; `empty`: nobody came, or was expected. */
  readonly state: CellState
  /** In few signs: "75", "−4". */
  readonly text: string
  readonly colour: Rgb | null
  /** Whether the actual coverage is outside its 80% range. */
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
  return Array.from({ length: 24 }, (_, hour) =>
    options.format.weekOrder.map((dayOfWeek) => gridCell(cells[dayOfWeek * 24 + hour]!, { dayOfWeek, hour }, options)),
  )
}

function gridCell(
  compared: Compared,
  { dayOfWeek, hour }: { readonly dayOfWeek: number; readonly hour: number },
  { kind, format, theme, target }: GridOptions,
): GridCell {
  const state = cellState(compared, kind)
  const sentence = comparedSentence(hourName({ dayOfWeek, hour }, format), compared, format)
  const value = state === 'counted' ? cellValue(compared, kind) : null
  return {
    dayOfWeek,
    hour,
    state,
    text: value === null ? '' : cellText(100 * value, kind, format),
    colour:
      value === null
        ? null
        : kind === 'difference'
          ? differenceColour(value, theme)
          : coverageColour(coverageStrength(100 * value, target), COVERAGE_SCALES[theme]),
    isOutside: kind !== 'predicted' && compared.insideBand80 === false,
    name: sentence.replaceAll('\u00a0', ' '),
    sentence,
  }
}

function cellState({ slots, predicted, actual }: Compared, kind: GridKind): CellState {
  if (slots === 0) return 'outside'
  if (kind === 'predicted') return predicted.visitors < NOBODY ? 'empty' : 'counted'
  if (actual === null) return 'unknown'
  return actual.visitors === 0 ? 'empty' : 'counted'
}

function cellValue(compared: Compared, kind: GridKind): number {
  switch (kind) {
    case 'predicted':
      return coverageFraction(compared.predicted, 1)
    case 'actual':
      return coverageFraction(compared.actual!, 1)
    case 'difference':
      return differenceOf(compared)!
  }
}

function cellText(percent: number, kind: GridKind, format: Formatter): string {
  return kind === 'difference' ? signedCount(percent, format) : format.count(percent)
}
