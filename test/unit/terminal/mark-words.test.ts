import { describe, expect, it } from 'vitest'
import { markedText, markText, refuseRepeating } from '../../../electron/terminal/commands/marks.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'

const FORMAT = createFormatter('en-US', 'en')

describe('a mark in words', () => {
  it('says from when on a weekly one is usual', () => {
    const fair = { ...simpleMark('2026-01-05', 'event', 'Fair'), repeat: 'weekly' as const }
    expect(markText(fair, FORMAT)).toBe('event, Fair, every week, usual from Feb 2, 2026')
    expect(markText({ ...fair, until: '2026-01-20' }, FORMAT)).toBe('event, Fair, every week, until Jan 20, 2026')
  })

  it('names the mark that it replaced', () => {
    const mark = { ...simpleMark('2026-12-07', 'event', 'Launch'), hours: { start: 1080, end: 1200 } }
    expect(markedText({ mark, replaced: null }, FORMAT)).toBe('Dec 7, 2026 is marked: event, Launch, 18:00-20:00.')
    expect(markedText({ mark, replaced: simpleMark('2026-12-07', 'outage') }, FORMAT)).toBe(
      'Dec 7, 2026 is marked: event, Launch, 18:00-20:00. This replaced: outage.',
    )
  })
})

describe('a mark that repeats', () => {
  const newsletter = {
    ...simpleMark('2026-12-07', 'event', 'Newsletter'),
    repeat: 'monthly' as const,
    effect: { kind: 'share' as const, value: 0.4 },
  }

  it('is not replaced unasked', () => {
    expect(() => refuseRepeating([newsletter], '2026-12-07', FORMAT)).toThrow(
      'A mark that repeats begins on Dec 7, 2026: event, Newsletter, every month, +40% expected. It was kept',
    )
  })

  it('is in the way of no mark that begins on another date', () => {
    expect(() => refuseRepeating([newsletter], '2026-12-08', FORMAT)).not.toThrow()
    expect(() => refuseRepeating([simpleMark('2026-12-07', 'event')], '2026-12-07', FORMAT)).not.toThrow()
  })
})
