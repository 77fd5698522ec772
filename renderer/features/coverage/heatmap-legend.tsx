import type { ReactNode } from 'react'
import { COVERAGE_SCALES, coverageColour, cssColour, type ThemeName } from '../../charts/coverage-colour.ts'
import { useFormat } from '../../format/format-context.tsx'

interface HeatmapLegendProps {
  readonly theme: ThemeName
  readonly target: number
  readonly hasUnknown: boolean
}

/** A number as the squares have them. */
const EXAMPLE_MISSED = 12
const STEPS = [-1, -0.66, -0.33, 0, 0.5, 1]

/** What colour, size, number and hatching mean, in words. */
export function HeatmapLegend({ theme, target, hasUnknown }: HeatmapLegendProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  return (
    <div className="legend">
      <span className="legend-item">
        <span>{t.manyMissed}</span>
        <span className="legend-scale" aria-hidden>
          {STEPS.map((step) => (
            <span key={step} style={{ background: cssColour(coverageColour(step, COVERAGE_SCALES[theme])) }} />
          ))}
        </span>
        <span>{t.allCoveredLegend}</span>
      </span>
      <span className="legend-item">
        <span
          className="legend-swatch"
          aria-hidden
          style={{ background: cssColour(coverageColour(0, COVERAGE_SCALES[theme])) }}
        />
        <span>{t.onTarget({ target: format.rate(target) })}</span>
      </span>
      <span className="legend-item">
        <span className="legend-sizes" aria-hidden>
          <span />
          <span />
          <span />
        </span>
        <span>{t.fewToMany}</span>
      </span>
      <span className="legend-item">
        <span aria-hidden className="legend-number">
          {format.count(EXAMPLE_MISSED)}
        </span>
        <span>{t.visitorsMissed}</span>
      </span>
      {hasUnknown ? (
        <span className="legend-item">
          <span className="legend-swatch week-grid-unknown" aria-hidden />
          <span>{t.unknown}</span>
        </span>
      ) : null}
    </div>
  )
}
