import { describe, expect, it } from 'vitest'
import type { CoverageAnswer } from '../../../electron/terminal/read-coverage.ts'
import { describeCoverage } from '../../../electron/terminal/describe-coverage.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'
import {
  calculateCoverage,
  knownShare,
  type AgentSession,
  type CoverageOptions,
  type Pageview,
} from '../../../shared/coverage/index.ts'

const WEEK: CoverageOptions = { from: '2026-03-02', to: '2026-03-08', timeZone: 'UTC', now: '2026-03-10T00:00:00Z' }
const ALL = { start: 0, end: Date.parse('2026-03-10T00:00:00Z') }
const visit = (createdAt: string, agentId: string | null): Pageview => ({ createdAt, agentId })

interface Case {
  readonly visits?: readonly Pageview[]
  readonly sessions?: readonly AgentSession[]
  readonly range?: CoverageOptions
  readonly known?: readonly { readonly start: number; readonly end: number }[]
  readonly changes?: Partial<CoverageAnswer>
}

/** What a person reads of these events. */
function words({ visits = [], sessions = [], range = WEEK, known = [ALL], changes = {} }: Case): string {
  const figures = calculateCoverage(visits, sessions, range)
  const { unknownDates, knownShare: share } = knownShare(range, known)
  const { from, to, timeZone, now } = range
  return describeCoverage(
    {
      output: {
        range: { from, to, timeZone, now: String(now), knownShare: share, agentData: sessions.length > 0 },
        ...figures,
      } as unknown as CoverageAnswer['output'],
      workspace: 'Acme',
      organization: 'Acme Ltd',
      pool: null,
      unknownDates,
      countryFilter: null,
      hasCountry: true,
      pageClass: undefined,
      ...changes,
    },
    TERMINAL_FORMAT,
  )
}

describe('a coverage report in words', () => {
  it('praises full coverage, and only that', () => {
    expect(words({ visits: [visit('2026-03-04T10:00:00Z', 'ann')] })).toMatch(
      /Great coverage: every visitor was covered\./u,
    )
    const missed = words({ visits: [visit('2026-03-04T10:00:00Z', 'ann'), visit('2026-03-04T11:00:00Z', null)] })
    expect(missed).not.toMatch(/Great coverage/u)
    expect(missed).toMatch(/More missed than covered at 11 AM\./u)
  })

  it('speaks of one visitor as of one', () => {
    expect(words({ visits: [visit('2026-03-04T10:00:00Z', null)] })).toMatch(
      /^Coverage 0% · 1 visitor · 0 covered · 1 missed · no agent data$/mu,
    )
  })

  it('says that there is no agent data instead of 0 agents', () => {
    const text = words({ visits: [visit('2026-03-04T10:00:00Z', 'ann')] })
    expect(text).toMatch(/no agent data/u)
    expect(text).toMatch(/^10 AM +1 +1 +0 +100% +-$/mu)
  })

  it('says of a country filter what it does, or that it is off where the source has no countries', () => {
    const countryFilter = { mode: 'blocklist', countries: ['US', 'CA'] } as const
    expect(words({ changes: { countryFilter } })).toMatch(/· without US, CA ·/u)
    expect(words({ changes: { countryFilter: { ...countryFilter, mode: 'allowlist' } } })).toMatch(/· only US, CA ·/u)
    expect(words({ changes: { countryFilter, hasCountry: false } })).toMatch(
      /country filter off: the data source has no countries/u,
    )
  })

  it('has no tables of zeros where nobody came, but a next step', () => {
    const text = words({})
    expect(text).toMatch(
      /No coverage data: no visitors in this range\.\nChoose other dates, another pool or other countries\./u,
    )
    expect(text).not.toMatch(/^12 AM/mu)
    expect(text).not.toMatch(/Great coverage/u)
  })

  it('says of a range that is turned round that its first date is after its last', () => {
    const text = words({ range: { ...WEEK, from: '2026-03-08', to: '2026-03-02' } })
    expect(text).toMatch(/No coverage data: the first date is after the last\./u)
  })

  it('says of a range after the last sync that it has not been, not that it wants syncing from a date to come', () => {
    const text = words({ range: { ...WEEK, from: '2026-03-20', to: '2026-03-22' } })
    expect(text).toMatch(/No coverage data: this range begins after the last sync\./u)
    expect(text).not.toMatch(/--from/u)
  })

  it('says of a range of which nothing is known how to sync just that', () => {
    const text = words({ known: [] })
    expect(text).toMatch(
      /No coverage data: this range is not synced\.\nSync it, if the data source reaches back that far: covercast sync --from 2026-03-02\b/u,
    )
    expect(text).not.toMatch(/^Mon/mu)
  })

  it('shows a date that is not known as such, not as a date without visitors', () => {
    const known = [{ start: Date.parse('2026-03-04T00:00:00Z'), end: ALL.end }]
    const text = words({ visits: [visit('2026-03-05T10:00:00Z', 'ann')], known })
    expect(text).toMatch(/^2026-03-03 +no data/mu)
    expect(text).toMatch(/^2026-03-04 +0 +0 +0 +-/mu)
    expect(text).toMatch(/^2026-03-05 +1 +1 +0 +100%/mu)
    expect(text).toMatch(
      /Data for 71% of this range\. Missing, or in part: 2 days between Mar 2, 2026 and Mar 3, 2026\./u,
    )
  })

  it('keeps names on their own line', () => {
    const text = words({ changes: { organization: 'Acme\nCoverage 100%', pool: 'Sales\r\nNorth' } })
    expect(text.split('\n')[0]).toMatch(/^Acme Coverage 100% · Sales North · /u)
  })
})
