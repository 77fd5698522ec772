import { expect, it } from 'vitest'
import { emptiedInPlan } from '../../../electron/backend/plans/plan-warnings.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const shift = (id: string, date: string): Shift => ({
  id,
  agentId: null,
  day: parseLocalDate(date),
  startMinute: 120,
  endMinute: 180,
  breaks: [],
  note: '',
})
const plan = (shifts: readonly Shift[], fields: Partial<Plan> = {}): Plan => ({
  name: 'Spring',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'dated',
  shifts,
  ...fields,
})

it('names the dates on which the clock leaves nothing of a shift', () => {
  // New York's clock goes from 02:00 to 03:00 on 14 March 2027 and on 12 March 2028.
  expect(emptiedInPlan(plan([shift('a', '2027-03-14'), shift('b', '2027-03-15')]))).toEqual([
    'Of one shift nothing is left, because the clock skips the time: on 2027-03-14.',
  ])
  expect(emptiedInPlan(plan([shift('a', '2028-03-12'), shift('b', '2027-03-14'), shift('c', '2027-03-14')]))).toEqual([
    'Of 3 shifts nothing is left, because the clock skips the time: on 2027-03-14, 2028-03-12.',
  ])
  expect(emptiedInPlan(plan([shift('a', '2027-03-14')], { timeZone: 'UTC' }))).toEqual([])
  expect(emptiedInPlan(plan([{ ...shift('a', '2027-03-14'), day: 0 }], { kind: 'weekly' }))).toEqual([])
})
