import type { KnownDayOutput } from '../../shared/contract/known-day-output.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

interface Subject {
  readonly workspace: string
  readonly from: string
  readonly to: string
}

/** Holidays with what each does, as far as is known. */
export function describeHolidays(
  holidays: readonly KnownDayOutput[],
  { workspace, from, to }: Subject,
  format: Formatter,
): string {
  if (holidays.length === 0)
    return `No holiday is known from ${from} to ${to}. Choose whose holidays "${workspace}" has: covercast holidays use --country US`
  return renderTable(
    [
      { title: 'Date' },
      { title: '' },
      { title: 'Holiday' },
      { title: 'Visitors', align: 'right' },
      { title: 'Range, 80%', align: 'right' },
      { title: 'From' },
    ],
    holidays.map((day) => [
      day.date,
      format.date(day.date),
      day.name,
      day.effect === null ? '-' : shareText(day.effect, format),
      day.lower80 === null || day.upper80 === null
        ? '-'
        : `${shareText(day.lower80, format)} to ${shareText(day.upper80, format)}`,
      sourceText(day, format),
    ]),
  )
}

/** Whose holidays a workspace has now. */
export function describeCalendars(
  calendars: readonly { readonly country: string; readonly region: string | null }[],
  workspace: string,
): string {
  if (calendars.length === 0) return `The forecasts of "${workspace}" know no calendar's holidays.`
  const names = calendars.map(({ country, region }) => (region === null ? country : `${country}, ${region}`))
  return `The forecasts of "${workspace}" know the holidays of ${names.join('; ')}.`
}

/** "+40%". */
export function shareText(share: number, format: Formatter): string {
  const percent = format.rate(Math.abs(100 * share))
  return share > 0 ? `+${percent}` : share < 0 ? `-${percent}` : percent
}

/** What an effect rests on. */
export function sourceText({ source, known }: KnownDayOutput, format: Formatter): string {
  switch (source) {
    case 'own':
      return known.map(({ date, effect }) => `${date}: ${shareText(effect, format)}`).join(', ')
    case 'stated':
      return 'what you said'
    case 'class':
      return 'other such days'
    case 'prior':
      return 'not known yet'
  }
}
