import { useState, type ReactNode } from 'react'
import { COVERAGE_SCALES, coverageColour, cssColour } from '../../charts/coverage-colour.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../app/settings/theme-context.tsx'
import type { GridPlace } from '../../kit/grid-keys.ts'
import type { WeekDetail } from './compare-types.ts'
import type { Scope } from './compare-view.ts'
import { CompareGrid } from './compare-grid.tsx'
import { differenceColour } from './difference-colour.ts'
import { gridModel, GRIDS } from './grid-model.ts'

interface CompareGridsProps {
  readonly detail: WeekDetail
  readonly target: number
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

const STEPS = [-1, -0.5, 0, 0.5, 1]

/** Predicted, actual and their difference side by side: what is looked at in one is marked in all. */
export function CompareGrids({ detail, target, scope, onScope }: CompareGridsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const theme = useThemeName()
  const [visited, setVisited] = useState<GridPlace | null>(null)
  const [pointed, setPointed] = useState<GridPlace | null>(null)
  const models = GRIDS.map((kind) => gridModel(detail, { kind, format, theme, target }))
  const open = scope.kind === 'cell' ? { row: scope.hour, column: format.weekOrder.indexOf(scope.dayOfWeek) } : null
  const active = visited ?? open ?? { row: 12, column: 0 }
  const shown = pointed ?? visited ?? open
  return (
    <div className="compare-grids">
      <p className="compare-sentence for-pointer" aria-hidden>
        {shown === null ? t.pointAtHour : models[0]![shown.row]![shown.column]!.sentence}
      </p>
      <div className="compare-grids-row">
        {GRIDS.map((kind, index) => (
          <CompareGrid
            key={kind}
            kind={kind}
            model={models[index]!}
            active={active}
            marked={shown}
            open={open}
            onVisit={setVisited}
            onPoint={setPointed}
            onOpen={({ dayOfWeek, hour }) => onScope({ kind: 'cell', dayOfWeek, hour })}
          />
        ))}
      </div>
      <div className="compare-legend">
        <Scale
          low={t.manyMissed}
          high={t.allCovered}
          colours={STEPS.map((step) => cssColour(coverageColour(step, COVERAGE_SCALES[theme])))}
        />
        <Scale
          low={t.lessCovered}
          high={t.moreCovered}
          colours={STEPS.map((step) => cssColour(differenceColour(0.3 * step, theme)))}
        />
        <span className="compare-legend-item">
          <span className="compare-swatch compare-swatch-outside" aria-hidden />
          <span>{t.outsideRange}</span>
        </span>
        <span className="compare-legend-item">
          <span className="compare-swatch week-grid-unknown" aria-hidden />
          <span>{t.noData}</span>
        </span>
      </div>
    </div>
  )
}

interface ScaleProps {
  readonly low: string
  readonly high: string
  readonly colours: readonly string[]
}

function Scale({ low, high, colours }: ScaleProps): ReactNode {
  return (
    <span className="compare-legend-item">
      <span>{low}</span>
      <span className="compare-scale" aria-hidden>
        {colours.map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </span>
      <span>{high}</span>
    </span>
  )
}
