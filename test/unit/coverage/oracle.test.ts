import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculateCoverage } from '../../../shared/coverage/index.ts'
import { tries } from '../../support/deep.ts'
import { coverageCase } from './arbitraries.ts'
import { bruteForceFigures } from './oracle.ts'

const TICK_MS = 5 * 60_000

describe('coverage figures', () => {
  it('equal those found by asking the wall clock every five minutes, for any events, range, now, filter and zone', () => {
    fc.assert(
      fc.property(coverageCase({ maxDays: 4, tickMs: TICK_MS }), ({ pageviews, sessions, options }) => {
        expect(calculateCoverage(pageviews, sessions, options)).toEqual(
          bruteForceFigures({ pageviews, sessions }, options, TICK_MS),
        )
      }),
      tries(40, 21),
    )
  }, 60_000)

  it.each(['2026-04-05', '2026-10-04'])(
    'equal them too for visits and sessions on the very edges of hours after a change by 30 minutes, on %s',
    (date) => {
      const halfHour = 30 * 60_000
      const instants = Array.from(
        { length: 120 },
        (_, index) => Date.parse(date) - 20 * halfHour * 2 + index * halfHour,
      )
      const pageviews = instants.map((createdAt, index) => ({ createdAt, agentId: index % 3 === 0 ? null : 'ann' }))
      const sessions = instants.map((startedAt, index) => ({
        agentId: 'ann',
        startedAt,
        endedAt: startedAt + (index % 5) * halfHour,
      }))
      const options = { from: date, to: date, timeZone: 'Australia/Lord_Howe', now: Date.parse('2027-01-01T00:00:00Z') }
      expect(calculateCoverage(pageviews, sessions, options)).toEqual(
        bruteForceFigures({ pageviews, sessions }, options, halfHour),
      )
    },
  )
})
