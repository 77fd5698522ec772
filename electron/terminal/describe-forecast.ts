import type { AccuracyOutput, ForecastOutput } from '../../shared/contract/prediction-output.ts'
import { markDays } from '../../shared/predict/forecast/mark-days.ts'
import type { SlotMinutes } from '../../shared/predict/types.ts'
import { dayOfWeekOf, localDateOf } from '../../shared/time/local.ts'
import { nameOfDay, shareText, sourceText } from './describe-holidays.ts'
import type { ForecastAnswer, WeekSubject } from './read-week.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'
import { renderWeek, slotsByDate } from './week-grid.ts'

/** A forecast as a person reads it: the week first, then days and hours, then how it was forecast. */
export function describeForecast(answer: ForecastAnswer, format: Formatter): string {
  const { output } = answer
  return [
    weekHeader(answer, output.range, format),
    [...weekLines(output, format), ...knownDayLines(output, format), ...starvedLines(answer)].join('\n'),
    days(output, format),
    hours(output, format),
    basis(answer, format),
  ].join('\n\n')
}

/** What is known of days of the week, and what that does. */
export function knownDayLines({ knownDays }: Pick<ForecastOutput, 'knownDays'>, format: Formatter): readonly string[] {
  const { forecast: t } = format.texts
  return knownDays
    .filter(({ class: ofDay, source }) => source === 'own' || !QUIET_CLASSES.has(ofDay))
    .map((day) => {
      const facts = { date: format.date(day.date), name: nameOfDay(day, format), source: sourceText(day, format) }
      if (day.effect === null) return t.knownDayUnknown(facts)
      const effect = shareText(day.effect, format)
      if (day.lower80 === null || day.upper80 === null) return t.knownDay({ ...facts, effect })
      const range = { lower: shareText(day.lower80, format), upper: shareText(day.upper80, format) }
      return day.effect === 0
        ? t.knownDayAsUsual({ ...facts, ...range })
        : t.knownDayWithRange({ ...facts, effect, ...range })
    })
}

/** Days around holidays say something once they were seen. */
const QUIET_CLASSES: ReadonlySet<string> = new Set(['around', 'observance'])

function starvedLines({ output, pool }: ForecastAnswer): readonly string[] {
  return pool === null ? [] : output.starvedPools.map(({ text }) => onOneLine(text))
}

/** Which week it is of what, and up to when there was data when it was predicted. */
export function weekHeader(subject: WeekSubject, range: ForecastOutput['range'], format: Formatter): string {
  return [
    onOneLine(subject.organization ?? subject.workspace),
    subject.pool === null ? null : onOneLine(subject.pool),
    format.dateRange(range.from, range.to),
    range.timeZone,
    format.texts.week.knownAt({ time: format.instant(Date.parse(range.origin), range.timeZone, 'year') }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** How past weeks would have been forecast, slot by slot. */
export function accuracyLine(accuracy: AccuracyOutput, slotMinutes: SlotMinutes, format: Formatter): string {
  const { week: t } = format.texts
  if (accuracy.origins === 0 || accuracy.wape === null) return t.noAccuracy
  return [
    t.slots[slotMinutes]({ weeks: accuracy.origins, error: format.rate(100 * accuracy.wape) }),
    ...(accuracy.holds80 === null ? [] : [t.withinRange({ share: format.rate(100 * accuracy.holds80) })]),
  ].join(' ')
}

/** Marked days of the week itself; null where there are none. */
export function marksLine(
  { marks }: WeekSubject,
  { from, to, origin, timeZone }: ForecastOutput['range'],
  format: Formatter,
): string | null {
  const { week: t, marks: kinds } = format.texts
  const observedBefore = localDateOf(Date.parse(origin), timeZone)
  const days = marks.flatMap((mark) => {
    const dates = markDays(mark, { from, to }, observedBefore).map(({ date }) => date)
    const [first, last] = [dates[0], dates.at(-1)]
    if (first === undefined || last === undefined) return []
    const date = first === last ? format.date(first) : format.dateRange(first, last)
    const facts = { date, kind: kinds.kinds[mark.kind] }
    return [mark.note === '' ? t.markedDay(facts) : t.markedDayWithNote({ ...facts, note: onOneLine(mark.note) })]
  })
  return days.length === 0 ? null : t.marked({ days: days.join(', ') })
}

function weekLines({ week }: ForecastOutput, format: Formatter): readonly string[] {
  const { forecast: t } = format.texts
  return [
    t.expected({ visitors: format.visitors(week.visitors) }),
    t.ranges({
      lower80: format.count(week.lower80),
      upper80: format.count(week.upper80),
      lower95: format.count(week.lower95),
      upper95: format.count(week.upper95),
    }),
  ]
}

function days({ slots, range }: ForecastOutput, format: Formatter): string {
  const { week: t } = format.texts
  return renderTable(
    [{ title: t.day }, { title: t.date }, { title: t.visitors, align: 'right' }],
    [...slotsByDate(slots, range.timeZone)].map(([date, ofDate]) => [
      format.dayName(dayOfWeekOf(date), 'short'),
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
  const { forecast: t } = format.texts
  const { accuracy, range, slotMinutes, lastYear } = answer.output
  return [
    t.basis({ count: answer.weeksObserved, method: t.methods[accuracy.method] }),
    lastYear === null
      ? null
      : t.lastYear({
          effect: shareText(lastYear.effect, format),
          change: shareText(lastYear.change, format),
          weight: format.rate(100 * lastYear.weight),
        }),
    accuracyLine(accuracy, slotMinutes, format),
    marksLine(answer, range, format),
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function visitorsOf(slots: readonly { readonly visitors: number }[]): number {
  return slots.reduce((sum, { visitors }) => sum + visitors, 0)
}
