import { describe, expect, it } from 'vitest'
import { weeksAround } from '../../../../../renderer/features/forecast/weeks.ts'
import { weekStartOf } from '../../../../../shared/time/local.ts'

const SUNDAY = { today: '2026-11-22', firstDayOfWeek: 1 }

describe('the weeks to choose from', () => {
  it('are this one and the next four, with next week chosen', () => {
    expect(weeksAround(null, SUNDAY)).toEqual({
      weeks: ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'],
      thisWeek: '2026-11-16',
      chosen: '2026-11-23',
      earlier: null,
      later: '2026-12-21',
    })
  })

  it('begin on the day on which weeks begin there', () => {
    expect(weeksAround(null, { ...SUNDAY, firstDayOfWeek: 0 })).toMatchObject({
      thisWeek: '2026-11-22',
      chosen: '2026-11-29',
    })
    expect(weekStartOf('2026-11-25', 6)).toBe('2026-11-21')
  })

  it('are later ones where a later one is shown, and lead back', () => {
    const later = weeksAround('2026-12-24', SUNDAY)
    expect(later).toMatchObject({ chosen: '2026-12-21', earlier: '2026-12-14', later: '2027-01-25' })
    expect(later.weeks[0]).toBe('2026-12-21')
    expect(weeksAround(later.earlier, SUNDAY).weeks[0]).toBe('2026-11-16')
  })

  it('are the usual ones where the week is over, or years ahead', () => {
    expect(weeksAround('2026-11-02', SUNDAY).chosen).toBe('2026-11-23')
    expect(weeksAround('2199-12-31', SUNDAY).chosen).toBe('2026-11-23')
  })

  it('end after a year', () => {
    let at: string | null = null
    let steps = 0
    for (
      let next = weeksAround(null, SUNDAY).later;
      next !== null && steps < 100;
      next = weeksAround(next, SUNDAY).later
    ) {
      at = next
      steps++
    }
    expect([at, steps]).toEqual(['2027-11-01', 10])
  })
})
