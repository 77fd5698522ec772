import type { Formatter } from '../../../format/formatter.ts'
import type { PoolModel } from '../staffing-types.ts'
import type { TrustModel } from './trust-model.ts'
import { warningText } from '../../../../shared/predict/model/warning-text.ts'
import { oncePerText } from './once-per-text.ts'

/** Share of 80% ranges that hold where all is well, with room for chance. */
const GOOD_HELD = { least: 0.7, most: 0.92 }
/** Points that a week's coverage may be off and still be near. */
const NEAR_POINTS = 4
/** Points by which predictions lean to one side before it is said. */
const WORTH_SAYING = 0.5
/** From fewer weeks little is concluded. */
const FEW_WEEKS = 4
/** Shorter histories are given in days. */
const WEEKS_FROM = 2

export type TrustMood = 'good' | 'care' | 'early' | 'blind'

/** Whether one can lean on predictions, in a word. `isBlind`: there are no sessions to predict from. */
export function trustMood({ weeks, hours, hoursWithinRange, meanOff }: TrustModel, isBlind = false): TrustMood {
  if (isBlind) return 'blind'
  if (weeks.length < FEW_WEEKS || hours === 0) return 'early'
  return meanOff <= NEAR_POINTS && hoursWithinRange / hours >= GOOD_HELD.least ? 'good' : 'care'
}

/** Whether visitors were covered and no agent of any of the pools was ever seen online: nobody is expected to be covered then. */
export function isWithoutSessions(pools: readonly PoolModel[]): boolean {
  const has = ({ warnings }: PoolModel, wanted: PoolModel['warnings'][number]['kind']): boolean =>
    warnings.some(({ kind }) => kind === wanted)
  return pools.every((pool) => has(pool, 'no-sessions')) && pools.some((pool) => has(pool, 'covered-outside-sessions'))
}

/** The answer to "can I trust this?". */
export function trustHeadline(model: TrustModel, format: Formatter, isBlind = false): string {
  const t = format.texts.trust
  switch (trustMood(model, isBlind)) {
    case 'blind':
      return t.blind
    case 'good':
      return t.good({ points: pointsText(model.meanOff, format) })
    case 'care':
      return t.care({ points: pointsText(model.meanOff, format) })
    case 'early':
      return model.weeks.length === 0 ? t.none : t.early({ count: model.weeks.length })
  }
}

/** The figures behind the answer. */
export function trustDetails(model: TrustModel, format: Formatter): readonly string[] {
  const t = format.texts.trust
  const { weeks, weeksWithinRange, bias, visitorsOff, hours, hoursWithinRange } = model
  if (weeks.length === 0) return [t.needsTwoWeeks]
  const points = pointsText(Math.abs(bias), format)
  const leaning = Math.abs(bias) < WORTH_SAYING ? [] : [bias > 0 ? t.lower({ points }) : t.higher({ points })]
  const share = hours === 0 ? 0 : hoursWithinRange / hours
  const judged = share < GOOD_HELD.least ? [t.tooNarrow] : share > GOOD_HELD.most ? [t.tooWide] : []
  return [
    [
      t.weeksInRange({ within: format.count(weeksWithinRange), count: weeks.length }),
      ...leaning,
      t.visitorsOff({ share: format.rate(100 * visitorsOff) }),
    ].join(' '),
    [t.hoursInRange({ share: format.rate(100 * share), count: hours }), ...judged].join(' '),
  ]
}

/** "1.7 points". */
export function pointsText(points: number, format: Formatter): string {
  const rounded = Math.round(10 * points) / 10
  return format.texts.figures.signedPoints({ count: rounded, points: format.average(rounded) })
}

/** How much history that is: "9 days", "26 weeks". */
export function historyText(weeks: number, { texts: { trust: t } }: Formatter): string {
  return weeks >= WEEKS_FROM
    ? t.weeksOfHistory({ count: Math.round(weeks) })
    : t.daysOfHistory({ count: Math.round(7 * weeks) })
}

/** How far off the visitors themselves were forecast, over past weeks; `wape` 0-1. */
export function visitorsOffText(wape: number, origins: number, format: Formatter): string {
  return format.texts.trust.visitorForecast({ share: format.rate(100 * wape), count: origins })
}

/** What to know before relying on a model, and what would help; each once, with the pools it is about. */
export function modelNotes(
  pools: readonly PoolModel[],
  format: Formatter,
): readonly { readonly text: string; readonly help: string; readonly poolNames: string | null }[] {
  const { trust: t } = format.texts
  const notes = oncePerText(pools, ({ warnings }) =>
    warnings.map((warning) => ({ kind: warning.kind, text: warningText(warning, format) })),
  )
  return notes.map(({ kind, text, poolNames }) => ({ text, help: t.help[kind], poolNames }))
}
