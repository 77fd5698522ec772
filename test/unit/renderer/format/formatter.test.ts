import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../renderer/format/formatter.ts'
import { loadLanguage } from '../../../../renderer/format/loaded-languages.ts'
import { wholePercent } from '../../../../shared/language/formatter.ts'

const formatter = (language: string, firstDayOfWeek: number | null = null) =>
  createFormatter({ languages: [language], firstDayOfWeek })
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('a formatter', () => {
  it('has the clock, the week and the separators of the region, and English words', () => {
    const dutch = formatter('nl-NL')
    expect(dutch.hour12).toBe(false)
    expect(dutch.weekOrder).toEqual([1, 2, 3, 4, 5, 6, 0])
    expect(dutch.count(61_352)).toBe('61.352')
    expect(dutch.dayName(1)).toBe('Monday')
    expect(dutch.date('2026-03-09')).toBe('9 Mar 2026')
    expect(dutch.hourRange(23, 24)).toBe('23:00–24:00')
  })

  it('speaks the language of the system where there are texts in it, in English until they are loaded', async () => {
    expect(formatter('de-AT').visitors(2)).toBe('2 visitors')
    await loadLanguage('de')
    const german = formatter('de-AT')
    expect(german).toMatchObject({ code: 'de', language: 'de', locale: 'de-AT', direction: 'ltr' })
    expect(german.visitors(2)).toBe('2 Besucher')
    expect(german.dayName(1)).toBe('Montag')
    expect(german.rate(78)).toBe('78\u00a0%')
  })

  it('writes twelve hours and starts on Sunday in the United States', () => {
    const american = formatter('en-US')
    expect(american.weekOrder[0]).toBe(0)
    expect([0, 9, 12, 23].map(american.hour)).toEqual(['12 AM', '9 AM', '12 PM', '11 PM'])
    expect([0, 9, 12, 23].map(american.shortHour)).toEqual(['12a', '9a', '12p', '11p'])
    expect(american.hourRange(9, 10)).toBe('9–10 AM')
    expect(american.hourRange(11, 13)).toBe('11 AM–1 PM')
    expect(american.hourRange(23, 24)).toBe('11 PM–12 AM')
    expect(american.date('2026-03-09')).toBe('Mar 9, 2026')
  })

  it('does not write American dates for a region it has no English for', () => {
    expect(formatter('pt-BR').date('2026-03-09')).toBe('9 Mar 2026')
  })

  it('starts the week where the user says', () => {
    expect(formatter('en-US', 6).weekOrder).toEqual([6, 0, 1, 2, 3, 4, 5])
  })

  it('writes large numbers short, and never longer than four signs', () => {
    const { compact } = formatter('en-GB')
    expect([0, 840, 999, 1000, 1234, 9940, 9960, 30_000, 999_499, 999_500, 1_440_000].map(compact)).toEqual([
      '0',
      '840',
      '999',
      '1k',
      '1.2k',
      '9.9k',
      '10k',
      '30k',
      '999k',
      '1M',
      '1.4M',
    ])
    expect(formatter('nl-NL').compact(1234)).toBe('1,2k')
    fc.assert(
      fc.property(fc.nat(99_000_000), (value) => {
        expect(compact(value).length).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('counts one visitor, and several', () => {
    const { visitors } = formatter('en-GB')
    expect([0, 1, 42].map(visitors)).toEqual(['0 visitors', '1 visitor', '42 visitors'])
    // Expected visitors are rarely whole.
    expect([1.2, 12_614.32].map(visitors)).toEqual(['1 visitor', '12,614 visitors'])
  })

  it('writes a change in points', () => {
    const { points } = formatter('en-GB')
    expect([0, 0.3, 1.2, -3.4].map(points)).toEqual(['no change', 'less than a point', '1 point', '3 points'])
  })

  it('never rounds somebody away', () => {
    const { rate } = formatter('en-GB')
    expect([0, 0.2, 50.5, 99.7, 100].map((value) => plain(rate(value)))).toEqual(['0%', '1%', '51%', '99%', '100%'])
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        expect(wholePercent(value) === 100).toBe(value === 100)
        expect(wholePercent(value) === 0).toBe(value === 0)
        expect(Math.abs(wholePercent(value) - value)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('writes a range of dates, and of a single one', () => {
    const { dateRange } = formatter('en-GB')
    expect(dateRange('2026-03-02', '2026-03-02')).toBe('2 Mar 2026')
    expect(dateRange('2026-03-02', '2026-04-15').replace(/\s*–\s*/, ' – ')).toBe('2 Mar – 15 Apr 2026')
  })

  it('writes times in the zone they are asked for', () => {
    const { time } = formatter('en-GB')
    expect(time(Date.parse('2026-03-16T09:15:00Z'), 'UTC')).toBe('09:15')
    expect(time(Date.parse('2026-03-16T09:15:00Z'), 'America/New_York')).toBe('05:15')
    expect(formatter('en-US').time(Date.parse('2026-03-16T06:34:00Z'), 'UTC')).toBe('6:34 AM')
  })

  it('names countries, those folded together, and codes that mean nothing', () => {
    const { country } = formatter('en-GB')
    expect([country('DE'), country('OTHER'), country('X9')]).toEqual(['Germany', 'Other countries', 'X9'])
  })

  it('writes costs in the currency of the settings, and as numbers where none is set', () => {
    const inEuro = createFormatter({ languages: ['en-US'], firstDayOfWeek: null, currency: 'EUR' })
    expect([24.5, 24, 12_345.6].map(inEuro.money)).toEqual(['€24.50', '€24', '€12,346'])
    expect([24.5, 12_345.6].map(formatter('en-US').money)).toEqual(['24.5', '12,346'])
  })

  it('writes durations and sizes for people', () => {
    const { duration, bytes } = formatter('en-GB')
    expect([200, 20_000, 130_000, 7_320_000].map(duration)).toEqual(['1 s', '20 s', '2 min', '2 h 2 min'])
    expect([bytes(7_400_000), bytes(800)]).toEqual(['7.4 MB', '0.8 kB'])
  })
})
