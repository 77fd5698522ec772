import type { ReactNode } from 'react'
import { COVERAGE_SCALES, coverageColour, cssColour, type ThemeName } from '../../charts/coverage-colour.ts'
import { useFormat } from '../../format/format-context.tsx'

interface HeatmapLegendProps {
  readonly theme: ThemeName
  readonly target: number
  readonly hasUnknown: boolean
}

const STEPS = [-1, -0.66, -0.33, 0, 0.5, 1]

/** What colour, size, number and hatching mean, in words. */
export function HeatmapLegend({ theme, target, hasUnknown }: HeatmapLegendProps): ReactNode {
  const format = useFormat()
  return (
    <div className="legend">
      <span className="legend-item">
        <span>many missed</span>
        <span className="legend-scale" aria-hidden>
          {STEPS.map((step) => (
            <span key={step} style={{ background: cssColour(coverageColour(step, COVERAGE_SCALES[theme])) }} />
          ))}
        </span>
        <span>all covered</span>
      </span>
      <span className="legend-item">
        <span className="legend-swatch" aria-hidden style={{ background: cssColour(coverageColour(0, COVERAGE_SCALES[theme])) }} />
        <span>on target, {format.rate(target)}</span>
      </span>
      <span className="legend-item">
        <span className="legend-sizes" aria-hidden>
          <span />
          <span />
          <span />
        </span>
        <span>few to many visitors</span>
      </span>
      <span className="legend-item">
        <span aria-hidden className="legend-number">
          12
        </span>
        <span>visitors missed</span>
      </span>
      {hasUnknown ? (
        <span className="legend-item">
          <span className="legend-swatch heatmap-unknown" aria-hidden />
          <span>not known</span>
        </span>
      ) : null}
    </div>
  )
}
