import type { KnownDayOutput } from '../../shared/contract/known-day-output.ts'
import type { Formatter, TerminalTexts } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

interface Subject {
  readonly workspace: string
  readonly from: string
  readonly to: string
  /** Countries whose holidays may matter; null: the user has set them. */
  readonly country: string | null
}

/** Holidays with what each does, as far as is known. */
export function describeHolidays(
  holidays: readonly KnownDayOutput[],
  { workspace, from, to, country }: Subject,
  format: Formatter,
): string {
  const { holidays: t } = format.texts
  if (holidays.length === 0) {
    const none = t.noneKnown({ from: format.date(from), to: format.date(to) })
    return country === null ? none : `${none} ${t.chooseCountry({ workspace, country })}`
  }
  return renderTable(
    [
      { title: t.date },
      { title: '' },
      { title: t.holiday },
      { title: t.visitors, align: 'right' },
      { title: t.range, align: 'right' },
      { title: t.basedOn },
    ],
    holidays.map((day) => [
      day.date,
      format.date(day.date, 'weekday'),
      nameOfDay(day, format),
      day.effect === null ? '-' : shareText(day.effect, format),
      day.lower80 === null || day.upper80 === null
        ? '-'
        : t.fromTo({ lower: shareText(day.lower80, format), upper: shareText(day.upper80, format) }),
      sourceText(day, format),
    ]),
  )
}

/** The country that most visitors are in, else that of the time zone, else that of the terminal's language. */
export function likelyCountry(proposed: readonly { readonly country: string }[], locale: string): string {
  return proposed[0]?.country ?? new Intl.Locale(locale).maximize().region ?? FALLBACK_COUNTRY
}

const FALLBACK_COUNTRY = 'US'

/** The countries and regions whose holidays a workspace has now. */
export function describeCalendars(
  calendars: readonly { readonly country: string; readonly region: string | null }[],
  workspace: string,
  { holidays: t }: TerminalTexts,
): string {
  if (calendars.length === 0) return t.noCalendars({ workspace })
  const names = calendars.map(({ country, region }) => (region === null ? country : `${country}-${region}`))
  return t.calendars({ workspace, places: names.join(', ') })
}

/** "+40%", "−20%". */
export function shareText(share: number, format: Formatter): string {
  const percent = format.rate(Math.abs(100 * share))
  return share > 0 ? `+${percent}` : share < 0 ? `−${percent}` : percent
}

/** A mark without a note is known by its date, which is said already: by its kind then. */
export function nameOfDay({ date, name, class: ofDay }: KnownDayOutput, format: Formatter): string {
  const { kinds } = format.texts.marks
  if (name !== date) return onOneLine(name)
  return ofDay === 'event' || ofDay === 'outage' ? kinds[ofDay] : kinds.holiday
}

/** What an effect is estimated from. */
export function sourceText({ source, known }: KnownDayOutput, format: Formatter): string {
  const { holidays: t } = format.texts
  if (source !== 'own') return t.sources[source]
  return known.map(({ date, effect }) => t.effectOn({ date, effect: shareText(effect, format) })).join(', ')
}
