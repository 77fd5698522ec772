import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agentsMore,
  blockWhen,
  lostByPoolSentence,
  lostSentence,
  planText,
  takeSentence,
  unbroken,
  wonText,
} from '../../../../../renderer/app/staffing-blocks/block-text.ts'
import { canSplit, shownBlocks } from '../../../../../renderer/app/staffing-blocks/shown-blocks.ts'
import { USUAL_AHEAD } from '../../../../../renderer/features/staffing/ahead/ahead-form.ts'
import type { Recommendation } from '../../../../../renderer/app/staffing-blocks/block-types.ts'
import {
  formatStaffingView,
  parseStaffingView,
  STAFFING_TABS,
  type StaffingView,
} from '../../../../../renderer/features/staffing/staffing-view.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { NAMED_RANGES } from '../../../../../renderer/app/range/named-range.ts'
import { blockOf as block } from '../../support/block-fixture.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: null })
const american = createFormatter({ languages: ['en-US'], firstDayOfWeek: null })

describe('the words of a block', () => {
  it('say when, in the order of the week and the clock of the region', () => {
    expect(blockWhen(block(), format)).toBe('Mon–Fri 12:00–14:00')
    expect(blockWhen(block({ dayIndices: [0, 1, 2, 4, 6] }), format)).toBe('every day except Wed and Fri, 12:00–14:00')
    expect(blockWhen(block({ dayIndices: [6] }), american)).toBe('Saturday 12–2 PM')
    expect(blockWhen(block({ startHour: 0, endHour: 24, dayIndices: [0, 6] }), format)).toBe('Sat and Sun, all day')
  })

  it('end no line within the hours', () => {
    expect([unbroken(blockWhen(block(), format)), unbroken('every day except Fri, 9 AM–1 PM')]).toEqual([
      'Mon–\u2060Fri 12:00–\u206014:00',
      'every day except Fri, 9\u00a0AM–\u20601\u00a0PM',
    ])
  })

  it('say how many agents, and what they give', () => {
    expect([agentsMore(1, format), agentsMore(1200, format)]).toEqual(['+1 agent', '+1,200 agents'])
    expect([0.4, 1, 1.4, 12.6].map((won) => wonText(won, format))).toEqual([
      'less than one more visitor covered a week',
      'about 1 more visitor covered a week',
      'about 1 more visitor covered a week',
      'about 13 more visitors covered a week',
    ])
  })

  it('say where most are lost, of so many', () => {
    const lost = { missedVisitors: 100, totalVisitors: 400 }
    expect(
      lostSentence(
        lost,
        [block(), block({ missedVisitors: 20, dayIndices: [6] }), block({ missedVisitors: 2 })],
        format,
      ),
    ).toBe('100 of 400 visitors missed, most of them Mon–Fri 12:00–14:00 and Saturday 12:00–14:00.')
    expect(lostSentence(lost, [block({ missedVisitors: 20 })], format)).toBe(
      '100 of 400 visitors missed, many of them Mon–Fri 12:00–14:00.',
    )
    expect(lostSentence(lost, [block({ missedVisitors: 3 })], format)).toBe('100 of 400 visitors missed.')
    expect(lostSentence({ missedVisitors: 0, totalVisitors: 400 }, [], format)).toBe('All 400 visitors were covered.')
  })

  it('say in which pools most are lost, where each is looked at on its own', () => {
    const poolNames = [
      { poolId: 'sales', name: 'Sales' },
      { poolId: null, name: 'No pool' },
    ]
    const lost = { missedVisitors: 100, totalVisitors: 400, poolNames } as unknown as Recommendation
    expect(
      lostByPoolSentence(
        lost,
        [
          block({ missedVisitors: 14 }),
          block({ poolId: 'sales', missedVisitors: 30 }),
          block({ poolId: 'sales', missedVisitors: 20 }),
        ],
        format,
      ),
    ).toBe('100 of 400 visitors missed, most of them in Sales and No pool.')
    expect(lostByPoolSentence({ ...lost, missedVisitors: 0 }, [], format)).toBe('All 400 visitors were covered.')
  })

  it('say whether one shift is planned or several', () => {
    expect([planText(block({ suggestedAgents: 1, dayIndices: [6] }), format), planText(block(), format)]).toEqual([
      'Add a shift for this',
      'Add shifts for this',
    ])
  })

  it('add up what all of it takes and gives', () => {
    expect(
      takeSentence([block(), block({ dayIndices: [6], suggestedAgents: 1, expectedRecoveredPerWeek: 3 })], format),
    ).toBe('Together they take 22 agent-hours a week and cover about 15 more visitors a week.')
    expect(
      takeSentence(
        [block({ expectedRecoveredPerWeek: 30 }), block(), block(), block({ expectedRecoveredPerWeek: 2.6 })],
        format,
      ),
    ).toBe(
      'Together they take 80 agent-hours a week and cover about 57 more visitors a week. The first three give 95% of that for 60 agent-hours.',
    )
  })
})

describe('the blocks that are shown', () => {
  const both = {
    blocks: [block({ poolId: 'sales' })],
    overall: [block()],
    poolNames: [
      { poolId: 'sales', name: 'Sales' },
      { poolId: null, name: 'No pool' },
    ],
  } as unknown as Recommendation

  it('are those of all pools together, or of each', () => {
    expect(shownBlocks(both, { byPool: false })).toBe(both.overall)
    expect(shownBlocks(both, { byPool: true })).toBe(both.blocks)
    expect(canSplit(both)).toBe(true)
  })

  it('are those of the one pool there is', () => {
    const one = { ...both, poolNames: both.poolNames.slice(0, 1) }
    expect([shownBlocks(one, { byPool: false }), canSplit(one)]).toEqual([one.blocks, false])
    expect(canSplit({ ...both, overall: null })).toBe(false)
  })
})

describe('the view of the staffing screen', () => {
  const view: fc.Arbitrary<StaffingView> = fc.record({
    range: fc.oneof(
      fc.constantFrom(7, 14, 30, 90).map((days) => ({ kind: 'last' as const, days })),
      fc.constantFrom(...NAMED_RANGES).map((name) => ({ kind: 'named' as const, name })),
    ),
    pool: fc.oneof(
      fc.constant({ kind: 'all' as const }),
      fc.constant({ kind: 'none' as const }),
      fc.string({ minLength: 1 }).map((id) => ({ kind: 'pool' as const, id })),
    ),
    tab: fc.constantFrom(...STAFFING_TABS),
    byPool: fc.boolean(),
    ahead: fc.record({
      months: fc.constantFrom(3, 6, 12),
      planId: fc.option(fc.uuid()),
      growth: fc.string(),
      attrition: fc.string(),
      target: fc.string(),
      worth: fc.string(),
      cost: fc.string(),
      hires: fc.string(),
      from: fc.option(fc.constantFrom('2027-02-01', '2027-12-31')),
      days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      start: fc.nat(95).map((quarter) => 15 * quarter),
      end: fc.nat(95).map((quarter) => 15 * quarter),
      ramp: fc.string(),
    }),
  })

  it('comes back from its address', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(parseStaffingView(Object.fromEntries(new URLSearchParams(formatStaffingView(one))))).toEqual(one)
        expect(Object.keys(formatStaffingView(one))).not.toEqual([])
      }),
      { seed: 1 },
    )
  })

  it('is as usual where an address makes no sense', () => {
    expect(parseStaffingView({ tab: 'no', days: '5', by: 'x', pool: 'y' })).toEqual({
      range: { kind: 'last', days: 30 },
      pool: { kind: 'all' },
      tab: 'guide',
      byPool: false,
      ahead: USUAL_AHEAD,
    })
  })
})
