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
      {cell.shortMissed}
    </span>
  )
}
