import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWeek } from '../../../shared/compare/compare-week.ts'
import { type Compared, differenceOf } from '../../../shared/compare/compared.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { tries } from '../../support/deep.ts'
import { sumOver, coverageFromCube } from './known-figures.ts'
import { smallHistory } from '../predict/assemble/small-history.ts'
import { published, usualPlan, WEEK_START } from './published-week.ts'

const facts = smallHistory({ days: 56 })
const plan = usualPlan()
const snapshot = published(facts, plan)

/** How far the parts are from the whole, at most. */
function gap({ parts, actual, predictedOfKnown, ...rest }: Compared): number {
  if (parts === null) return 0
  const sum = ({ traffic, staffing, model }: typeof parts.rate): number => traffic + staffing + model
  return Math.max(
    Math.abs(sum(parts.rate) - differenceOf({ actual, predictedOfKnown, ...rest })!),
    Math.abs(sum(parts.covered) - (actual!.covered - predictedOfKnown!.covered)),
  )
}

describe('a published week that is over', () => {
  const compared = compareWeek(snapshot, { plan, facts })
  const detail = compared.detail()

  it('has the visitors of the coverage report, and what was kept as predicted', () => {
    expect(compared.state).toBe('over')
    expect(compared.total.actual).toMatchObject(
      coverageFromCube(facts, { from: WEEK_START, to: WEEK_START + 7 * DAY_MS }),
    )
    expect(compared.total.predicted.visitors).toBeCloseTo(snapshot.totals.visitors, 3)
    expect(compared.total.predicted.covered).toBeCloseTo(snapshot.totals.covered, 3)
    expect(compared.total.knownShare).toBe(1)
    expect(compared.total.insideBand80).toBe(
      coverageFraction(compared.total.actual!, 1) >= snapshot.bands.coverageRate.lower80 &&
        coverageFraction(compared.total.actual!, 1) <= snapshot.bands.coverageRate.upper80,
    )
  })

  it('adds up: days, hours and cells to the week, and parts to every difference', () => {
    for (const pieces of [detail.days, detail.hours, detail.cells]) {
      for (const kind of ['visitors', 'covered'] as const) {
        expect(sumOver(pieces, kind, 'predicted')).toBeCloseTo(compared.total.predicted[kind], 6)
        expect(sumOver(pieces, kind, 'actual')).toBe(compared.total.actual![kind])
      }
      for (const part of ['traffic', 'staffing', 'model', 'total'] as const) {
        expect(pieces.reduce((sum, { parts }) => sum + (parts?.covered[part] ?? 0), 0)).toBeCloseTo(
          compared.total.parts!.covered[part],
          6,
        )
      }
      expect(Math.max(...pieces.map(gap))).toBeLessThan(1e-9)
    }
    expect(gap(compared.total)).toBeLessThan(1e-9)
    expect(detail.days.map(({ date }) => date)).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
    ])
  })

  it('has a band for each day and each hour of the day, wider than the week’s, about what was predicted', () => {
    const hours = detail.hours.filter(({ predicted, actual }) => predicted.covered > 1 && actual!.visitors > 0)
    expect(hours.length).toBeGreaterThan(6)
    for (const { band, predicted, actual, insideBand80 } of [...detail.days, ...hours]) {
      expect(band!.lower80).toBeLessThan(coverageFraction(predicted, 1))
      expect(band!.upper80).toBeGreaterThan(coverageFraction(predicted, 1))
      expect(band!.upper80 - band!.lower80).toBeGreaterThan(
        snapshot.bands.coverageRate.upper80 - snapshot.bands.coverageRate.lower80,
      )
      expect(insideBand80).toBe(
        coverageFraction(actual!, 1) >= band!.lower80 && coverageFraction(actual!, 1) <= band!.upper80,
      )
    }
  })

  it('says what the model gives with the visitors and agents there were, and whether the rest is more than chance', () => {
    const { rate, band, isChance } = detail.expected!
    expect(rate).toBeGreaterThan(band.lower95)
    expect(rate).toBeLessThan(band.upper95)
    expect(rate + compared.total.parts!.rate.model).toBeCloseTo(coverageFraction(compared.total.actual!, 1), 12)
    expect(isChance).toBe(
      coverageFraction(compared.total.actual!, 1) >= band.lower80 &&
        coverageFraction(compared.total.actual!, 1) <= band.upper80,
    )
  })

  it('is of the plan’s pool alone where the plan is for one', () => {
    const ofSales = usualPlan('sales')
    const sales = compareWeek(published(facts, ofSales), { plan: ofSales, facts })
    expect(sales.total.actual).toMatchObject(
      coverageFromCube(facts, { from: WEEK_START, to: WEEK_START + 7 * DAY_MS, poolId: 'sales' }),
    )
    expect(gap(sales.total)).toBeLessThan(1e-9)
  })

  it('counts visitors of a pool that is newer than the prediction, and leaves them to the rest', () => {
    const [batch] = facts.batches
    const renamed = {
      ...facts,
      batches: [
        {
          ...batch!,
          dictionary: {
            ...batch!.dictionary,
            pools: batch!.dictionary.pools.map((pool) => (pool === 'support' ? 'brand-new' : pool)),
          },
        },
      ],
    }
    const week = compareWeek(snapshot, { plan, facts: renamed })
    expect(week.total.actual).toEqual(compared.total.actual)
    expect(week.unknownPoolVisitors).toBe(
      coverageFromCube(facts, { from: WEEK_START, to: WEEK_START + 7 * DAY_MS, poolId: 'support' }).visitors,
    )
    expect(gap(week.total)).toBeLessThan(1e-9)
  })
})

describe('a published week of which not all is known', () => {
  it('shows, while it runs, what is known so far beside what was predicted of that', () => {
    const until = WEEK_START + 3 * DAY_MS + 10 * HOUR_MS
    const running = compareWeek(snapshot, { plan, facts, until })
    expect(running.state).toBe('running')
    expect(running.total.knownShare).toBeCloseTo((3 * 24 + 10) / 168, 12)
    expect(running.total.actual).toMatchObject(coverageFromCube(facts, { from: WEEK_START, to: until }))
    expect(running.total.predictedOfKnown!.visitors).toBeLessThan(running.total.predicted.visitors)
    expect(running.total.insideBand80).toBeNull()
    const { days } = running.detail()
    expect(days.map(({ actual }) => actual === null)).toEqual([false, false, false, false, true, true, true])
    expect(days[3]!.knownShare).toBeCloseTo(10 / 24, 12)
    expect(days[4]).toMatchObject({ parts: null, knownShare: 0, insideBand80: null })
  })

  it('takes a day that was not synced for unknown and never for empty', () => {
    const without = { ...facts, known: facts.known.filter(({ start }) => start !== WEEK_START + 2 * DAY_MS) }
    const week = compareWeek(snapshot, { plan, facts: without })
    expect(week.state).toBe('partly-known')
    expect(week.total.knownShare).toBeCloseTo(6 / 7, 12)
    expect(week.total.insideBand80).toBeNull()
    expect(week.detail().days[2]).toMatchObject({ actual: null, predictedOfKnown: null })
    expect(compareWeek(snapshot, { plan, facts: { ...facts, known: [] } })).toMatchObject({
      state: 'unknown',
      total: { actual: null, parts: null },
    })
  })

  it('has nothing before it begins', () => {
    expect(compareWeek(snapshot, { plan, facts, until: WEEK_START })).toMatchObject({
      state: 'ahead',
      total: { actual: null },
    })
    expect(compareWeek(snapshot, { plan, facts, until: WEEK_START }).detail().expected).toBeNull()
  })

  it('adds up, whatever is known of it', () => {
    const spans = fc.uniqueArray(fc.integer({ min: 42, max: 49 }), { minLength: 1 })
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 8 * 96 }), (days, quarters) => {
        const some = { ...facts, known: facts.known.filter((_, index) => days.includes(index)) }
        const week = compareWeek(snapshot, { plan, facts: some, until: WEEK_START + quarters * 900_000 })
        const { days: ofDays, hours } = week.detail()
        expect(Math.max(gap(week.total), ...ofDays.map(gap), ...hours.map(gap))).toBeLessThan(1e-9)
        expect(ofDays.reduce((sum, { actual }) => sum + (actual?.visitors ?? 0), 0)).toBe(
          week.total.actual?.visitors ?? 0,
        )
      }),
      tries(4, 3),
    )
  })
})

describe('why it differed', () => {
  it('is traffic where only the visitors were others', () => {
    const busier = smallHistory({ days: 56, visitorsFrom: { day: 42, factor: 1.6 } })
    const { total } = compareWeek(snapshot, { plan, facts: { ...busier, sessions: facts.sessions } })
    expect(total.parts!.covered.traffic).toBeGreaterThan(0.7 * total.parts!.covered.total)
    expect(Math.abs(total.parts!.covered.staffing)).toBeLessThan(0.2 * total.parts!.covered.traffic)
  })

  it('is staffing where only the agents were others', () => {
    const inWeek = (at: number): boolean => at >= WEEK_START && at < WEEK_START + 7 * DAY_MS
    const absent = { ...facts, sessions: facts.sessions.filter(({ startedAt }) => !inWeek(startedAt)) }
    const { total } = compareWeek(snapshot, { plan, facts: absent })
    expect(total.parts!.rate.staffing).toBeLessThan(-0.2)
    // Whoever was covered all the same was so by no agent the model knows of.
    expect(total.parts!.rate.model).toBeGreaterThan(0.2)
    expect(Math.abs(total.parts!.rate.traffic)).toBeLessThan(0.05)
  })
})
