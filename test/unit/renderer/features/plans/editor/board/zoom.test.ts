import { describe, expect, it } from 'vitest'
import { limitedZoom, usualZoom, zoomOfDays } from '../../../../../../../renderer/features/plans/editor/board/zoom.ts'

const hours = (from: number, to: number) => ({ fromMinute: 60 * from, toMinute: 60 * to })

describe('the zoom of the board', () => {
  it('shows the week where its bars can be read, and three days otherwise', () => {
    expect(usualZoom(1300, hours(8, 18))).toBe(1)
    expect(usualZoom(640, hours(8, 18))).toBe(1)
    expect(usualZoom(640, hours(6, 22))).toBe(7 / 3)
    expect(usualZoom(640, hours(0, 24))).toBe(7 / 3)
    expect(usualZoom(0, hours(0, 24))).toBe(1)
  })

  it('goes from the whole week to one day', () => {
    expect([limitedZoom(0.2), limitedZoom(2.5), limitedZoom(40)]).toEqual([1, 2.5, 7])
    expect([1, 3, 7].map(zoomOfDays)).toEqual([7, 7 / 3, 1])
  })
})
