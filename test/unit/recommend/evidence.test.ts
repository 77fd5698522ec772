import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { coverageWith } from '../../../shared/predict/model/coverage.ts'
import { assembleInputs } from '../../../shared/predict/assemble/assemble-inputs.ts'
import { fitInputOfPools, fitPools } from '../../../shared/predict/assemble/learn.ts'
import { pastOf } from '../../../shared/predict/assemble/past.ts'
import { backtestWeek } from '../../../shared/recommend/backtest-week.ts'
import { cellsOf, gatherEvidence, recommend } from '../../../shared/recommend/index.ts'
import { FIRST_DAY, smallHistory } from '../predict/assemble/small-history.ts'
import { options } from './made-up-evidence.ts'

const DAYS = 56
const facts = smallHistory({ days: DAYS, visitorsFrom: { day: 0, factor: 10 } })
const week = { timeZone: 'UTC', firstDate: '2026-03-02', knownDays: [], seed: 1, draws: 20 }
const past = pastOf(facts, facts.now)
const fitted = fitPools(past, week)
const fit = { input: fitInputOfPools(past, fitted.pools, 'UTC'), model: fitted.model }
const range = { start: FIRST_DAY + 28 * DAY_MS, end: FIRST_DAY + 56 * DAY_MS }
const evidence = gatherEvidence({ facts, fit, timeZone: 'UTC', range, known: [range] })

describe('the evidence of a range', () => {
  it('holds every visit that counts, pool by pool', () => {
    expect(evidence.pools.map(({ poolId }) => poolId)).toEqual(['sales', 'support', null])
    const inRange = facts.batches
      .flatMap(({ cells, dictionary }) =>
        Array.from({ length: cells.length }, (_, row) => ({
          slot: cells.slot[row]! * 900_000,
          country: dictionary.countries[cells.country[row]!],
          visitors: cells.visitors[row]!,
          covered: cells.covered[row]!,
        })),
      )
      .filter(({ slot, country }) => slot >= range.start && slot < range.end && country !== 'AU')
    const all = evidence.pools.flatMap(({ cells }) => cells)
    expect(total(all.map(({ visitors }) => visitors))).toBe(total(inRange.map(({ visitors }) => visitors)))
    expect(total(all.map(({ covered }) => covered))).toBe(total(inRange.map(({ covered }) => covered)))
    for (const { met, visitors } of all) expect(total(met.map((one) => one.visitors))).toBe(visitors)
  })

  it('knows each hour of the week four times in four weeks, and less of what is not known', () => {
    expect([evidence.days, new Set(evidence.hours)]).toEqual([28, new Set([4])])
    const half = gatherEvidence({
      facts,
      fit,
      timeZone: 'UTC',
      range,
      known: [{ start: range.start, end: range.start + 14.5 * DAY_MS }],
    })
    expect([half.days, half.hours[24 + 11], half.hours[24 + 12]]).toEqual([14.5, 3, 2])
  })

  it('knows hours of a local clock that goes forward', () => {
    const day = { start: Date.parse('2026-03-28T23:00:00Z'), end: Date.parse('2026-03-29T22:00:00Z') }
    const { hours, days } = gatherEvidence({ facts, fit, timeZone: 'Europe/Berlin', range: day, known: [day] })
    expect([hours[1], hours[2], hours[3], days]).toEqual([1, 0, 1, 23 / 24])
  })

  it('gives visits the load that the fit has for them, also long before it', () => {
    const noon = evidence.pools[0]!.cells[24 + 12]!
    expect(noon.met.every(({ load }) => load > 0 && load < 5)).toBe(true)
    const old = gatherEvidence({
      facts,
      fit: { ...fit, input: { ...fit.input, firstSlot: fit.input.firstSlot + 100_000 } },
      timeZone: 'UTC',
      range,
      known: [range],
    })
    expect(old.pools[0]!.cells[24 + 12]!.met.every(({ load }) => load > 0 && load < 5)).toBe(true)
  })

  it('leads to blocks at night, when nobody is there, whose agents reach the target in every hour', () => {
    const found = recommend(evidence.pools.slice(0, 1), options({ days: evidence.days, hours: evidence.hours }))
    const night = found.find(({ startHour }) => startHour === 17)!
    expect(night).toMatchObject({
      endHour: 24,
      dayIndices: [0, 1, 2, 3, 4, 5, 6],
      reason: { kind: 'nobody-online' },
      basis: 'model',
    })
    const { cells, service, loadFactors } = evidence.pools[0]!
    for (const cell of cellsOf(night).filter((index) => cells[index]!.visitors > 0)) {
      const covered = total(
        cells[cell]!.met.map(
          ({ load, agents, visitors }) =>
            visitors * coverageWith(agents + night.suggestedAgents, load * loadFactors[cell]!, service),
        ),
      )
      expect(covered / cells[cell]!.visitors).toBeGreaterThanOrEqual(0.9)
    }
  })

  it('is too thin to fit after a few days, and says so', () => {
    const few = smallHistory({ days: 5 })
    const short = pastOf(few, few.now)
    const { pools, model } = fitPools(short, week)
    const thin = gatherEvidence({
      facts: few,
      fit: { input: fitInputOfPools(short, pools, 'UTC'), model },
      timeZone: 'UTC',
      range: { start: FIRST_DAY, end: few.now },
      known: [{ start: FIRST_DAY, end: few.now }],
    })
    expect(thin.pools.every(({ isThin }) => isThin)).toBe(true)
    expect(
      recommend(thin.pools, options({ days: thin.days, hours: thin.hours })).every(
        ({ basis, reason }) => basis === 'rule' && reason.rule !== null,
      ),
    ).toBe(true)
  })
})

describe('a week that is tried', () => {
  const firstDate = '2026-02-23'
  const inputs = assembleInputs(facts, { ...week, firstDate })

  it('is predicted from what was known before it, and held against what came', () => {
    const tried = backtestWeek(facts, inputs, { schedule: 'typical', poolId: undefined })
    expect(inputs.origin).toBe(Date.parse('2026-02-23T00:00:00Z'))
    const came = gatherEvidence({
      facts,
      fit,
      timeZone: 'UTC',
      range: { start: inputs.origin, end: inputs.origin + 7 * DAY_MS },
      known: [],
    }).pools.flatMap(({ cells }) => cells)
    expect([tried.week, tried.visitors, tried.covered]).toEqual([
      firstDate,
      total(came.map(({ visitors }) => visitors)),
      total(came.map(({ covered }) => covered)),
    ])
    expect(Math.abs(tried.predictedCovered / tried.predictedVisitors - tried.covered / tried.visitors)).toBeLessThan(
      0.1,
    )
    expect(total(tried.cells.map(({ predictedVisitors }) => predictedVisitors))).toBeCloseTo(tried.predictedVisitors, 6)
    expect(tried.cells.every(({ lower80, upper80 }) => lower80 <= upper80)).toBe(true)
  })

  it('is the sum of its pools, each tried on its own', () => {
    const all = backtestWeek(facts, inputs, { schedule: 'typical', poolId: undefined })
    const pools = ['sales', 'support', null].map((poolId) =>
      backtestWeek(facts, inputs, { schedule: 'typical', poolId }),
    )
    const sum = (key: 'visitors' | 'covered' | 'predictedVisitors' | 'predictedCovered'): number =>
      total(pools.map((pool) => pool[key]))
    expect([sum('visitors'), sum('covered')]).toEqual([all.visitors, all.covered])
    expect([sum('predictedVisitors'), sum('predictedCovered')]).toEqual([
      expect.closeTo(all.predictedVisitors, 6),
      expect.closeTo(all.predictedCovered, 6),
    ])
    for (const { visitors, band } of pools) {
      expect(visitors).toBeGreaterThan(0)
      expect(visitors).toBeLessThan(all.visitors)
      expect(band.upper80 - band.lower80).toBeGreaterThan(0)
    }
  })

  it('covers nobody under a plan without shifts', () => {
    const { predictedCovered, covered } = backtestWeek(facts, inputs, { schedule: [], poolId: undefined })
    expect(predictedCovered).toBe(0)
    expect(covered).toBeGreaterThan(0)
  })
})

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
