import { expect, it } from 'vitest'
import { defaultHours } from '../../../../../../../renderer/features/plans/editor/board/default-hours.ts'
import type { Shift } from '../../../../../../../shared/plan/plan.ts'

const weekMinutes = Array.from({ length: 672 }, (_, slot) => slot * 15)
const visitorsAt = (from: number, to: number, night = 0) =>
  weekMinutes.map((minute) => (minute % 1440 >= from * 60 && minute % 1440 < to * 60 ? 10 : night))
const shift = (startMinute: number, endMinute: number): Shift => ({
  id: `${startMinute}`,
  agentId: null,
  day: 1,
  startMinute,
  endMinute,
  breaks: [],
  note: '',
})
const shown = (shifts: readonly Shift[], visitors: readonly number[]) => {
  const { fromMinute, toMinute } = defaultHours({ shifts, visitors, weekMinutes })
  return [fromMinute / 60, toMinute / 60]
}

it('shows the working hours, with an hour on either side, whenever visitors come', () => {
  expect(shown([shift(540, 1020)], visitorsAt(0, 24))).toEqual([8, 18])
  expect(shown([shift(420, 900), shift(645, 1215)], visitorsAt(9, 17))).toEqual([6, 22])
  expect(shown([shift(0, 240)], visitorsAt(9, 17))).toEqual([0, 8])
  expect(shown([shift(1320, 1440)], visitorsAt(9, 17))).toEqual([16, 24])
})

it('shows the whole day to whoever works over midnight', () => {
  expect(shown([shift(1320, 1800)], visitorsAt(9, 17))).toEqual([0, 24])
})

it('shows of a plan without shifts the hours at which nearly all visitors come', () => {
  expect(shown([], visitorsAt(9, 17))).toEqual([8, 18])
  expect(shown([], visitorsAt(7, 21))).toEqual([6, 22])
  expect(shown([], visitorsAt(9, 17, 0.05))).toEqual([8, 18])
  expect(shown([], visitorsAt(0, 24))).toEqual([0, 24])
})
