import { expect, it } from 'vitest'
import { planFromFile } from '../../../../shared/contract/plan-file.ts'
import { intervalsInWeek } from '../../../../shared/predict/assemble/plan-intervals.ts'

const plan = (kind: 'weekly' | 'dated', timeZone = 'America/New_York') =>
  planFromFile({
    name: 'Nights',
    timeZone,
    kind,
    shifts:
      kind === 'weekly'
        ? [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ agentId: 'ann', dayOfWeek, start: '22:00', end: '23:00' }))
        : [{ agentId: 'ann', date: '2026-03-08', start: '22:00', end: '23:00' }],
  })
const days = (firstDate: string, timeZone: string, one = plan('weekly')) =>
  intervalsInWeek(one, { firstDate, timeZone }).map(({ start }) => new Date(start).toISOString())

it("finds a plan's shifts in a week of its own clock", () => {
  const found = days('2026-03-09', 'America/New_York')
  expect([found.length, found[0], found.at(-1)]).toEqual([7, '2026-03-10T02:00:00.000Z', '2026-03-16T02:00:00.000Z'])
})

it("finds a plan's shifts in a week of another clock, each once", () => {
  const found = days('2026-03-09', 'Pacific/Auckland')
  // There the week begins on Sunday at 11:00 UTC and ends a week later.
  expect([found.length, found[0], found.at(-1)]).toEqual([7, '2026-03-09T02:00:00.000Z', '2026-03-15T02:00:00.000Z'])
  expect(new Set(found).size).toBe(7)
})

it('finds a dated shift in the one week that its instants lie in', () => {
  expect(days('2026-03-02', 'America/New_York', plan('dated'))).toEqual(['2026-03-09T02:00:00.000Z'])
  expect(days('2026-03-09', 'America/New_York', plan('dated'))).toEqual([])
  expect(days('2026-03-09', 'UTC', plan('dated'))).toEqual(['2026-03-09T02:00:00.000Z'])
  expect(days('2026-03-02', 'UTC', plan('dated'))).toEqual([])
})
