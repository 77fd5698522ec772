import { type Compared } from '../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import type { Formatter } from '../../format/formatter.ts'
import { signedCount, signedPoints, type PartTexts } from './compare-text.ts'

/** One step from what was predicted to what happened. */
export interface WaterfallRow {
  readonly id: 'predicted' | 'traffic' | 'staffing' | 'rest' | 'actual'
  readonly title: string
  /** What lies behind it. */
  readonly text: string
  /** The rate, or the points it adds or takes. */
  readonly points: string
  /** Covered visitors, or how many more or fewer. */
  readonly visitors: string
  /** Where its bar begins and ends, 0-100 of the width. A whole is a mark: the axis shows a range of rates only, and bars from its edge would lie. */
  readonly from: number
  readonly to: number
  readonly kind: 'whole' | 'more' | 'fewer'
}

export interface WaterfallModel {
  readonly rows: readonly WaterfallRow[]
  /** The rates at the ends of the axis, 0-100. */
  readonly axis: { readonly from: number; readonly to: number }
}

const ROOM = 0.15
const SMALLEST_SPAN = 0.04

/** The steps as bars on one axis, which shows only the range of rates they need. null: nothing is known. */
export function waterfallModel(
  { predictedOfKnown, actual, parts }: Compared,
  texts: PartTexts,
  format: Formatter,
): WaterfallModel | null {
  if (predictedOfKnown === null || actual === null || parts === null) return null
  const t = format.texts.compare
  const predicted = coverageFraction(predictedOfKnown, 1)
  const afterTraffic = predicted + parts.rate.traffic
  const afterStaffing = afterTraffic + parts.rate.staffing
  const end = coverageFraction(actual, 1)
  const stops = [predicted, afterTraffic, afterStaffing, end]
  const low = Math.min(...stops)
  const high = Math.max(...stops)
  const span = Math.max(SMALLEST_SPAN, high - low)
  const axis = {
    from: Math.max(0, low - ROOM * span - (span - (high - low)) / 2),
    to: high + ROOM * span + (span - (high - low)) / 2,
  }
  const place = (rate: number): number => (100 * (rate - axis.from)) / (axis.to - axis.from)
  const whole = (rate: number): Pick<WaterfallRow, 'from' | 'to' | 'kind' | 'points'> => ({
    from: place(rate),
    to: place(rate),
    kind: 'whole',
    points: format.rate(100 * rate),
  })
  const step = (from: number, to: number): Pick<WaterfallRow, 'from' | 'to' | 'kind' | 'points'> => ({
    from: place(Math.min(from, to)),
    to: place(Math.max(from, to)),
    kind: to < from ? 'fewer' : 'more',
    points: signedPoints(to - from, format),
  })
  return {
    axis: { from: 100 * axis.from, to: 100 * axis.to },
    rows: [
      {
        id: 'predicted',
        title: t.predicted,
        text: '',
        ...whole(predicted),
        visitors: format.count(predictedOfKnown.covered),
      },
      {
        id: 'traffic',
        title: t.traffic,
        text: texts.traffic,
        ...step(predicted, afterTraffic),
        visitors: signedCount(parts.covered.traffic, format),
      },
      {
        id: 'staffing',
        title: t.staffing,
        text: texts.staffing,
        ...step(afterTraffic, afterStaffing),
        visitors: signedCount(parts.covered.staffing, format),
      },
      {
        id: 'rest',
        title: t.rest,
        text: texts.rest,
        ...step(afterStaffing, end),
        visitors: signedCount(parts.covered.model, format),
      },
      { id: 'actual', title: t.actual, text: '', ...whole(end), visitors: format.count(actual.covered) },
    ],
  }
}
