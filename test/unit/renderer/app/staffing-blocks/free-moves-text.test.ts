import { describe, expect, it } from 'vitest'
import { freeMovesText } from '../../../../../renderer/app/staffing-blocks/free-moves-text.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { blockOf } from '../../support/block-fixture.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
/** Noon of workdays gains, the hour after it loses a little. */
const byHour = Array.from({ length: 168 }, (_, hour) => {
  const [day, ofDay] = [Math.floor(hour / 24), hour % 24]
  if (day === 0 || day === 6) return 0
  return ofDay === 12 ? 50 : ofDay === 14 ? -6 : 0
})
const moves = { moves: 9, covered: 220, byHour }

describe('the advice that costs no hour', () => {
  it('names the hours that miss most, what moving breaks gives in them, and in all', () => {
    expect(freeMovesText(moves, blockOf(), format)).toBe(
      'Mon–Fri 12:00–14:00 missed 60 visitors. Moving 9 breaks covers 250 more a week in these hours, and 220 more in all, without an added hour.',
    )
  })

  it('names no hours where none miss, or where moving breaks gives nothing in them', () => {
    const text = 'Moving 9 breaks covers 220 more visitors a week, without an added hour.'
    expect(freeMovesText(moves, undefined, format)).toBe(text)
    expect(freeMovesText(moves, blockOf({ startHour: 17, endHour: 18 }), format)).toBe(text)
    expect(freeMovesText({ ...moves, moves: 1 }, undefined, format)).toBe(
      'Moving one break covers 220 more visitors a week, without an added hour.',
    )
  })

  it('is not given where there is next to nothing to gain', () => {
    expect(freeMovesText({ ...moves, covered: 0.4 }, blockOf(), format)).toBeNull()
    expect(freeMovesText({ ...moves, moves: 0 }, blockOf(), format)).toBeNull()
  })
})
