import type { Formatter } from '../../format/formatter.ts'
import type { PastForecasts } from './forecast-types.ts'
import { slotOf } from './forecast-text.ts'

type Accuracy = PastForecasts['accuracy']

/** How forecasts did so far; the most important first. */
export interface AccuracyText {
  /** The answer in one sentence. */
  readonly headline: string
  readonly sentences: readonly string[]
  /** Whether ranges are calibrated. */
  readonly trust: 'good' | 'narrow' | 'wide' | 'unknown'
}

/** With fewer weeks tested nothing can be concluded. */
const FEW_WEEKS = 4
const WELL_CALIBRATED = { least: 0.72, most: 0.92 }
/** From here on forecasts lean to one side. */
const LEANS = 0.05

/** Describes how far off forecasts were, how often their ranges contained the actual value, and what a plain guess would have done. */
export function accuracyText(
  { slot, day, week, bias, weeks }: Accuracy,
  slotMinutes: number,
  format: Formatter,
): AccuracyText {
  const t = format.texts.forecast
  if (weeks === 0 || slot.wape === null)
    return { headline: t.noPastTitle, sentences: [t.accuracyNeeds], trust: 'unknown' }
  const percent = (share: number): string => format.rate(100 * share)
  const errors = [
    t.errorPerSlot({ share: percent(slot.wape), slot: slotOf(slotMinutes) }),
    ...(day.wape === null ? [] : [t.errorPerDay({ share: percent(day.wape) })]),
    ...(week.wape === null ? [] : [t.errorPerWeek({ share: percent(week.wape) })]),
  ]
  const trust = trustIn(slot.holds80, weeks)
  return {
    headline: t.averageError({ errors: format.list(errors) }),
    sentences: [
      ...(slot.holds80 === null
        ? []
        : [t.withinRange({ count: format.count(10 * slot.holds80), slot: slotOf(slotMinutes) })]),
      ...(trust === 'unknown' ? [] : [t.calibration[trust]]),
      ...(slot.naiveWape === null ? [] : [t.naive({ share: percent(slot.naiveWape) })]),
      ...biasSentence(bias, format),
      weeks < FEW_WEEKS ? t.fewTested({ count: weeks }) : t.tested({ count: weeks }),
    ],
    trust,
  }
}

function trustIn(holds80: number | null, weeks: number): AccuracyText['trust'] {
  if (holds80 === null || weeks < FEW_WEEKS) return 'unknown'
  if (holds80 < WELL_CALIBRATED.least) return 'narrow'
  return holds80 > WELL_CALIBRATED.most ? 'wide' : 'good'
}

function biasSentence(bias: number | null, format: Formatter): readonly string[] {
  const t = format.texts.forecast
  if (bias === null || Math.abs(bias) < LEANS) return []
  const share = format.rate(100 * Math.abs(bias))
  return [bias > 0 ? t.tooHigh({ share }) : t.tooLow({ share })]
}
