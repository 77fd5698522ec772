import { expect, it } from 'vitest'
import {
  inForceText,
  publicationText,
  publishedText,
  withdrawnText,
  withdrawText,
} from '../../../../../../renderer/features/plans/publish/published-text.ts'
import { createFormatter } from '../../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const publication = {
  id: 'p',
  version: 1,
  firstWeek: '2026-11-30',
  lastWeek: null as string | null,
  publishedAt: '2026-11-22T15:00:00.000Z',
  inForce: false,
  frozenWeeks: ['2026-11-30'],
  revision: 1,
  withdrawableFrom: '2026-11-30' as string | null,
  planId: 'plan',
  planName: 'October',
  poolId: null,
  timeZone: 'America/New_York',
  overlaps: [],
}

it('says from when a plan is live', () => {
  const text = (fields: Partial<typeof publication>, today = '2026-11-22') =>
    publishedText({ ...publication, ...fields }, today, format)
  expect(text({})).toBe('Published from 30 Nov')
  expect(text({ inForce: true }, '2026-12-02')).toBe('Live since 30 Nov')
  expect(text({ lastWeek: '2026-11-30' }, '2026-12-06')).toBe('Published from 30 Nov')
  expect(text({ lastWeek: '2026-11-30' }, '2026-12-07')).toBe('Published until 6 Dec')
  expect([inForceText(publication, format), inForceText({ ...publication, lastWeek: '2026-11-30' }, format)]).toEqual([
    'From 30 Nov 2026 until another plan is published',
    'From 30 Nov 2026 to 6 Dec 2026',
  ])
  expect(publicationText({ ...publication, inForce: true }, format)).toMatch(
    /^Published 22 Nov.* · live now · 1 week predicted$/u,
  )
})

it('says what withdrawing does, and what it did', () => {
  expect(withdrawText(publication, format)).toContain('none of its weeks has begun')
  expect(withdrawText({ ...publication, withdrawableFrom: '2026-12-07' }, format)).toContain(
    'Earlier weeks stay, with their forecasts.',
  )
  expect(withdrawnText({ from: '2026-12-07', heldBy: null }, format)).toMatch(
    /^Withdrawn\. No plan is published from .*2026\.$/u,
  )
  expect(withdrawnText({ from: '2026-12-07', heldBy: { planName: 'Easter' } }, format)).toMatch(
    /^Withdrawn\. “Easter” is live again from .*2026\.$/u,
  )
})
