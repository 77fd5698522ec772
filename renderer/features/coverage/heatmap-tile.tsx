import type { ReactNode } from 'react'
import { COVERAGE_SCALES, coverageColour, cssColour, inkOn, type ThemeName } from '../../charts/coverage-colour.ts'
import type { HeatmapCell } from './heatmap-model.ts'

/** What a cell shows: a square as large as its traffic, in the colour of its coverage, with the number of missed visitors. */
export function Tile({ cell, theme }: { readonly cell: HeatmapCell; readonly theme: ThemeName }): ReactNode {
  if (cell.state !== 'counted') return null
  const colour = coverageColour(cell.strength, COVERAGE_SCALES[theme])
  const side = `${Math.round(cell.size * 100)}%`
  return (
    <span className="heatmap-tile" aria-hidden style={{ width: side, height: side, background: cssColour(colour), color: cssColour(inkOn(colour)) }}>
      {cell.missed === 0 ? null : shortCount(cell.missed)}
    </span>
  )
}

/** A number that fits into a square: no separators, thousands from 10 000 on. */
function shortCount(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`
}
