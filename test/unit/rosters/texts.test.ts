import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateText, dayInOrder } from '../../../shared/roster/date-text.ts'
import { momentReader } from '../../../shared/roster/moments.ts'
import { dayOf, orderOfDates } from '../../../shared/roster/date-order.ts'
import { clockTime, lengthMinutes, rangesIn } from '../../../shared/roster/time-text.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'

const TODAY = parseLocalDate('2026-03-01')
const STYLE = { decimals: false }
const dateOf = (text: string, order: 'dmy' | 'mdy' | 'ymd' = 'dmy'): string | null => {
  const read = dateText(text)
  const day = read === null ? null : dayOf(read, { order, today: TODAY })
  return day === null ? null : formatLocalDate(day)
}
const rangeOf = (text: string): string =>
  rangesIn(text, STYLE)
    .ranges.map(({ startMinute, endMinute }) => `${formatWallTime(startMinute)}-${formatWallTime(endMinute)}`)
    .join(' ')

describe('dates as people write them', () => {
  it('with points are no times, in a column of either', () => {
    for (const text of ['01.12.2026', '1.12.2026', '01.12.26', '13.12.2026'])
      for (const isOfDates of [false, true])
        expect(momentReader({ decimals: false }, isOfDates)(text)).toMatchObject({
          date: { kind: 'numbers' },
          minute: null,
        })
    expect(momentReader({ decimals: false })('13.04')).toMatchObject({ date: null, minute: 13 * 60 + 4 })
    expect(momentReader({ decimals: false }, true)('13.04')).toMatchObject({ date: { kind: 'numbers' }, minute: null })
    expect(momentReader({ decimals: false })('09.30.00')).toMatchObject({ date: null, minute: 570 })
  })

  it.each([
    '2026-03-02',
    '2026/3/2',
    '20260302',
    '2.3.2026',
    '02/03/2026',
    '02-03-26',
    '2 March 2026',
    'March 2nd, 2026',
    '2-Mar-26',
    'Mon, 02 Mar 2026',
    'Montag, 2. März 2026',
    'lundi 2 mars 2026',
    'lunes 2 de marzo de 2026',
    'lunedì 2 marzo 2026',
    'maandag 2 maart 2026',
    'mandag den 2. marts 2026',
    'Mon 2/3',
    '2.3.',
    '2 Mar',
    '46083',
    '2 March 2026',
  ])('are read: %s', (text) => {
    expect(dateOf(text)).toBe('2026-03-02')
  })

  it.each([
    '',
    '9-17',
    '9:00',
    '9.30',
    'Ann',
    '30 February 2026',
    '2026-02-30',
    '31.04.2026',
    '2026-13-01',
    '1234',
    '99/99/2026',
    'E = 06:00',
  ])('are not found in: %s', (text) => {
    expect(dateOf(text)).toBeNull()
  })

  it('stand in the order that the file itself shows, by a day above 12, a weekday, or the fewer days', () => {
    const order = (...texts: readonly string[]) =>
      orderOfDates(
        texts.flatMap((text) => dateText(text) ?? []),
        { chosen: null, usual: 'mdy', today: TODAY },
      )
    expect(order('02/03/2026', '13/03/2026')).toEqual({ order: 'dmy', reason: 'evidence' })
    expect(order('03/02/2026', '03/13/2026')).toEqual({ order: 'mdy', reason: 'evidence' })
    expect(order('Mon 02/03/2026')).toEqual({ order: 'dmy', reason: 'evidence' })
    expect(order('02/03/2026', '03/03/2026', '04/03/2026')).toEqual({ order: 'dmy', reason: 'span' })
    expect(order('02/03/2026')).toEqual({ order: 'mdy', reason: 'system' })
    expect(order('02.03.2026')).toEqual({ order: 'dmy', reason: 'evidence' })
    expect(order('26/03/31', '26/04/01')).toEqual({ order: 'ymd', reason: 'span' })
    expect(order('2026-03-02')).toEqual({ order: 'mdy', reason: 'not-needed' })
  })

  it('are read back in every order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: parseLocalDate('2000-01-01'), max: parseLocalDate('2099-12-31') }),
        fc.constantFrom('.', '/', '-'),
        (day, mark) => {
          const [year, month, date] = formatLocalDate(day).split('-').map(Number) as [number, number, number]
          const numbers = {
            dmy: [date, month, year],
            mdy: [month, date, year],
            ymd: [year % 100, month, date],
          } as const
          for (const order of ['dmy', 'mdy', 'ymd'] as const) {
            expect(dayInOrder(numbers[order], order, TODAY)).toBe(day)
            expect(dateOf(numbers[order].map((part) => String(part).padStart(2, '0')).join(mark), order)).toBe(
              formatLocalDate(day),
            )
          }
        },
      ),
      tries(200, 21),
    )
  })
})

describe('times as people write them', () => {
  it.each([
    ['9', 540],
    ['09:00', 540],
    ['9.00', 540],
    ['0900', 540],
    ['900', 540],
    ['9h', 540],
    ['9h30', 570],
    ['9 Uhr', 540],
    ['9:30 AM', 570],
    ['9a', 540],
    ['12am', 0],
    ['12 pm', 720],
    ['noon', 720],
    ['Mitternacht', 0],
    ['24:00', 1440],
    ['8.5', 510],
    ['8,5', 510],
    ['0.375', 540],
    ['0.7083333333333334', 1020],
    ['17:00:00', 1020],
    ['９：００', 540],
  ])('are read: %s', (text, minute) => {
    expect(clockTime(text, STYLE)).toBe(minute)
  })

  it.each(['', '25:00', '9:75', '24:15', 'x', '9-17', '2026-03-02', '13 apples', '-1'])(
    'are not found in: %s',
    (text) => {
      expect(clockTime(text, STYLE)).toBeNull()
    },
  )

  it.each([
    ['9-17', '09:00-17:00'],
    ['9:00 – 17:30', '09:00-17:30'],
    ['9a-5:30p', '09:00-17:30'],
    ['09.00-17.00', '09:00-17:00'],
    ['0900-1730', '09:00-17:30'],
    ['9-12, 13-17', '09:00-12:00 13:00-17:00'],
    ['22-6', '22:00-06:00'],
    ['10pm-6am', '22:00-06:00'],
    ['9-5', '09:00-17:00'],
    ['8-4p', '08:00-16:00'],
    ['11-7p', '11:00-19:00'],
    ['12p-12a', '12:00-00:00'],
    ['von 9 bis 17 Uhr', '09:00-17:00'],
    ['9 to 5', '09:00-17:00'],
    ['9h–17h30', '09:00-17:30'],
    ['8.5-16.5', '08:30-16:30'],
    ['0:00-24:00', '00:00-00:00'],
    ['2026-03-02', ''],
    ['Ann', ''],
  ])('are read as ranges: %s', (text, expected) => {
    expect(rangeOf(text)).toBe(expected)
  })

  it.each([
    ['30', 'minutes', 30],
    ['0:30', 'minutes', 30],
    ['30 min', 'minutes', 30],
    ['1h', 'minutes', 60],
    ['1h 15m', 'hours', 75],
    ['7.5', 'hours', 450],
    ['7,5', 'hours', 450],
    ['8', 'hours', 480],
    ['lunch', 'minutes', null],
  ] as const)('are read as lengths: %s', (text, bare, minutes) => {
    expect(lengthMinutes(text, bare)).toBe(minutes)
  })

  it('are read back in every form, around the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const [from, to] = [start * 15, (start * 15 + length * 15) % 1440]
        const american = (minute: number): string =>
          `${Math.floor(minute / 60) % 12 || 12}:${String(minute % 60).padStart(2, '0')}${minute < 720 ? 'am' : 'pm'}`
        const expected = `${formatWallTime(from)}-${formatWallTime(to)}`
        const dotted = (minute: number): string => formatWallTime(minute).replace(':', '.')
        const bare = (minute: number): string => formatWallTime(minute).replace(':', '')
        expect(rangeOf(expected)).toBe(expected)
        expect(rangeOf(`${american(from)} - ${american(to)}`)).toBe(expected)
        expect(rangeOf(`${dotted(from)} – ${dotted(to)}`)).toBe(expected)
        expect(rangeOf(`${bare(from)}-${bare(to)}`)).toBe(expected)
      }),
      tries(300, 22),
    )
  })
})
