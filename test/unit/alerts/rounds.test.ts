import { describe, expect, it, vi } from 'vitest'
import { alertsOf, watchRound } from '../../../electron/backend/alerts/alerts.ts'
import { dueDigest } from '../../../electron/backend/alerts/digest.ts'
import { lookAtRules } from '../../../electron/backend/alerts/look.ts'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import type { RuleLook } from '../../../electron/store/alert-store.ts'
import { digestReviewOf, type AlertRule, type DigestSettings } from '../../../shared/alerts/alert-rule.ts'
import type { AlertEventText, MessageText } from '../../../shared/alerts/alert-text.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { tempFolder } from '../store/temp-store.ts'

/** A Tuesday, nine o'clock. */
const NOW = Date.parse('2026-03-17T09:00:00Z')
const channels = ['chat']
const DIGEST: DigestSettings = { isOn: true, dayOfWeek: 2, hour: 8, channels, reviewed: digestReviewOf({ channels }) }
const EVENT: AlertEventText = {
  kind: 'raised',
  rule: 'Syncs fail',
  name: null,
  since: NOW,
  figures: { measure: 'sync-failing', lastSync: NOW - HOUR_MS, until: NOW },
}

const RULE: AlertRule = {
  id: 'rule',
  name: 'Coverage',
  isOn: true,
  measure: 'coverage',
  scope: { kind: 'all' },
  minutes: 60,
  threshold: null,
  forMinutes: 0,
  quiet: null,
  desktop: true,
  channels: [],
  names: false,
  reviewed: null,
}

/** A workspace with one alert that is due and a digest of which the cache cannot be read. */
function withBrokenDigest() {
  let clock = NOW
  const workspace = {
    id: 'workspace',
    name: 'Acme',
    organization: null,
    now: NOW,
    source: { kind: 'demo' },
    problem: null,
    settings: { timeZone: 'UTC', autoSyncMinutes: 5, targetCoverage: 90, holidayCalendars: [], pageRules: [] },
  }
  const waiting = [{ id: 1, kind: 'raised', channelId: 'desktop', ruleId: null, event: EVENT, attempts: 0 }]
  const work = {
    list: async () => [workspace],
    find: async () => workspace,
    alertSettings: async () => ({ rules: [], channels: [], digest: DIGEST, deliveries: [] }),
    alertStates: async () => [],
    hasDigest: async () => false,
    claimAlertMessage: async () => waiting.shift() ?? null,
    settleAlertMessage: async () => undefined,
  }
  const read = vi.fn<() => never>(() => {
    throw new AppError({ code: 'invalid-input', message: 'The cache is of another organization.' })
  })
  const notify = vi.fn<(text: { readonly title: string }) => void>()
  const onNotice = vi.fn<(text: string) => void>()
  const parts = {
    data: { work: () => work, reader: read, compute: read },
    dataDir: tempFolder(),
    clock: () => clock,
    systemTimeZone: 'UTC',
    environment: {},
    host: { kind: 'desktop', secrets: null, notify, badge: null },
    jobs: { latest: () => null },
    onNotice,
  }
  return {
    context: parts as unknown as BackendContext,
    read,
    notify,
    onNotice,
    work,
    wait: (ms: number): void => void (clock += ms),
  }
}

describe('a digest that cannot be written', () => {
  it('keeps no alert from being sent, and is said', async () => {
    const { context, notify, onNotice } = withBrokenDigest()
    await alertsOf(context).tick()
    expect(notify.mock.calls.map(([{ title }]) => title)).toEqual(['Covercast has no new figures'])
    expect(onNotice.mock.calls).toEqual([
      ['The weekly digest could not be written: The cache is of another organization.'],
    ])
  })

  it('is not tried again with every look, but after a while', async () => {
    const { context, read, wait } = withBrokenDigest()
    await alertsOf(context).tick()
    wait(MINUTE_MS)
    await alertsOf(context).tick()
    expect(read).toHaveBeenCalledTimes(1)
    wait(15 * MINUTE_MS)
    await alertsOf(context).tick()
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('keeps a round of watch from nothing else', async () => {
    const { context } = withBrokenDigest()
    const round = await watchRound(context, { workspaceId: 'workspace', isFailing: false, every: 5, looks: false })
    expect(round.delivered).toMatchObject([{ alert: 'Syncs fail', state: 'sent' }])
    expect(round.problems).toMatchObject([{ message: 'The cache is of another organization.' }])
  })
})

describe('a digest', () => {
  const BLOCK = { dayIndices: [0], startHour: 9, endHour: 10, suggestedAgents: 1, expectedRecoveredPerWeek: 5 }

  /** As `withBrokenDigest`, with figures: what was synced up to `syncedTo`, and two pools to staff better at the same time. */
  function withFigures(syncedTo: number, unknownDates: readonly string[] = []) {
    const parts = withBrokenDigest()
    const enqueueDigest = vi.fn<(id: string, sent: { readonly event: MessageText }) => Promise<void>>(
      async () => undefined,
    )
    const nothing = async (): Promise<readonly never[]> => []
    Object.assign(parts.work, { enqueueDigest, listMarks: nothing, listPlans: nothing, publishedPlans: nothing })
    const totals = { totalPageviews: 100, pageviewsWithAgent: 80, missedOpportunities: 20, coverageRate: 80 }
    const coverage = async () => ({ figures: { totals }, value: null, now: syncedTo, knownShare: 1, unknownDates })
    const blocks = ['sales', 'support'].map((poolId) => ({ ...BLOCK, poolId }))
    const poolNames = [
      { poolId: 'sales', name: 'Sales' },
      { poolId: 'support', name: 'Support' },
    ]
    const recommend = async () => ({ blocks, overall: null, origin: NOW, measured: [], starvedPools: [], poolNames })
    Object.assign(parts.context.data, { reader: () => ({ coverage }), compute: () => ({ recommend }) })
    return { ...parts, sent: () => enqueueDigest.mock.calls.map(([, { event }]) => event) }
  }

  it('waits while last week is not synced to its end, and says on its last day how much is known', async () => {
    const { context, sent, wait } = withFigures(NOW - 5 * DAY_MS)
    await alertsOf(context).tick()
    expect(sent()).toEqual([])
    wait(2 * DAY_MS)
    await alertsOf(context).tick()
    expect(sent()).toMatchObject([{ title: 'Coverage last week, as far as known: 80%' }])
    expect(sent()[0]!.lines).toContain('Only 4 of the 7 days are fully known.')
  })

  it('of a week that is wholly known is sent at once, and names the pool of each advice', async () => {
    const { context, sent, onNotice } = withFigures(NOW)
    await alertsOf(context).tick()
    expect(onNotice.mock.calls).toEqual([])
    expect(sent()).toMatchObject([{ title: 'Coverage last week: 80%' }])
    const advice = sent()[0]!.lines.filter((line) => line.includes('more agent'))
    expect(advice.map((line) => line.split(',')[0])).toEqual(['Sales', 'Support'])
  })

  it('can wait for the figures of last week until the time of its last day', () => {
    const due = (instant: string) => dueDigest(DIGEST, { clock: Date.parse(instant), timeZone: 'UTC' })
    expect(due('2026-03-17T07:59:00Z')).toBeNull()
    expect(due('2026-03-17T08:00:00Z')).toEqual({ week: '2026-03-17', mayWait: true })
    expect(due('2026-03-19T07:59:00Z')).toEqual({ week: '2026-03-17', mayWait: true })
    expect(due('2026-03-19T08:00:00Z')).toEqual({ week: '2026-03-17', mayWait: false })
    expect(due('2026-03-20T00:00:00Z')).toBeNull()
  })
})

it('what changed is worded as whoever watches asks, and else as messages are', async () => {
  const { context, work } = withBrokenDigest()
  const rule = { ...RULE, measure: 'sync-failing' as const, threshold: 30 }
  const stepAlerts = async () => [{ ...EVENT, ruleId: 'rule', subject: '' }]
  Object.assign(work, { stepAlerts, alertSettings: async () => ({ rules: [rule], channels: [], digest: DIGEST }) })
  const round = { workspaceId: 'workspace', isFailing: true, every: 5, looks: false }
  const titlesOf = async (wording?: { readonly language: string; readonly texts: 'en' | 'fr' }) =>
    (await watchRound(context, wording === undefined ? round : { ...round, wording })).changes.map(
      ({ text }) => text.split('\n')[0],
    )
  expect(await titlesOf({ language: 'fr-FR', texts: 'fr' })).toEqual(['Covercast n’a pas de nouveaux chiffres'])
  expect(await titlesOf({ language: 'en-US', texts: 'en' })).toEqual(['Covercast has no new figures'])
})

it('quiet hours are those of the clock by which messages are due, not of the database', async () => {
  const { context, work } = withBrokenDigest()
  const rule = { ...RULE, quiet: { from: 9, to: 17 } }
  const stepAlerts = vi.fn<(id: string, look: RuleLook) => Promise<readonly never[]>>(async () => [])
  // The database says that it is two minutes to nine.
  const now = NOW - 2 * MINUTE_MS
  const lastMinutes = async () => ({ now, minutes: [[60, []]], poolNames: [], members: [] })
  Object.assign(work, { stepAlerts, alertSettings: async () => ({ rules: [rule] }) })
  Object.assign(context.data, { compute: () => ({ lastMinutes }) })
  await lookAtRules(context, { workspaceId: 'workspace', now }, 5)
  expect(stepAlerts.mock.calls.map(([, { at, isQuiet }]) => [at, isQuiet])).toEqual([[now, true]])
})
