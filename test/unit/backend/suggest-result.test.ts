import { expect, it } from 'vitest'
import type { SuggestAnswer } from '../../../electron/backend/suggest/compute.ts'
import { suggestResult } from '../../../electron/backend/suggest/suggest-result.ts'

const FIGURES = { visitors: 100, covered: 60, agentHours: 40, cost: null }

it('has no bound on the wrong side of the plan, in the last digit either', () => {
  const answer = {
    plan: { name: 'Week', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [] },
    before: FIGURES,
    after: { ...FIGURES, covered: 66 },
    difference: { covered: 6 },
    bound: 66 - 1e-12,
    boundHours: 40 + 1e-12,
    moves: [],
    violations: [],
    mustGive: [],
    standsInTheWay: [],
    nextHour: [],
    isDone: true,
    isFeasible: true,
  } as unknown as SuggestAnswer
  const { bound, boundHours } = suggestResult(answer, { gap: 0, isFallback: false })
  expect([bound, boundHours]).toEqual([66, 40])
})
