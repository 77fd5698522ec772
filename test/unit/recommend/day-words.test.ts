import { describe, expect, it } from 'vitest'
import { dayWords } from '../../../shared/recommend/index.ts'

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]
const SUNDAY_FIRST = [0, 1, 2, 3, 4, 5, 6]
const say = (days: readonly number[], order = MONDAY_FIRST) => dayWords(days, { order, nameOf: (day) => NAMES[day]! })

describe('days in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[0, 1, 2, 3, 4, 5, 6], 'every day'],
    [[0, 6], 'Sat and Sun'],
    [[3], 'Wed'],
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
    expect(say([0, 1, 2, 4, 6])).toBe('every day but Wed and Fri')
    expect(say([0, 1, 2, 3, 4, 6])).toBe('every day but Fri')
    expect(say([2, 3, 4, 5, 6])).toBe('Tue–Sat')
    expect([say([0, 1, 2, 3, 4]), say([0, 1, 2, 3, 4], SUNDAY_FIRST)]).toEqual(['every day but Fri and Sat', 'Sun–Thu'])
  })

  it('follows the order of the week', () => {
    expect(say([0, 6], SUNDAY_FIRST)).toBe('Sat and Sun')
    expect(say([0, 1, 3], SUNDAY_FIRST)).toBe('Sun, Mon and Wed')
  })
})
