import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLivePrediction } from '../../../../../../../renderer/features/plans/editor/store/live-prediction.ts'
import type { Plan, Shift } from '../../../../../../../shared/plan/plan.ts'
import { plannedIntervals } from '../../../../../../../shared/plan/planned-intervals.ts'
import { weekClock } from '../../../../../../../shared/plan/week-clock.ts'
import { FIRST_DATE } from '../../../../../predict/plan-prediction/made-up-inputs.ts'
import { editorInputs, shift } from './editor-fixture.ts'

const { predictor } = editorInputs()
const clock = weekClock('America/New_York', FIRST_DATE)
const plan: Plan = {
  name: '',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts: [shift('a'), shift('b', { agentId: 'agent-1', day: 2 }), shift('c', { day: 4 })],
}
const covered = (shifts: readonly Shift[]): number =>
  predictor.predict(plannedIntervals({ ...plan, shifts }, { firstDate: FIRST_DATE })).totals.covered

/** The plan with shifts tried: in the place of those with their ids, or besides. */
const withTried = (shifts: readonly Shift[], tried: readonly Shift[]): readonly Shift[] => [
  ...shifts.filter(({ id }) => tried.every((one) => one.id !== id)),
  ...tried,
]

describe('the prediction of a drag', () => {
  it('is that of the plan with what is dragged now, whatever was dragged before', () => {
    const one = fc
      .tuple(
        fc.constantFrom('a', 'b', 'copy of a', 'drawn'),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 60 }),
      )
      .map(([id, day, quarter]) => shift(id, { day, startMinute: 15 * quarter, endMinute: 15 * quarter + 240 }))
    const move = fc.record({
      tried: fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 3 }),
      ends: fc.constantFrom('on' as const, 'given up' as const, 'dropped' as const),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
        const live = createLivePrediction({ predictor, clock, plan })
        let { shifts } = plan
        for (const { tried, ends } of moves) {
          const preview = live.preview(tried)
          expect(preview.isPreview).toBe(true)
          expect(preview.week.totals.covered).toBeCloseTo(covered(withTried(shifts, tried)), 6)
          if (ends === 'on') continue
          if (ends === 'dropped') shifts = withTried(shifts, tried)
          const now = live.follow({ ...plan, shifts })
          expect(now.isPreview).toBe(false)
          expect(now.week.totals.covered).toBeCloseTo(covered(shifts), 6)
          expect(new Set(now.intervals.map(({ shiftId }) => shiftId))).toEqual(new Set(shifts.map(({ id }) => id)))
        }
      }),
      { numRuns: 60 },
    )
  })
})
