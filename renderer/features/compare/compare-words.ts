import { differenceOf, rateOf, type Compared } from '../../../shared/compare/compared.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CompareList, ComparedWeek, WeekDetail } from './compare-types.ts'
import type { Scope } from './compare-view.ts'

const MINUS = '\u2212'
/** Of so few weeks nobody can tell whether bands hold as often as they should. */
const FEW_WEEKS = 5

/** "+3 points", "−1 point", "less than a point": from a fraction of 1. */
export function signedPoints(difference: number, format: Formatter): string {
  const points = 100 * difference
  const text = format.points(points)
  if (Math.round(points) === 0) return text
  return `${points < 0 ? MINUS : '+'}${text}`
}

/** "+12", "−340". */
export function signedCount(value: number, format: Formatter): string {
  const rounded = Math.round(value)
  if (rounded === 0) return '0'
  return `${rounded < 0 ? MINUS : '+'}${format.count(Math.abs(rounded))}`
}

/** "75 % (72–77)". */
export function bandWords({ predicted, band }: Compared, format: Formatter): string {
  const rate = format.rate(100 * rateOf(predicted))
  return band === null ? rate : `${rate} (${bandRange(band, format)})`
}

export function bandRange(band: NonNullable<Compared['band']>, format: Formatter): string {
  const bare = (share: number): string => format.rate(100 * share).replace(/\s*%/u, '')
  return `${bare(band.lower80)}–${bare(band.upper80)}`
}

export function weekName(week: string, format: Formatter): string {
  return format.dateRange(week, addDays(week, 6))
}

/** What the scope of the split is called: "the week", "Monday, 12 Oct", "Monday 12:00–13:00". */
export function scopeName(scope: Scope, format: Formatter): string {
  switch (scope.kind) {
    case 'week':
      return 'the week'
    case 'day':
      return format.date(scope.date, 'weekday')
    case 'cell':
      return `${format.dayName(scope.dayOfWeek)} ${format.hourRange(scope.hour, scope.hour + 1)}`
  }
}

/** Whether the week did as predicted, in a few words. */
export function verdictWords({ state, total }: Pick<ComparedWeek, 'state' | 'total'>, format: Formatter): string {
  const known = format.rate(100 * total.knownShare)
  switch (state) {
    case 'ahead':
      return 'This week has not begun'
    case 'unknown':
      return 'Nothing of this week was synced'
    case 'running':
      return total.actual === null ? 'This week is not over; nothing of it is known yet' : `This week is not over: ${known} of it is known so far`
    case 'partly-known':
      return `${known} of this week is known; the rest was not synced`
    case 'over':
      if (total.insideBand80 === null) return 'Nobody came in this week'
      return total.insideBand80 ? 'Inside the 80 % band' : 'Outside the 80 % band'
  }
}

/** "Of 9 weeks, 7 were inside their 80 % band ...". */
export function calibrationWords({ calibration: { judged, inside } }: Pick<CompareList, 'calibration'>): string {
  if (judged === 0) return 'No published week that is over can be judged yet: its 80 % band should hold in 8 of 10.'
  const weeks = judged === 1 ? 'Of 1 week,' : `Of ${judged} weeks,`
  const held = `${weeks} ${inside} ${inside === 1 ? 'was' : 'were'} inside ${judged === 1 ? 'its' : 'their'} 80 % band, over all plans.`
  return judged < FEW_WEEKS ? `${held} That is too few to tell whether bands hold as they should, 8 times in 10.` : `${held} About ${Math.round(0.8 * judged)} should be.`
}

/** A cell or a day in a sentence: "Monday 12:00–13:00: predicted 62 % (41–79), 58 % of 42 visitors found somebody: −4 points." */
export function comparedSentence(when: string, compared: Compared, format: Formatter): string {
  const { slots, predicted, actual, insideBand80, knownShare } = compared
  if (slots === 0) return `${when}: this week has no such hour.`
  const expected = predicted.visitors < 0.05 ? 'nobody was expected' : `predicted ${bandWords(compared, format)}`
  if (actual === null) return `${when}: ${expected}; what happened is not known.`
  if (actual.visitors === 0) return `${when}: ${expected}; nobody came.`
  const found = `${format.rate(100 * rateOf(actual))} of ${format.visitors(actual.visitors)} found somebody`
  const outside = insideBand80 === false ? ', outside the 80 % band' : ''
  const part = knownShare < 1 ? ` Of ${format.rate(100 * knownShare)} of it that is known.` : ''
  return `${when}: ${expected}, ${found}: ${signedPoints(differenceOf(compared)!, format)}${outside}${splitWords(compared, format)}.${part}`
}

/** " (traffic −5, staffing −17, the rest +6)" where there is a difference to split. */
function splitWords({ parts }: Compared, format: Formatter): string {
  if (parts === null || Math.round(100 * parts.rate.total) === 0) return ''
  const { traffic, staffing, model } = parts.rate
  return ` (traffic ${barePoints(traffic, format)}, staffing ${barePoints(staffing, format)}, the rest ${barePoints(model, format)})`
}

/** "+3", "−1", "0": points where it is plain that they are. */
export function barePoints(difference: number, format: Formatter): string {
  return Math.round(100 * difference) === 0 ? '0' : signedPoints(difference, format).replace(/\spoints?$/u, '')
}

/** What lies behind the parts of a difference, in plain words. */
export interface PartWords {
  readonly traffic: string
  readonly staffing: string
  readonly rest: string
}

/** A share of visitors by which more or fewer are worth saying. */
const WORTH_SAYING = 0.02
const AGENTS_WORTH_SAYING = 0.1

export function partWords(compared: Compared, detail: WeekDetail, { scope, format }: { readonly scope: Scope; readonly format: Formatter }): PartWords {
  return { traffic: trafficWords(compared, format), staffing: staffingWords(compared, { detail, scope, format }), rest: restWords(detail, scope) }
}

function trafficWords({ actual, predictedOfKnown: predicted }: Compared, format: Formatter): string {
  const difference = actual!.visitors - predicted!.visitors
  const share = predicted!.visitors > 0 ? Math.abs(difference) / predicted!.visitors : 0
  const of = `${format.count(actual!.visitors)} came, ${format.count(predicted!.visitors)} were expected`
  if (share < WORTH_SAYING) return `About as many visitors came as expected (${of}), if at other times.`
  return `${difference > 0 ? 'More' : 'Fewer'} visitors came than expected: ${of}.`
}

function staffingWords({ actual, predictedOfKnown: predicted }: Compared, { detail, scope, format }: { readonly detail: WeekDetail; readonly scope: Scope; readonly format: Formatter }): string {
  const difference = actual!.agents - predicted!.agents
  const of = `${format.average(actual!.agents)} on average, ${format.average(predicted!.agents)} expected`
  const sentence = Math.abs(difference) < AGENTS_WORTH_SAYING ? `About as many agents were online as expected (${of}).` : `${difference > 0 ? 'More' : 'Fewer'} agents were online than expected: ${of}.`
  const people = scope.kind === 'week' ? peopleWords(detail) : ''
  return people === '' ? sentence : `${sentence} ${people}`
}

/** "3 shifts were not worked, 14 began late." */
function peopleWords({ adherence }: WeekDetail): string {
  const sum = (valueOf: (one: WeekDetail['adherence'][number]) => number): number => adherence.reduce((total, one) => total + valueOf(one), 0)
  const absent = sum((one) => one.absentShifts)
  const late = sum((one) => one.lateShifts)
  const early = sum((one) => one.earlyShifts)
  const parts = [
    absent === 0 ? null : `${absent} ${absent === 1 ? 'shift was' : 'shifts were'} not worked`,
    late === 0 ? null : `${late} began late`,
    early === 0 ? null : `${early} ended early`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : `Of ${sum((one) => one.judgedShifts)} shifts that are over, ${parts.join(', ')}; some of that is usual, and was expected.`
}

function restWords({ expected, elsewhere }: WeekDetail, scope: Scope): string {
  const newer = elsewhere > 0 ? ' Visitors of pools that are newer than the prediction are in it.' : ''
  if (scope.kind !== 'week' || expected === null) return `What the model does not explain, and chance.${newer}`
  return `${expected.isChance ? 'No more than chance does in a week with these visitors and agents.' : 'More than chance alone does: visitors were served otherwise than the model has learned.'}${newer}`
}
