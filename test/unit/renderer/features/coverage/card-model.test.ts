import { describe, expect, it } from 'vitest'
import { cardModel as cardOf, type KnownBlocks } from '../../../../../renderer/features/coverage/card-model.ts'
import type { CoverageReport } from '../../../../../renderer/features/coverage/report.ts'
import type { Formatter } from '../../../../../renderer/format/formatter.ts'
import { blockOf as block } from '../../support/block-fixture.ts'
import { british, reportOf, visits } from '../../support/report-fixture.ts'
import { knownBlocks } from '../../../../../renderer/features/coverage/what-to-change/use-blocks.ts'

const plain = (text: string | null | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')
const noon = '2026-03-02T12:30:00Z'
/** Before anything is known of the hours to staff better. */
const cardModel = (report: CoverageReport, format: Formatter) => cardOf(report, 'unknown', format)

describe('the coverage card', () => {
  it('says how many came, were covered and missed', () => {
    const card = cardModel(reportOf({ pageviews: visits(noon, 4180, 3260) }), british)
    expect(card).toMatchObject({ visitors: '4,180', covered: '3,260', missed: '920', mood: 'lost' })
    expect(plain(card.rate)).toBe('78%')
    expect(card.headline).toBe('Most are missed Mon 12–13')
  })

  it('praises only when nobody was missed and everything is known', () => {
    const everybody = visits(noon, 10, 10)
    expect(cardModel(reportOf({ pageviews: everybody }), british)).toMatchObject({
      mood: 'good',
      headline: 'Great coverage: every visitor was covered.',
    })
    const partly = cardModel(reportOf({ pageviews: everybody, unknownDates: ['2026-03-09'] }), british)
    expect(partly.mood).toBe('partial')
    expect(plain(partly.basis)).toBe('Data for 93% of this range')
  })

  it('does not judge a range that has only just begun like a whole one', () => {
    const begun = {
      from: '2026-03-16',
      to: '2026-03-22',
      now: '2026-03-16T13:30:00Z',
      previous: visits('2026-03-10T12:00:00Z', 100, 77),
    }
    const good = cardModel(reportOf({ ...begun, pageviews: visits('2026-03-16T12:00:00Z', 10, 10) }), british)
    expect(good).toMatchObject({
      headline: 'Every visitor so far was covered.',
      basis: 'Only 13 hours of this range have passed.',
      change: null,
    })
    expect(cardModel(reportOf({ ...begun, now: '2026-03-16T01:59:00Z' }), british)).toMatchObject({
      headline: 'No coverage data: no visitors so far.',
      basis: 'Only 1 hour of this range has passed.',
    })
    const dayLater = cardModel(
      reportOf({ ...begun, now: '2026-03-17T00:00:00Z', pageviews: visits('2026-03-16T12:00:00Z', 10, 10) }),
      british,
    )
    expect(dayLater).toMatchObject({ headline: 'Great coverage: every visitor was covered.', basis: null })
    const over = cardModel(
      reportOf({
        from: '2026-03-15',
        to: '2026-03-15',
        now: '2026-03-16T00:00:00Z',
        pageviews: visits('2026-03-15T12:00:00Z', 10, 10),
      }),
      british,
    )
    expect(over.basis).toBeNull()
  })

  it('does not take an unknown range for an empty one', () => {
    expect(cardModel(reportOf({ knownShare: 0 }), british)).toMatchObject({
      mood: 'unknown',
      headline: 'No coverage data: nothing in this range has been synced yet.',
      change: null,
    })
    expect(cardModel(reportOf(), british)).toMatchObject({
      mood: 'quiet',
      headline: 'No coverage data: no visitors in this range.',
      visitors: '0',
    })
  })

  it('does not draw conclusions from a handful of visitors', () => {
    expect(cardModel(reportOf({ pageviews: visits(noon, 10, 8) }), british).headline).toBe(
      'Missed visitors are spread over the week.',
    )
  })

  it('says where most are missed by the blocks that it takes agents in, as what to change does', () => {
    const report = reportOf({ pageviews: visits(noon, 400, 300) })
    const headline = (blocks: KnownBlocks): string => cardOf(report, blocks, british).headline
    const [saturday, noons] = [
      block({ dayIndices: [6], startHour: 8, endHour: 17, missedVisitors: 60 }),
      block({ missedVisitors: 20 }),
    ]
    expect(headline([saturday, noons, block({ missedVisitors: 15 })])).toBe(
      'Most are missed Saturday 08:00–17:00 and Mon–Fri 12:00–14:00',
    )
    expect(headline([noons])).toBe('Many are missed Mon–Fri 12:00–14:00')
    expect([headline([]), headline([block({ missedVisitors: 9 })])]).toEqual([
      'Missed visitors are spread over the week.',
      'Missed visitors are spread over the week.',
    ])
  })

  it('names no hours before it is known whether those are the ones to change', () => {
    expect(cardOf(reportOf({ pageviews: visits(noon, 400, 300) }), 'awaited', british).headline).toBe(
      '100 visitors missed (no agent online or available).',
    )
  })

  it('says of the little that is known what is said of what to change', () => {
    const report = reportOf({ pageviews: visits(noon, 100, 80), knownShare: 0.3 })
    expect(cardOf(report, [block({ missedVisitors: 15 })], british).headline).toBe(
      'So far most are missed Mon–Fri 12:00–14:00',
    )
    expect(cardOf(report, [], british).headline).toBe('Not enough data yet to say when visitors are missed.')
  })

  it('says so when they are spread over the week', () => {
    const spread = Array.from({ length: 14 * 24 }, (_, hour) =>
      visits(new Date(Date.parse('2026-03-02T00:00:00Z') + hour * 3_600_000).toISOString(), 3, 2),
    ).flat()
    expect(cardModel(reportOf({ pageviews: spread }), british).headline).toBe(
      'Missed visitors are spread over the week.',
    )
  })

  it.each([
    [80, { direction: 'up', text: '3 points higher than previous 14 days' }],
    [77, { direction: 'same', text: 'No change vs. previous 14 days' }],
    [70, { direction: 'down', text: '7 points lower than previous 14 days' }],
  ] as const)('compares %i covered of 100 with the 77 of the period before', (covered, change) => {
    const report = reportOf({
      pageviews: visits(noon, 100, covered),
      previous: visits('2026-02-20T12:00:00Z', 100, 77),
    })
    expect(cardModel(report, british).change).toEqual(change)
  })

  it('tells no rate while under half of the range is known', () => {
    const early = cardModel(
      reportOf({
        pageviews: visits(noon, 100, 80),
        previous: visits('2026-02-20T12:00:00Z', 100, 77),
        knownShare: 0.05,
      }),
      british,
    )
    expect(early).toMatchObject({
      mood: 'early',
      rate: null,
      change: null,
      headline: 'Not enough data yet to say when visitors are missed.',
    })
    expect(plain(early.basis)).toBe('Data for 5% of this range so far')
    expect(plain(cardModel(reportOf({ pageviews: visits(noon, 100, 80), knownShare: 0.5 }), british).rate)).toBe('80%')
  })

  it('says what a comparison rests on, and compares with nothing that is not there', () => {
    const partly = reportOf({
      pageviews: visits(noon, 100, 80),
      previous: visits('2026-02-20T12:00:00Z', 100, 77),
      previousKnownShare: 0.6,
    })
    expect(plain(cardModel(partly, british).change?.text)).toBe(
      '3 points higher than previous 14 days (60% of them known)',
    )
    expect(cardModel(reportOf({ pageviews: visits(noon, 100, 80) }), british).change).toBeNull()
    const hardly = reportOf({
      pageviews: visits(noon, 100, 80),
      previous: visits('2026-02-20T12:00:00Z', 100, 77),
      previousKnownShare: 0.01,
    })
    expect(cardModel(hardly, british).change).toBeNull()
  })

  it('tells agents only where they are known', () => {
    const pageviews = visits(noon, 1, 0)
    const sessions = [{ agentId: 'ann', startedAt: '2026-03-02T00:00:00Z', endedAt: '2026-03-09T00:00:00Z' }]
    expect(cardModel(reportOf({ pageviews }), british).agents).toBe('no data')
    expect(cardModel(reportOf({ pageviews, sessions }), british).agents).toBe('0.5')
    expect(cardModel(reportOf({ pageviews, sessions, unknownDates: ['2026-03-03'] }), british).agents).toBeNull()
  })
})

describe('what the card goes by', () => {
  const state = { blocks: [block()], isTooEarly: false, isChanging: false, error: null }
  const all = { countries: null, pages: { kind: 'all' as const }, pool: { kind: 'all' as const } }
  const none = { starvedPools: [] }

  it('is the hours to staff better, once they are those of the figures shown', () => {
    expect(knownBlocks(state, all, none)).toBe(state.blocks)
    expect(knownBlocks({ ...state, isChanging: true }, all, none)).toBe('awaited')
    expect(knownBlocks({ ...state, blocks: null }, all, none)).toBe('awaited')
  })

  it('is the counts alone where those hours are of other visitors, or will not come', () => {
    expect(knownBlocks(state, { ...all, countries: { mode: 'allowlist', countries: ['CA'] } }, none)).toBe('unknown')
    expect(knownBlocks(state, { ...all, pages: { kind: 'class', name: 'Pricing' } }, none)).toBe('unknown')
    expect(knownBlocks({ ...state, isTooEarly: true }, all, none)).toBe('unknown')
    expect(knownBlocks({ ...state, blocks: null, error: new Error('no') }, all, none)).toBe('unknown')
    const starved = {
      starvedPools: [
        {
          poolId: 'sales',
          visitors: 100,
          covered: 0,
          days: 20,
          onlineShare: 0.9,
          isPart: false,
          recordedUnder: ['everyone'],
          text: '',
        },
      ],
    }
    expect(knownBlocks(state, { ...all, pool: { kind: 'pool', id: 'sales' } }, starved)).toBe('unknown')
    expect(knownBlocks(state, all, starved)).toBe(state.blocks)
  })
})
