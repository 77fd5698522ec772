import { describe, expect, it } from 'vitest'
import { figuresAgeText, isOffline, outcomeNotes, progressText } from '../../../../../renderer/app/sync/sync-text.ts'
import type { SyncJob } from '../../../../../renderer/app/workspace/workspace-types.ts'
import { british } from '../../support/report-fixture.ts'

const job = (given: Partial<SyncJob>): SyncJob =>
  ({
    id: 'job',
    workspaceId: 'demo',
    kind: 'sync',
    state: 'running',
    progress: null,
    outcome: null,
    error: null,
    notices: [],
    startedAt: '',
    endedAt: null,
    ...given,
  }) as SyncJob
const at = (text: string): number => Date.parse(text)
const counting = {
  phase: 'counting',
  daysDone: 12,
  daysTotal: 180,
  windowsDone: 3,
  rows: 9,
  visitors: 40,
  msLeft: 20_000,
} as const

describe('how old the figures are', () => {
  const clock = at('2026-03-16T15:00:00Z')
  it.each([
    [null, 'Not synced yet', true],
    ['2026-03-16T09:15:00Z', 'As of 09:15 UTC time', false],
    ['2026-03-15T09:15:00Z', 'As of 15 Mar, 09:15 UTC time', false],
    ['2026-03-13T09:15:00Z', 'As of 13 Mar, 09:15 UTC time', true],
  ])('is said of a sync at %s', (now, text, stale) => {
    expect(figuresAgeText({ now: now === null ? null : at(now), clock, timeZone: 'UTC' }, british)).toEqual({
      text,
      stale,
    })
  })

  it('goes by the days of the zone', () => {
    expect(figuresAgeText({ now: at('2026-03-16T03:00:00Z'), clock, timeZone: 'America/New_York' }, british).text).toBe(
      'As of 15 Mar, 23:00 New York time',
    )
  })
})

describe('a running sync', () => {
  it('says that it connects until there is more to say', () => {
    expect(progressText(job({}), british)).toEqual({ text: 'Connecting…', whole: 'Connecting…', share: null })
    expect(
      progressText(job({ progress: { ...counting, phase: 'counting', daysTotal: 0, daysDone: 0 } }), british),
    ).toEqual({ text: 'Syncing…', whole: 'Syncing…', share: null })
  })

  it('counts days and tells the time left where it can be told', () => {
    expect(progressText(job({ progress: counting }), british)).toEqual({
      text: 'Syncing…',
      whole: 'Syncing… 12 of 180 days, 20 s left',
      share: 12 / 180,
    })
    expect(progressText(job({ progress: { ...counting, msLeft: null } }), british).whole).toBe(
      'Syncing… 12 of 180 days',
    )
    expect(progressText(job({ progress: { ...counting, phase: 'reconciling' } }), british).text).toBe(
      'Checking for changes…',
    )
  })
})

describe('a finished sync', () => {
  const changed = {
    date: '2026-03-12',
    before: { visitors: 100, covered: 80 },
    after: { visitors: 59, covered: 80 },
    kept: false,
  }
  it('tells what changed in the source', () => {
    const done = job({
      state: 'done',
      outcome: {
        changedDays: [changed, { ...changed, after: { visitors: 100, covered: 50 }, kept: true }],
      } as unknown as NonNullable<SyncJob['outcome']>,
      notices: ['Something else.'],
    })
    expect(outcomeNotes(done, british)).toEqual([
      '12 Mar 2026 changed in the data source: 41 visits fewer.',
      '12 Mar 2026 changed in the data source: 30 covered fewer. The earlier counts are kept.',
      'Something else.',
    ])
  })

  it('knows being offline from being wrong', () => {
    expect(isOffline(job({ state: 'failed', error: { code: 'source-host', message: '' } }))).toBe(true)
    expect(isOffline(job({ state: 'failed', error: { code: 'source-password', message: '' } }))).toBe(false)
  })
})
