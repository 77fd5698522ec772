import { describe, expect, it } from 'vitest'
import { knownDayLines, marksLine } from '../../../electron/terminal/describe-forecast.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { simpleMark, type Mark } from '../../../shared/predict/forecast/mark-days.ts'

const WEEK = { from: '2026-12-07', to: '2026-12-13', timeZone: 'UTC', origin: '2026-12-01T00:00:00Z' }
const line = (...marks: readonly Mark[]): string | null =>
  marksLine({ marks, workspace: 'Demo', organization: null, pool: null }, WEEK, createFormatter('en-US'))

describe('the marks of a week', () => {
  it('are those that reach into it, with the part that does', () => {
    const outage = { ...simpleMark('2026-12-04', 'outage'), to: '2026-12-09' }
    expect(line(outage)).toMatch(/^Marked in this week: Dec 7\s–\s9, 2026 \(outage\)\.$/u)
    expect(line({ ...outage, to: '2026-12-06' })).toBeNull()
    expect(line(simpleMark('2026-12-13', 'holiday', 'Founders day'))).toBe(
      'Marked in this week: Dec 13, 2026 (holiday: Founders day).',
    )
  })

  it('are those that come again in it', () => {
    const fair: Mark = { ...simpleMark('2024-12-08', 'event', 'Fair'), repeat: 'yearly' }
    expect(line(fair)).toBe('Marked in this week: Dec 8, 2026 (event: Fair).')
    expect(line({ ...fair, until: '2025-12-31' })).toBeNull()
  })
})

describe('the known days of a week', () => {
  it('say of an outage to come that it only widens the range', () => {
    const outage = { date: '2026-12-08', name: '2026-12-08', class: 'outage', effect: 0 } as const
    const of = { lower80: -0.43, upper80: 0.75, source: 'prior', stated: null, hours: null } as const
    expect(knownDayLines({ knownDays: [{ ...outage, ...of, known: [] }] }, createFormatter('en-US'))).toEqual([
      'Dec 8, 2026, outage: as many visitors as usual expected, 80% range −43% to +75% (not known yet).',
    ])
  })
})
