import { describe, expect, it } from 'vitest'
import { createObjective } from '../../../shared/optimise/objective.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekModelOf } from '../../../shared/predict/plan-prediction/week-model.ts'
import { intervalsByPerson, rowOf } from '../../../shared/predict/plan-prediction/presence-rows.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { some } from '../../support/deep.ts'
import { drawnProblem } from './drawn-problems.ts'

const SITES = [
  { agents: 5 },
  { agents: 12, pools: 3 },
  { agents: 8, pools: 2, hasHistory: true },
  { agents: 6, hasHistory: true, timeZone: 'America/New_York', firstDate: '2026-03-08' },
]

function compiled(seed: number, site: (typeof SITES)[number]) {
  const { inputs, plan, random } = drawnProblem(seed, site)
  const intervals = intervalsInWeek(plan, inputs)
  const week = weekModelOf(inputs, undefined)
  const rows = [...intervalsByPerson(intervals)].map(([key, own]) => ({ key, ...rowOf(own, week.maker) }))
  const objective = createObjective(
    week,
    rows.map(({ serves }) => ({ shares: serves })),
  )
  rows.forEach(({ presence }, index) => objective.setPresence(index, presence))
  return { week, intervals, rows, objective, random, predictor: createPlanPredictor(inputs) }
}

describe('the objective of suggestions', () => {
  it('is what the plan predictor expects, slot by slot', () => {
    for (let seed = 1; seed <= some(3, 30); seed += 1) {
      for (const site of SITES) {
        const { objective, predictor, intervals } = compiled(seed, site)
        const predicted = predictor.predict(intervals)
        predicted.covered.forEach((covered, slot) =>
          expect(Math.abs(objective.coveredBySlot[slot]! - covered)).toBeLessThan(
            1e-9 * Math.max(1, predicted.visitors[slot]!),
          ),
        )
        expect(Math.abs(objective.covered() / predicted.totals.covered - 1)).toBeLessThan(1e-9)
      }
    }
  })

  it('stays so however often people change, and comes back to what it was', () => {
    for (const site of SITES) {
      const { objective, predictor, intervals, rows, random } = compiled(7, site)
      const none = new Float64Array(objective.slots)
      for (let change = 0; change < 60; change += 1) {
        const one = Math.floor(random.uniform() * rows.length)
        objective.setPresence(one, random.uniform() < 0.5 ? none : rows[one]!.presence)
      }
      const there = new Set(
        rows.filter((_, index) => objective.presenceOf(index).some((chance) => chance > 0)).map(({ key }) => key),
      )
      const left = [...intervalsByPerson(intervals)].flatMap(([key, own]) => (there.has(key) ? own : []))
      expect(objective.covered()).toBeCloseTo(predictor.predict(left).totals.covered, 6)
      rows.forEach(({ presence }, index) => objective.setPresence(index, presence))
      expect(objective.covered()).toBeCloseTo(predictor.predict(intervals).totals.covered, 6)
    }
  })

  it('values every change of one person as predicting it anew does', () => {
    for (const site of SITES) {
      const { week, objective, predictor, intervals, rows } = compiled(3, site)
      const byPerson = [...intervalsByPerson(intervals).entries()]
      byPerson.forEach(([key, own], index) => {
        const { presence } = rows[index]!
        const levels = Float64Array.from(new Set(presence))
        const values = objective.valuesOf(index, levels)
        const place = new Map([...levels].map((level, at) => [level, at]))
        // A change of days: the shifts of one day left out.
        for (const dropped of new Set(own.map(({ localDay }) => localDay))) {
          const kept = own.filter(({ localDay }) => localDay !== dropped)
          const others = byPerson.flatMap(([other, theirs]) => (other === key ? kept : theirs))
          const after = kept.length === 0 ? new Float64Array(objective.slots) : rowOf(kept, week.maker).presence
          let gain = 0
          presence.forEach((before, slot) => {
            const now = after[slot]!
            if (now === before) return
            gain +=
              values[(place.get(now) ?? place.get(0)!) * objective.slots + slot]! -
              values[place.get(before)! * objective.slots + slot]!
          })
          const predicted = predictor.predict(others).totals.covered - predictor.predict(intervals).totals.covered
          expect(gain).toBeCloseTo(predicted, 6)
        }
      })
    }
  })
})
