import { afterEach, describe, expect, it } from 'vitest'
import { planFromFile } from '../../../../shared/contract/plan-file.ts'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import {
  assembleInputs,
  inputsOfWeek,
  type AssembleOptions,
  weekAssembler,
} from '../../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../../shared/predict/assemble/facts.ts'
import { learn } from '../../../../shared/predict/assemble/learn.ts'
import { originOf, pastOf } from '../../../../shared/predict/assemble/past.ts'
import { intervalsInWeek } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { wholeDay } from '../../../../shared/predict/forecast/known-days.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { FIRST_DAY, smallHistory } from './small-history.ts'

const WEEKS = 5
const WEEK = addDays('2026-01-05', 7 * WEEKS)
const OPTIONS: AssembleOptions = { timeZone: 'UTC', firstDate: WEEK, knownDays: [], seed: 3, draws: 20 }
const HISTORY = smallHistory({ days: 7 * WEEKS })

describe('the inputs of a prediction', () => {
  const { TZ } = process.env
  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ']
    else process.env['TZ'] = TZ
  })

  it('know that a marked day is less certain', () => {
    const marked = assembleInputs(HISTORY, {
      ...OPTIONS,
      knownDays: [wholeDay(addDays(WEEK, 2), { class: 'public', name: 'Founders’ day' })],
    })
    expect(marked.pools[0]!.markedCv!.map((cv) => cv > 0)).toEqual([false, false, true, false, false, false, false])
    expect(assembleInputs(HISTORY, OPTIONS).pools[0]!.markedCv).toBeUndefined()
  })

  it('know a day to come that was not known when the rest was learned', () => {
    const past = pastOf(HISTORY, originOf(HISTORY, OPTIONS))
    const marked = {
      ...OPTIONS,
      knownDays: [wholeDay(addDays(WEEK, 2), { class: 'public', name: 'Founders’ day' })],
    }
    expect(inputsOfWeek(past, learn(past, OPTIONS), marked)).toEqual(assembleInputs(HISTORY, marked))
  })

  it('of many weeks are those of each alone', () => {
    const past = pastOf(HISTORY, originOf(HISTORY, OPTIONS))
    const learned = learn(past, OPTIONS)
    const ofWeek = weekAssembler(past, learned, OPTIONS)
    for (const week of [0, 3, 30]) {
      const one = { firstDate: addDays(WEEK, 7 * week), seed: week }
      expect(ofWeek(one).inputs).toEqual(inputsOfWeek(past, learned, { ...OPTIONS, ...one }))
    }
  })

  it('are of all pools that have visitors or that the source names, those without a pool last', () => {
    const inputs = assembleInputs(HISTORY, OPTIONS)
    expect(inputs.pools.map(({ poolId, members }) => [poolId, members])).toEqual([
      ['sales', ['ann', 'bob']],
      ['support', ['ann']],
      [null, null],
    ])
    expect(inputs.starts).toHaveLength(672)
    expect(inputs.origin).toBe(FIRST_DAY + 7 * WEEKS * DAY_MS)
  })

  it('know nothing of what came after the begin of the week, whatever it was', () => {
    const expected = assembleInputs(HISTORY, OPTIONS)
    for (const factor of [1, 0, 30]) {
      const later = smallHistory({ days: 7 * (WEEKS + 2), visitorsFrom: { day: 7 * WEEKS, factor } })
      expect(assembleInputs(later, OPTIONS)).toEqual(expected)
    }
  })

  it('know nothing of what came after the instant that was asked for', () => {
    const until = FIRST_DAY + 20 * DAY_MS
    const expected = assembleInputs(smallHistory({ days: 20 }), OPTIONS)
    expect(expected.origin).toBe(until)
    expect(assembleInputs(HISTORY, { ...OPTIONS, until })).toEqual(expected)
  })

  it('are the same every time, wherever the computer is', () => {
    const expected = JSON.stringify(assembleInputs(HISTORY, OPTIONS))
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      process.env['TZ'] = zone
      expect(JSON.stringify(assembleInputs(HISTORY, OPTIONS))).toBe(expected)
    }
    expect(JSON.stringify(assembleInputs(smallHistory({ days: 7 * WEEKS }), OPTIONS))).toBe(expected)
  })

  it('survive JSON unchanged', () => {
    const inputs = assembleInputs(HISTORY, OPTIONS)
    expect(JSON.parse(JSON.stringify(inputs))).toEqual(inputs)
  })

  it('count all countable visits, and no others', () => {
    const everything = assembleInputs({ ...HISTORY, countryRule: null }, OPTIONS)
    const countable = assembleInputs(HISTORY, OPTIONS)
    expect(weekTotal(countable) / weekTotal(everything)).toBeCloseTo(0.9, 1)
  })

  it('are learned once for all weeks ahead that begin on the same weekday', () => {
    const past = pastOf(HISTORY, originOf(HISTORY, OPTIONS))
    const learned = learn(past, OPTIONS)
    const later = { ...OPTIONS, firstDate: addDays(WEEK, 14) }
    expect(inputsOfWeek(past, learned, later)).toEqual(assembleInputs(HISTORY, later))
  })

  it('take no shift in which a session was forgotten for an absence', () => {
    const isForgotten = (day: number): boolean => day % 7 === 2 && day < 14
    // Signed on for days: neither when that ended nor what came in between is known.
    const sessions = HISTORY.sessions.map((session) =>
      session.agentId === 'bob' && isForgotten(Math.floor((session.startedAt - FIRST_DAY) / DAY_MS))
        ? { ...session, endedAt: session.endedAt! + DAY_MS }
        : session,
    )
    const shows = (facts: typeof HISTORY): number => assembleInputs(facts, OPTIONS).attendance.agents['bob']!.shows
    const missed = HISTORY.sessions.filter(
      ({ agentId, startedAt }) => agentId !== 'bob' || !isForgotten(Math.floor((startedAt - FIRST_DAY) / DAY_MS)),
    )
    expect(shows({ ...HISTORY, sessions })).toBeGreaterThan(shows({ ...HISTORY, sessions: missed }))
    expect(shows({ ...HISTORY, sessions })).toBeCloseTo(shows(HISTORY), 2)
  })

  it('leave a deactivated agent out of the usual staffing of weeks ahead, and keep what the agent did', () => {
    const since = HISTORY.now - DAY_MS
    const facts = { ...HISTORY, inactive: { bob: since } }
    const [known, left] = [assembleInputs(HISTORY, OPTIONS), assembleInputs(facts, OPTIONS)]
    const most = ({ typical }: typeof known): number => Math.max(...typical.agents)
    expect([most(known), most(left)]).toEqual([2, 1])
    expect(left.inactive).toEqual({ bob: since })
    expect(left.attendance).toEqual(known.attendance)
    expect(left.pools.map(({ model, visitors }) => ({ model, visitors }))).toEqual(
      known.pools.map(({ model, visitors }) => ({ model, visitors })),
    )
    // Of a past week it is not known yet that the agent will be.
    const past = { ...OPTIONS, firstDate: addDays(WEEK, -14) }
    expect(assembleInputs(facts, past)).toEqual(assembleInputs(HISTORY, past))
    expect(assembleInputs({ ...HISTORY, inactive: { bob: since + 30 * DAY_MS } }, OPTIONS).typical).toEqual(
      known.typical,
    )
  })

  it('take everybody to serve every pool where membership is not known, and say so', () => {
    const { pools } = assembleInputs({ ...HISTORY, members: null }, OPTIONS)
    expect(pools.map(({ members }) => members)).toEqual([null, null, null])
    expect(pools.flatMap(({ model }) => model.warnings.map(({ kind }) => kind))).toContain('membership-unknown')
  })

  it('take everybody to serve a catch-all pool that lists nobody, and see nothing wrong with that', () => {
    const pools = HISTORY.pools!.map((pool) => ({ ...pool, isCatchAll: pool.id === 'support' }))
    const members = HISTORY.members!.filter(({ poolId }) => poolId !== 'support')
    const support = assembleInputs({ ...HISTORY, pools, members }, OPTIONS).pools.find(
      ({ poolId }) => poolId === 'support',
    )!
    expect(support.members).toBeNull()
    expect(support.model.warnings.map(({ kind }) => kind)).not.toContain('membership-unknown')
  })

  it.each([
    ['nothing at all', smallHistory({ days: 0 })],
    ['a single day', smallHistory({ days: 1 })],
    ['no sessions', { ...HISTORY, sessions: [] }],
  ])('predict, with warnings, from %s', (_, facts) => {
    const inputs = assembleInputs(facts, OPTIONS)
    expect(inputs.pools.length).toBeGreaterThan(0)
    const plan = planFromFile({
      name: 'Days',
      timeZone: 'UTC',
      kind: 'weekly',
      shifts: [1, 2, 3].map((dayOfWeek) => ({ agentId: 'ann', dayOfWeek, start: '09:00', end: '17:00' })),
    })
    const { totals } = createPlanPredictor(inputs).predict(intervalsInWeek(plan, inputs))
    // As many a day as came on the days that are known, give or take what weekdays differ.
    const days = Math.max(1, facts.known.length)
    expect(totals.visitors).toBeGreaterThanOrEqual(0.9 * 7 * (visitorsOf(facts) / days))
    expect(totals.visitors).toBeLessThanOrEqual(1.1 * 7 * (visitorsOf(facts) / days))
    expect(totals.visitors).toBeCloseTo(weekTotal(inputs), 6)
    expect(totals.covered).toBeLessThanOrEqual(totals.visitors)
    expect(inputs.pools.flatMap(({ model }) => model.warnings).length).toBeGreaterThan(0)
  })
})

/** The visitors who count: those of no blocked country. */
function visitorsOf({ batches }: PredictionFacts): number {
  return batches.reduce(
    (sum, { cells, dictionary }) =>
      sum +
      cells.visitors.reduce(
        (total, count, cell) => total + (dictionary.countries[cells.country[cell]!] === 'AU' ? 0 : count),
        0,
      ),
    0,
  )
}

function weekTotal({ pools }: ReturnType<typeof assembleInputs>): number {
  return pools.reduce((sum, { visitors }) => sum + visitors.reduce((total, value) => total + value, 0), 0)
}
