import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculateCoverage } from '../../../shared/coverage/index.ts'
import { coverageCase } from './arbitraries.ts'
import { bruteForceFigures } from './oracle.ts'

const TICK_MS = 5 * 60_000

describe('coverage figures', () => {
  it('equal those found by asking the wall clock every five minutes, for any events, range, now, filter and zone', () => {
    fc.assert(
      fc.property(coverageCase({ maxDays: 4, tickMs: TICK_MS }), ({ pageviews, sessions, options }) => {
        expect(calculateCoverage(pageviews, sessions, options)).toEqual(bruteForceFigures({ pageviews, sessions }, options, TICK_MS))
      }),
      { seed: 21, numRuns: 400 },
    )
  }, 60_000)
})
