import { describe, expect, it } from 'vitest'
import { refuseUnknownPast, unknownPast } from '../../../electron/backend/prediction/unknown-past.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'

const ZONE = 'America/New_York'
const at = (instant: string): number => Date.parse(instant)
/** Known from the evening of 1 March in New York on. */
const KNOWN = { start: at('2026-03-02T00:00:00Z'), end: at('2026-03-20T15:00:00Z') }
const NOW = KNOWN.end

/** What is said of a week, from what was known at an instant; null: it is not refused. */
function saidOf(week: string, origin: string, { known = [KNOWN], now = NOW } = {}): string | null {
  const before = known.flatMap(({ start, end }) =>
    start < at(origin) ? [{ start, end: Math.min(end, at(origin)) }] : [],
  )
  try {
    refuseUnknownPast({ unknownPast: unknownPast({ known, now }, { known: before, origin: at(origin) }, ZONE) }, week)
    return null
  } catch (error) {
    const { code, message, next } = toErrorReport(error)
    return `${code}: ${message} ${next}`
  }
}

describe('a week before the history', () => {
  it('is refused with the first whole local day that is known', () => {
    expect(saidOf('2020-01-06', '2020-01-06T05:00:00Z')).toBe(
      'not-found: There is no history before 2020-01-06, so there is no prediction for the week of 2020-01-06. The first day known is 2026-03-02. Choose a week after it.',
    )
  })

  it('is refused while only some hours before it are known, and allowed from one whole day on', () => {
    expect(saidOf('2026-03-02', '2026-03-02T05:00:00Z')).toMatch(/There is no history before 2026-03-02/u)
    expect(saidOf('2026-03-03', '2026-03-03T05:00:00Z')).toBe(null)
    expect(saidOf('2026-03-23', '2026-03-20T15:00:00Z')).toBe(null)
  })

  it('is distinguished from a first day that is not over', () => {
    const now = at('2026-03-02T15:00:00Z')
    expect(saidOf('2026-03-09', '2026-03-02T15:00:00Z', { known: [{ start: KNOWN.start, end: now }], now })).toMatch(
      /Not one whole day is known yet\. Sync again when 2026-03-02 is over\.$/u,
    )
  })

  it('is distinguished from a source in which there never was anything', () => {
    expect(saidOf('2026-03-23', '2026-03-20T15:00:00Z', { known: [] })).toMatch(
      /The source has no visit and no session of any day that was synced\. Sync again when there are visits\.$/u,
    )
  })
})
