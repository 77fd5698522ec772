import { beforeAll, describe, expect, it } from 'vitest'
import {
  DEMO_AGENTS,
  DEMO_COUNTRY_RULE,
  DEMO_MEMBERS,
  DEMO_POOLS,
  DEMO_TIME_ZONE,
} from '../../../electron/sync/demo/company.ts'
import { demoDay, type DemoChange } from '../../../electron/sync/demo/demo-day.ts'
import { startOfLocalDay } from '../../../electron/sync/demo/local-days.ts'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { adherenceOf } from '../../../shared/compare/adherence.ts'
import { compareWeek, type WeekComparison } from '../../../shared/compare/compare-week.ts'
import { planFromFile } from '../../../shared/contract/plan-file.ts'
import { agentSteps } from '../../../shared/coverage/agents-online.ts'
import { countCells } from '../../../shared/coverage/count-cells.ts'
import { inputsOfWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { predictionSnapshot, type PredictionSnapshot } from '../../../shared/predict/assemble/prediction-snapshot.ts'
import { learn } from '../../../shared/predict/assemble/learn.ts'
import { pastOf } from '../../../shared/predict/assemble/past.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../shared/predict/plan-prediction/week-bands.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const WEEKS = ['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'] as const
const FIRST = parseLocalDate(WEEKS[0])
const HISTORY_DAYS = 70
const plan = planFromFile(JSON.stringify(DEMO_PLAN))
const membership = new Map(
  DEMO_POOLS.map(({ id }) => [
    id,
    new Set(DEMO_MEMBERS.filter(({ poolId }) => poolId === id).map(({ agentId }) => agentId)),
  ]),
)
const SERVING = new Map([...membership].map(([id, agents]) => [id, agents.size === 0 ? ('all' as const) : agents]))

/** What a sync knows of the demo company on some local days. */
function factsOf(fromDay: number, toDay: number, change: DemoChange = {}): PredictionFacts {
  const from = startOfLocalDay(fromDay)
  const to = startOfLocalDay(toDay)
  const days = Array.from({ length: toDay - fromDay }, (_, index) => demoDay(fromDay + index, change))
  const sessions = days.flatMap((day) => day.sessions)
  const steps = agentSteps(sessions, { from, to, now: to, membership: SERVING })
  return {
    batches: [
      countCells(
        days.flatMap(({ pageviews }) => pageviews),
        steps,
      ),
    ],
    countryRule: DEMO_COUNTRY_RULE,
    sessions,
    pools: DEMO_POOLS.map(({ id, isCatchAll }) => ({ id, isCatchAll, present: true })),
    members: DEMO_MEMBERS.map((member) => ({ ...member, fromDay: null, untilDay: null })),
    known: [{ start: from, end: to }],
    now: to,
  }
}

/** Each week as predicted on the eve of the first, held against one in which something is otherwise. */
function compared(
  snapshot: readonly PredictionSnapshot[],
  past: PredictionFacts,
  change: DemoChange,
): readonly WeekComparison[] {
  const later = factsOf(FIRST, FIRST + 7 * WEEKS.length, change)
  const facts = {
    ...later,
    batches: [...past.batches, ...later.batches],
    sessions: [...past.sessions, ...later.sessions],
    known: [...past.known, ...later.known],
  }
  return snapshot.map((one) => compareWeek(one, { plan, facts }))
}

const points = (weeks: readonly WeekComparison[], part: 'traffic' | 'staffing' | 'model' | 'total'): number =>
  weeks.reduce((sum, { total }) => sum + (100 * total.parts!.rate[part]) / weeks.length, 0)

describe('four weeks of a published plan of the demo company', () => {
  let past: PredictionFacts
  let snapshot: readonly PredictionSnapshot[]
  let usual: readonly WeekComparison[]
  beforeAll(() => {
    past = factsOf(FIRST - HISTORY_DAYS, FIRST)
    const options = {
      timeZone: DEMO_TIME_ZONE,
      firstDate: WEEKS[0],
      knownDays: [],
      seed: 1,
      draws: 40,
      until: past.now,
    }
    const known = pastOf(past, past.now)
    const learned = learn(known, options)
    snapshot = WEEKS.map((firstDate) => {
      const inputs = inputsOfWeek(known, learned, { ...options, firstDate })
      const schedule = intervalsInWeek(plan, inputs)
      return predictionSnapshot(
        inputs,
        createPlanPredictor(inputs).predict(schedule),
        weekBands(inputs, { schedule, baseline: null }),
      )
    })
    usual = compared(snapshot, past, {})
  })

  it('went about as predicted, with parts that add up to the last digit that counts', () => {
    expect(Math.abs(points(usual, 'total'))).toBeLessThan(3)
    const { days, hours, cells } = usual[0]!.detail()
    for (const { parts } of [...usual.map(({ total }) => total), ...days, ...hours, ...cells]) {
      for (const { traffic, staffing, model, total } of [parts!.rate, parts!.covered])
        expect(Math.abs(traffic + staffing + model - total)).toBeLessThan(1e-9)
    }
  })

  it('differ by traffic where only more visitors came', () => {
    const busy = compared(snapshot, past, { visitors: 1.4 })
    expect(points(busy, 'traffic')).toBeLessThan(-4)
    expect(Math.abs(points(busy, 'staffing') - points(usual, 'staffing'))).toBeLessThan(0.5)
    // Of what became otherwise most is said to be traffic; the fitted model is a little too mild about rushes, which is the rest.
    const change = points(busy, 'total') - points(usual, 'total')
    expect((points(busy, 'traffic') - points(usual, 'traffic')) / change).toBeGreaterThan(0.7)
  })

  it('differ by staffing where only three agents stayed away, who are named absent', () => {
    const away = new Set(
      DEMO_AGENTS.filter(({ name }) => ['Maya Chen', 'Tom Becker', 'Sam Whitfield'].includes(name)).map(({ id }) => id),
    )
    const short = compared(snapshot, past, { away })
    expect(points(short, 'staffing')).toBeLessThan(-5)
    expect(points(short, 'traffic')).toBeCloseTo(points(usual, 'traffic'), 0)
    const change = points(short, 'total') - points(usual, 'total')
    expect((points(short, 'staffing') - points(usual, 'staffing')) / change).toBeGreaterThan(0.8)

    const facts = factsOf(FIRST, FIRST + 7, { away })
    const week = { start: startOfLocalDay(FIRST), end: startOfLocalDay(FIRST + 7) }
    const agents = adherenceOf({
      intervals: intervalsInWeek(plan, snapshot[0]!.inputs),
      sessions: facts.sessions,
      week,
      known: facts.known,
      now: facts.now,
      members: null,
    })
    expect(
      agents
        .filter(({ absentShifts, judgedShifts }) => absentShifts === judgedShifts)
        .map(({ agentId }) => agentId)
        .toSorted(),
    ).toEqual([...away].toSorted())
  })
})
