import { expect, it } from 'vitest'
import { forecastOfWeek, historyOf } from '../../../../shared/predict/assemble/demand.ts'
import { originOf, pastOf } from '../../../../shared/predict/assemble/past.ts'
import { wholeDay, type KnownDay } from '../../../../shared/predict/forecast/known-days.ts'
import { smallHistory } from './small-history.ts'

const OPTIONS = { timeZone: 'UTC', firstDate: '2026-02-09' }

function forecastWith(knownDays: readonly KnownDay[]) {
  const facts = smallHistory({ days: 35 })
  const past = pastOf(facts, originOf(facts, OPTIONS))
  return forecastOfWeek(historyOf(past, { ...OPTIONS, poolId: undefined, knownDays }), OPTIONS, 60)
}

it('widens the ranges of a day that is marked as an outage ahead, and leaves what is expected', () => {
  const [without, marked] = [
    forecastWith([]),
    forecastWith([wholeDay('2026-02-11', { class: 'outage', name: 'Upgrade' })]),
  ]
  expect(marked.week.visitors).toBeCloseTo(without.week.visitors, 9)
  expect(marked.week.upper80 - marked.week.lower80).toBeGreaterThan(without.week.upper80 - without.week.lower80)
})
