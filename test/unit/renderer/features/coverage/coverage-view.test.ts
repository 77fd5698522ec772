import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoverageView,
  DEFAULT_VIEW,
  formatView,
  parseView,
  TABS,
} from '../../../../../renderer/features/coverage/coverage-view.ts'
import { pagesIn } from '../../../../../renderer/features/coverage/page-choice.ts'
import { NAMED_RANGES } from '../../../../../renderer/app/range/named-range.ts'
import { rangeDates, PRESET_DAYS } from '../../../../../renderer/app/range/range-choice.ts'
import { poolIdOf } from '../../../../../renderer/app/pools/pool-choice.ts'
import { addDays } from '../../../../../shared/time/local.ts'

const dates = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 400 })).map(([start, length]) => {
  const from = addDays('2020-01-01', start)
  return { kind: 'dates' as const, from, to: addDays(from, length) }
})
const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}$/), { minLength: 1, maxLength: 5 })
const views: fc.Arbitrary<CoverageView> = fc.record({
  range: fc.oneof(
    fc.constantFrom(...PRESET_DAYS).map((days) => ({ kind: 'last' as const, days })),
    fc.constantFrom(...NAMED_RANGES).map((name) => ({ kind: 'named' as const, name })),
    dates,
  ),
  timeZone: fc.constantFrom(null, 'America/New_York', 'Asia/Kathmandu'),
  pool: fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.constant({ kind: 'none' as const }),
    fc.string({ minLength: 1 }).map((id) => ({ kind: 'pool' as const, id })),
  ),
  countries: fc.oneof(
    fc.constant(null),
    fc.constant({ mode: 'blocklist' as const, countries: [] }),
    fc.record({ mode: fc.constantFrom('blocklist' as const, 'allowlist' as const), countries: codes }),
  ),
  pages: fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.constant({ kind: 'other' as const }),
    fc.string({ minLength: 1 }).map((name) => ({ kind: 'class' as const, name })),
  ),
  byValue: fc.boolean(),
  tab: fc.constantFrom(...TABS),
  asTable: fc.boolean(),
  trendAsTable: fc.boolean(),
  cell: fc.oneof(
    fc.constant(null),
    fc.record({ dayOfWeek: fc.integer({ min: 0, max: 6 }), hour: fc.integer({ min: 0, max: 23 }) }),
  ),
  block: fc.oneof(
    fc.constant(null),
    fc
      .record({
        dayIndices: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
        startHour: fc.integer({ min: 0, max: 23 }),
        hours: fc.integer({ min: 1, max: 24 }),
      })
      .map(({ dayIndices, startHour, hours }) => ({
        dayIndices,
        startHour,
        endHour: Math.min(24, startHour + hours),
      })),
  ),
})

describe('the view of the coverage screen', () => {
  it('survives the address', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(formatView(view))).toEqual(view)
      }),
    )
  })

  it('always says its dates, because an address that says nothing means "as it was"', () => {
    expect(formatView(DEFAULT_VIEW)).toEqual({ days: '30' })
  })

  it('is as usual where the address makes no sense', () => {
    expect(parseView({ days: '31', zone: 'Mars/Base', tab: 'pie', cell: '7-3', pool: 'x', countries: 'not:' })).toEqual(
      {
        ...DEFAULT_VIEW,
        countries: { mode: 'blocklist', countries: [] },
      },
    )
    expect(parseView({ from: '2026-03-10', to: '2026-03-01', cell: '1-24' })).toEqual(DEFAULT_VIEW)
    for (const block of ['1', '51_12-14', '11_12-14', '7_12-14', '1_14-12', '1_12-25', '_1-2'])
      expect(parseView({ block })).toEqual(DEFAULT_VIEW)
    expect(parseView({ from: '2026-02-30', to: '2026-03-01' })).toEqual(DEFAULT_VIEW)
  })

  it('takes the last days up to today', () => {
    const context = { today: '2026-03-16', firstDayOfWeek: 1, firstKnownDate: null }
    expect(rangeDates({ kind: 'last', days: 7 }, context)).toEqual({ from: '2026-03-10', to: '2026-03-16' })
    expect(rangeDates({ kind: 'dates', from: '2026-01-01', to: '2026-01-02' }, context)).toEqual({
      from: '2026-01-01',
      to: '2026-01-02',
    })
  })

  it('is of all pages where no rule has the chosen class any more', () => {
    const rules = [{ pageClass: 'Pricing', match: 'path' as const, text: '/pricing', weight: 3 }]
    const pricing = { kind: 'class' as const, name: 'Pricing' }
    expect(pagesIn(pricing, rules)).toBe(pricing)
    expect(pagesIn({ kind: 'other' }, rules)).toEqual({ kind: 'other' })
    expect(pagesIn({ kind: 'class', name: 'Blog' }, rules)).toEqual({ kind: 'all' })
    expect(pagesIn({ kind: 'other' }, [])).toEqual({ kind: 'all' })
  })

  it('tells all pools from "No pool"', () => {
    expect(poolIdOf({ kind: 'all' })).toBeUndefined()
    expect(poolIdOf({ kind: 'none' })).toBeNull()
    expect(poolIdOf({ kind: 'pool', id: 'sales' })).toBe('sales')
  })
})
