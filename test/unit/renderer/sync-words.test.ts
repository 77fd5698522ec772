import { describe, expect, it } from 'vitest'
import { asOf, isOffline, outcomeNotes, progressWords } from '../../../renderer/workspace/sync-words.ts'
import type { SyncJob } from '../../../renderer/workspace/workspace-types.ts'
import { british } from './support/report-fixture.ts'

const job = (given: Partial<SyncJob>): SyncJob =>
  ({ id: 'job', workspaceId: 'demo', kind: 'sync', state: 'running', progress: null, outcome: null, error: null, notices: [], startedAt: '', endedAt: null, ...given }) as SyncJob
const at = (text: string): number => Date.parse(text)
const counting = { phase: 'counting', daysDone: 12, daysTotal: 180, windowsDone: 3, rows: 9, visitors: 40, msLeft: 20_000 } as const

describe('how old the figures are', () => {
  const clock = at('2026-03-16T15:00:00Z')
  it.each([
    [null, 'Not synced yet', true],
    ['2026-03-16T09:15:00Z', 'As of 09:15 UTC time', false],
    ['2026-03-15T09:15:00Z', 'As of 15 Mar, 09:15 UTC time', false],
    ['2026-03-13T09:15:00Z', 'As of 13 Mar, 09:15 UTC time', true],
  ])('is said of a sync at %s', (now, text, stale) => {
    expect(asOf({ now: now === null ? null : at(now), clock, timeZone: 'UTC' }, british)).toEqual({ text, stale })
  })

  it('goes by the days of the zone', () => {
    expect(asOf({ now: at('2026-03-16T03:00:00Z'), clock, timeZone: 'America/New_York' }, british).text).toBe('As of 15 Mar, 23:00 New York time')
  })
})

describe('a running sync', () => {
  it('says that it connects until there is more to say', () => {
    expect(progressWords(job({}), british)).toEqual({ text: 'Connecting', detail: null, share: null })
    expect(progressWords(job({ progress: { ...counting, phase: 'counting', daysTotal: 0, daysDone: 0 } }), british)).toEqual({ text: 'Syncing', detail: null, share: null })
  })

  it('counts days and tells the time left where it can be told', () => {
    expect(progressWords(job({ progress: counting }), british)).toEqual({ text: 'Syncing', detail: '12 of 180 days, 20 s left', share: 12 / 180 })
    expect(progressWords(job({ progress: { ...counting, msLeft: null } }), british).detail).toBe('12 of 180 days')
    expect(progressWords(job({ progress: { ...counting, phase: 'reconciling' } }), british).text).toBe('Comparing with the source')
  })
})

describe('a finished sync', () => {
  const changed = { date: '2026-03-12', before: { visitors: 100, covered: 80 }, after: { visitors: 59, covered: 80 }, kept: false }
  it('tells what changed in the source', () => {
    const done = job({ state: 'done', outcome: { changedDays: [changed, { ...changed, after: { visitors: 100, covered: 50 }, kept: true }] } as unknown as NonNullable<SyncJob['outcome']>, notices: ['Something else.'] })
    expect(outcomeNotes(done, british)).toEqual([
      '12 Mar 2026 changed in the source: 41 visits fewer.',
      '12 Mar 2026 changed in the source: 30 covered fewer. What was counted before is kept.',
      'Something else.',
    ])
  })

  it('knows being offline from being wrong', () => {
    expect(isOffline(job({ state: 'failed', error: { code: 'source-host', message: '' } }))).toBe(true)
    expect(isOffline(job({ state: 'failed', error: { code: 'source-password', message: '' } }))).toBe(false)
  })
})
