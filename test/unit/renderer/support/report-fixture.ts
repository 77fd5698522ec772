import type { CoverageReport } from '../../../../renderer/features/coverage/report.ts'
import { createFormatter, type Formatter } from '../../../../renderer/format/formatter.ts'
import { calculateCoverage, type AgentSession, type Pageview } from '../../../../shared/coverage/index.ts'
import { addDays, countDays } from '../../../../shared/time/local.ts'

export const british: Formatter = createFormatter({ languages: ['en-GB'], firstDayOfWeek: null })
export const american: Formatter = createFormatter({ languages: ['en-US'], firstDayOfWeek: null })

export interface FixtureOptions {
  readonly from?: string
  readonly to?: string
  readonly now?: string
  readonly pageviews?: readonly Pageview[]
  readonly sessions?: readonly AgentSession[]
  readonly previous?: readonly Pageview[]
  readonly previousKnownShare?: number
  readonly unknownDates?: readonly string[]
  readonly knownShare?: number
}

/** Visits at one instant, so many of them covered. */
export function visits(at: string, count: number, covered: number): readonly Pageview[] {
  return Array.from({ length: count }, (_, index) => ({ createdAt: at, agentId: index < covered ? 'ann' : null }))
}

/** A report as the backend gives it, in UTC, counted by the real calculators. Monday 2 to Sunday 15 March 2026 unless told otherwise. */
export function reportOf(options: FixtureOptions = {}): CoverageReport {
  const {
    from = '2026-03-02',
    to = '2026-03-15',
    now = '2026-03-16T09:15:00Z',
    pageviews = [],
    sessions = [],
    unknownDates = [],
  } = options
  const range = { timeZone: 'UTC', now }
  const days = Math.max(1, countDays(from, to))
  const previous = { from: addDays(from, -days), to: addDays(from, -1) }
  const agentData = sessions.length > 0
  return {
    ...calculateCoverage(pageviews, sessions, { from, to, ...range }),
    range: {
      from,
      to,
      ...range,
      knownShare: options.knownShare ?? 1 - unknownDates.length / days,
      agentData,
      agentsOnline: 'sessions',
      unknownDates,
    },
    previous: {
      ...previous,
      totals: calculateCoverage(options.previous ?? [], [], { ...previous, ...range }).totals,
      knownShare: options.previousKnownShare ?? 1,
    },
    countryFilter: null,
    hasCountry: true,
    revision: 1,
  } as CoverageReport
}
