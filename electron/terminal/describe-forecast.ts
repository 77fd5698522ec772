import { DAY_NAMES } from '../../shared/foundation/hour-of-week.ts'
import { dayOfWeekOf } from '../../shared/time/local.ts'
import type { AccuracyOutput, ForecastOutput } from '../../shared/contract/prediction-output.ts'
import type { SlotMinutes } from '../../shared/predict/types.ts'
import { shareText, sourceText } from './describe-holidays.ts'
import type { ForecastAnswer, WeekSubject } from './read-week.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'
import { renderWeek, slotsByDate } from './week-grid.ts'

const METHODS: Readonly<Record<AccuracyOutput['method'], string>> = {
  'seasonal-naive': 'the same slot of the last week',
  ew: 'an average of past weeks in which recent ones count more',
  profile: 'the usual shape of a week times the level of recent weeks',
  combination: 'the usual shape of a week and an average of recent weeks, in equal parts',
  prior: 'next to nothing: there is hardly any history',
}

/** A forecast as a person reads it: the week first, then days and hours, then what it rests on. */
export function describeForecast(answer: ForecastAnswer, format: Formatter): string {
  const { output } = answer
  return [
    weekHeader(answer, output.range, format),
    [weekLine(output, format), ...knownDayLines(output, format), ...starvedLines(answer)].join('\n'),
    days(output, format),
    hours(output, format),
    basis(answer, format),
  ].join('\n\n')
}

/** What is known of days of the week, and what that does. */
function knownDayLines({ knownDays }: ForecastOutput, format: Formatter): readonly string[] {
  return knownDays
    .filter(({ class: ofDay, source }) => source === 'own' || !QUIET_CLASSES.has(ofDay))
    .map((day) => {
      const effect = day.effect === null ? '' : `${shareText(day.effect, format)} visitors expected`
      const range =
        day.lower80 === null || day.upper80 === null
          ? ''
          : `, in 8 of 10 cases ${shareText(day.lower80, format)} to ${shareText(day.upper80, format)}`
      return onOneLine(`${format.date(day.date)}, ${day.name}: ${effect}${range} (${sourceText(day, format)}).`)
    })
}

/** Days around holidays say something once they were seen. */
const QUIET_CLASSES: ReadonlySet<string> = new Set(['around', 'observance'])

function starvedLines({ output, pool }: ForecastAnswer): readonly string[] {
  return pool === null ? [] : output.starvedPools.map(({ text }) => onOneLine(text))
}

/** Whose week it is, and what was known when it was predicted. */
export function weekHeader(subject: WeekSubject, range: ForecastOutput['range'], format: Formatter): string {
  return [
    onOneLine(subject.organization ?? subject.workspace),
    subject.pool === null ? null : onOneLine(subject.pool),
    `${format.date(range.from)} to ${format.date(range.to)}`,
    range.timeZone,
    `from what was known ${format.instant(Date.parse(range.origin), range.timeZone, 'year')}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

const SLOTS: Readonly<Record<SlotMinutes, string>> = { 15: 'quarter-hours', 30: 'half-hours', 60: 'hours' }

/** How past weeks would have been forecast, slot by slot. */
export function accuracyLine(accuracy: AccuracyOutput, slotMinutes: SlotMinutes, format: Formatter): string {
  if (accuracy.origins === 0 || accuracy.wape === null)
    return 'No past week could be tried, so nothing is known of how good such a forecast is.'
  const tried = accuracy.origins === 1 ? 'the last week' : `the last ${accuracy.origins} weeks`
  const bands =
    accuracy.holds80 === null ? '' : ` The 80% ranges held ${format.rate(100 * accuracy.holds80)} of the time.`
  return `Tried on ${tried}, each from what was known before it, its ${SLOTS[slotMinutes]} were off by ${format.rate(100 * accuracy.wape)} of all visitors.${bands}`
}

/** Marked days of the week itself; null where there are none. */
export function marksLine(
  { marks }: WeekSubject,
  { from, to }: ForecastOutput['range'],
  format: Formatter,
): string | null {
  const marked = marks.filter(({ date }) => date >= from && date <= to)
  if (marked.length === 0) return null
  return `Marked in this week: ${marked.map(({ date, kind, note }) => `${format.date(date)} (${note === '' ? kind : `${kind}: ${onOneLine(note)}`})`).join(', ')}.`
}

function weekLine({ week }: ForecastOutput, format: Formatter): string {
  return [
    `${format.visitors(week.visitors)} expected.`,
    `In 8 of 10 such weeks between ${format.count(week.lower80)} and ${format.count(week.upper80)}, in 19 of 20 between ${format.count(week.lower95)} and ${format.count(week.upper95)}.`,
  ].join('\n')
}

function days({ slots, range }: ForecastOutput, format: Formatter): string {
  return renderTable(
    [{ title: 'Day' }, { title: 'Date' }, { title: 'Visitors', align: 'right' }],
    [...slotsByDate(slots, range.timeZone)].map(([date, ofDate]) => [
      DAY_NAMES[dayOfWeekOf(date)]!,
      date,
      format.count(visitorsOf(ofDate)),
    ]),
  )
}

function hours({ slots, range }: ForecastOutput, format: Formatter): string {
  return renderWeek({ ...range, slots }, format, (ofHour) =>
    ofHour.length === 0 ? '-' : format.average(visitorsOf(ofHour)),
  )
}

function basis(answer: ForecastAnswer, format: Formatter): string {
  const { accuracy, range, slotMinutes } = answer.output
  const weeks = answer.weeksObserved === 1 ? '1 week' : `${answer.weeksObserved} weeks`
  return [
    `Rests on ${weeks} of history: ${METHODS[accuracy.method]}.`,
    lastYearLine(answer.output, format),
    accuracyLine(accuracy, slotMinutes, format),
    marksLine(answer, range, format),
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function lastYearLine({ lastYear }: ForecastOutput, format: Formatter): string | null {
  if (lastYear === null) return null
  return `${shareText(lastYear.effect, format)} as last year: the same weeks had ${shareText(lastYear.change, format)} visitors against those before them, which counts ${format.rate(100 * lastYear.weight)}.`
}

function visitorsOf(slots: readonly { readonly visitors: number }[]): number {
  return slots.reduce((sum, { visitors }) => sum + visitors, 0)
}
