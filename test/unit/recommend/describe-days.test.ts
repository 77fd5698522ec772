import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../shared/language/formatter.ts'
import { en } from '../../../shared/messages/en.ts'
import { describeDays } from '../../../shared/recommend/index.ts'

const week = (firstDayOfWeek: number) =>
  createFormatter({ code: 'en', locale: 'en-GB', region: 'en-GB', firstDayOfWeek }, en)
const mondayFirst = week(1)
const sundayFirst = week(0)
const say = (days: readonly number[], format = mondayFirst) => describeDays(days, format)

describe('days in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[0, 1, 2, 3, 4, 5, 6], 'every day'],
    [[0, 6], 'Sat and Sun'],
    [[3], 'Wednesday'],
    [[1, 3, 5], 'Mon, Wed and Fri'],
    [[1, 2, 3, 6], 'Mon–Wed and Sat'],
    [[1, 2, 4, 5], 'Mon, Tue, Thu and Fri'],
  ])('says %j as "%s"', (days, words) => {
    expect(say(days)).toBe(words)
  })

  it('lets a run go over the end of the week', () => {
    expect(say([0, 1, 6])).toBe('Sat–Mon')
    expect(say([0, 1, 3, 6])).toBe('Wed and Sat–Mon')
  })

  it('tells the days that are left out where they are fewer', () => {
    expect(say([0, 1, 2, 4, 6])).toBe('every day except Wed and Fri')
    expect(say([0, 1, 2, 3, 4, 6])).toBe('every day except Fri')
    expect(say([2, 3, 4, 5, 6])).toBe('Tue–Sat')
    expect([say([0, 1, 2, 3, 4]), say([0, 1, 2, 3, 4], sundayFirst)]).toEqual([
      'every day except Fri and Sat',
      'Sun–Thu',
    ])
  })

  it('follows the order of the week', () => {
    expect(say([0, 6], sundayFirst)).toBe('Sat and Sun')
    expect(say([0, 1, 3], sundayFirst)).toBe('Sun, Mon and Wed')
  })
})
