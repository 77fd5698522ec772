import { describe, expect, it } from 'vitest'
import type { SuggestAnswer } from '../../../electron/backend/suggest/compute.ts'
import { suggestResult } from '../../../electron/backend/suggest/suggest-result.ts'

const FIGURES = { visitors: 100, covered: 60, agentHours: 40, cost: null }

const ANSWER = {
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
  fairness: null,
  weighted: null,
} as unknown as SuggestAnswer
const END = { gap: 0, isFallback: false, isWeighted: false }

describe('the document of a suggestion', () => {
  it('has no bound on the wrong side of the plan, in the last digit either', () => {
    const { bound, boundHours } = suggestResult(ANSWER, END)
    expect([bound, boundHours]).toEqual([66, 40])
  })

  it('claims no bound, and nothing optimal, where an exchange of shifts covers more than the bound without', () => {
    const fairness = {
      spreadBefore: 9,
      spreadAfter: 3,
      coveredLost: -2,
      exchanges: 1,
      wishes: { all: 0, keptBefore: 0, keptAfter: 0 },
    }
    const answer = { ...ANSWER, bound: 64, boundHours: null, fairness }
    expect(suggestResult(answer, END)).toMatchObject({ bound: null, gap: null, status: 'within-gap' })
    expect(
      suggestResult({ ...answer, fairness: { ...fairness, exchanges: 0, coveredLost: 0 }, bound: 66 }, END),
    ).toMatchObject({
      bound: 66,
      status: 'optimal',
    })
  })
})
