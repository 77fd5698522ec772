import { type Compared, differenceOf } from '../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { addDays } from '../../../shared/time/local.ts'
import { wholePercent } from '../../../shared/language/formatter.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CompareList, ComparedWeek, WeekDetail } from './compare-types.ts'
import type { Scope } from './compare-view.ts'

/** So few weeks do not show whether ranges are calibrated. */
const FEW_WEEKS = 5

/** "+3 points", "−1 point", "less than a point": from a fraction of 1. */
export function signedPoints(difference: number, format: Formatter): string {
  const points = 100 * difference
  const count = Math.round(Math.abs(points))
  if (count === 0) return format.points(points)
  return format.texts.figures.signedWholePoints({ count, points: format.signed(points) })
}

/** "+12", "−340", "0". */
export function signedCount(value: number, format: Formatter): string {
  return Math.round(value) === 0 ? format.count(0) : format.signed(value)
}

/** "+3", "−1", "0": points where it is plain that they are. */
export function barePoints(difference: number, format: Formatter): string {
  return signedCount(100 * difference, format)
}

/** "75% (72–77)". */
function predictedText({ predicted, band }: Compared, format: Formatter): string {
  const rate = format.rate(100 * coverageFraction(predicted, 1))
  return band === null ? rate : format.texts.compare.rateAndRange({ rate, range: bandRange(band, format) })
}

/** "72–77", in percent. */
export function bandRange({ lower80, upper80 }: NonNullable<Compared['band']>, format: Formatter): string {
  const [from, to] = [lower80, upper80].map((share) => format.count(wholePercent(100 * share))) as [string, string]
  return format.texts.compare.fromTo({ from, to })
}

export function weekName(week: string, format: Formatter): string {
  return format.dateRange(week, addDays(week, 6))
}

/** What is looked at: "The week", "Mon, 12 Oct", "Monday 12:00–13:00". */
export function scopeName(scope: Scope, format: Formatter): string {
  switch (scope.kind) {
    case 'week':
      return format.texts.compare.theWeek
    case 'day':
      return format.date(scope.date, 'weekday')
    case 'cell':
      return hourName(scope, format)
  }
}

/** "Monday 12:00–13:00". */
export function hourName(
  { dayOfWeek, hour }: { readonly dayOfWeek: number; readonly hour: number },
  format: Formatter,
): string {
  return format.texts.compare.dayAndHours({
    day: format.dayName(dayOfWeek),
    hours: format.hourRange(hour, hour + 1),
  })
}

/** Whether the week went as predicted, in a few words. */
export function verdictText({ state, total }: Pick<ComparedWeek, 'state' | 'total'>, format: Formatter): string {
  const t = format.texts.compare.verdicts
  const share = format.rate(100 * total.knownShare)
  switch (state) {
    case 'ahead':
      return t.ahead
    case 'unknown':
      return t.unknown
    case 'running':
      return total.actual === null ? t.started : t.running({ share })
    case 'partly-known':
      return t.partly({ share })
    case 'over':
      if (total.insideBand80 === null) return t.noVisitors
      return total.insideBand80 ? t.within : t.outside
  }
}

/** "7 of 9 weeks were within the 80% range ...". */
export function calibrationText(
  { calibration: { judged, inside } }: Pick<CompareList, 'calibration'>,
  format: Formatter,
): string {
  const t = format.texts.compare
  if (judged === 0) return t.noneJudged
  const judgedText = t.judged({ inside: format.count(inside), count: judged })
  return `${judgedText} ${judged < FEW_WEEKS ? t.fewJudged : t.shouldBe({ count: format.count(0.8 * judged) })}`
}

/** A cell or a day: "Monday 12:00–13:00: predicted 62% (41–79). Actual 58% of 42 visitors: −4 points." */
export function comparedSentence(when: string, compared: Compared, format: Formatter): string {
  const t = format.texts.compare
  const { slots, predicted, actual, insideBand80, knownShare } = compared
  if (slots === 0) return t.notInWeek({ when })
  const expected =
    predicted.visitors < 0.05
      ? t.noneExpectedAt({ when })
      : t.predictedAt({ when, predicted: predictedText(compared, format) })
  if (actual === null) return `${expected} ${t.actualUnknown}`
  if (actual.visitors === 0) return `${expected} ${t.noVisitors}`
  return [
    expected,
    t.actualAt({
      rate: format.rate(100 * coverageFraction(actual, 1)),
      count: actual.visitors,
      difference: signedPoints(differenceOf(compared)!, format),
    }),
    ...(insideBand80 === false ? [t.outside] : []),
    ...splitSentence(compared, format),
    ...(knownShare < 1 ? [t.dataFor({ share: format.rate(100 * knownShare) })] : []),
  ].join(' ')
}

/** "Traffic −5, staffing −17, the rest +6." where there is a difference to split. */
function splitSentence({ parts }: Compared, format: Formatter): readonly string[] {
  if (parts === null || Math.round(100 * parts.rate.total) === 0) return []
  const { traffic, staffing, model } = parts.rate
  return [
    format.texts.compare.split({
      traffic: barePoints(traffic, format),
      staffing: barePoints(staffing, format),
      rest: barePoints(model, format),
    }),
  ]
}

/** What is behind the parts of a difference. */
export interface PartTexts {
  readonly traffic: string
  readonly staffing: string
  readonly rest: string
}

/** A share of visitors by which more or fewer are worth saying. */
const WORTH_SAYING = 0.02
const AGENTS_WORTH_SAYING = 0.1

export function partText(
  compared: Compared,
  detail: WeekDetail,
  { scope, format }: { readonly scope: Scope; readonly format: Formatter },
): PartTexts {
  return {
    traffic: trafficText(compared, format),
    staffing: staffingText(compared, { detail, scope, format }),
    rest: restText(detail, { scope, format }),
  }
}

function trafficText({ actual, predictedOfKnown: predicted }: Compared, format: Formatter): string {
  const t = format.texts.compare
  const difference = actual!.visitors - predicted!.visitors
  const share = predicted!.visitors > 0 ? Math.abs(difference) / predicted!.visitors : 0
  const values = { actual: format.count(actual!.visitors), expected: format.count(predicted!.visitors) }
  if (share < WORTH_SAYING) return t.trafficSame(values)
  return difference > 0 ? t.trafficMore(values) : t.trafficFewer(values)
}

interface PartContext {
  readonly detail: WeekDetail
  readonly scope: Scope
  readonly format: Formatter
}

function staffingText(
  { actual, predictedOfKnown: predicted }: Compared,
  { detail, scope, format }: PartContext,
): string {
  const t = format.texts.compare
  const difference = actual!.agents - predicted!.agents
  const values = { actual: format.average(actual!.agents), expected: format.average(predicted!.agents) }
  const sentence =
    Math.abs(difference) < AGENTS_WORTH_SAYING
      ? t.staffingSame(values)
      : difference > 0
        ? t.staffingMore(values)
        : t.staffingFewer(values)
  return [sentence, ...(scope.kind === 'week' ? shiftsSentence(detail, format) : [])].join(' ')
}

/** "Of 40 completed shifts, 3 were not worked and 14 started late. ..." */
function shiftsSentence({ adherence }: WeekDetail, format: Formatter): readonly string[] {
  const t = format.texts.compare
  const sum = (valueOf: (one: WeekDetail['adherence'][number]) => number): number =>
    adherence.reduce((total, one) => total + valueOf(one), 0)
  const absent = sum((one) => one.absentShifts)
  const late = sum((one) => one.lateShifts)
  const early = sum((one) => one.earlyShifts)
  const parts = [
    ...(absent === 0 ? [] : [t.shiftsNotWorked({ count: absent })]),
    ...(late === 0 ? [] : [t.shiftsLate({ count: format.count(late) })]),
    ...(early === 0 ? [] : [t.shiftsEarly({ count: format.count(early) })]),
  ]
  if (parts.length === 0) return []
  return [t.shifts({ count: sum((one) => one.judgedShifts), parts: format.list(parts) })]
}

function restText(
  { expected, unknownPoolVisitors }: WeekDetail,
  { scope, format }: Pick<PartContext, 'scope' | 'format'>,
): string {
  const t = format.texts.compare
  const newer = unknownPoolVisitors > 0 ? [t.restNewerPools] : []
  if (scope.kind !== 'week' || expected === null) return [t.restUnexplained, ...newer].join(' ')
  return [expected.isChance ? t.restChance : t.restBeyondChance, ...newer].join(' ')
}
