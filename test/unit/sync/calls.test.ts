import { describe, expect, it } from 'vitest'
import type { CallCount } from '../../../shared/coverage/types.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { at, busyWeek, MONDAY, type Scenario } from './sync-scenario.ts'

const TODAY = MONDAY + 7

function calls(day: number, count: number, poolId: string | null = null): CallCount {
  return { day, poolId, calls: count, completed: count, seconds: 60 * count }
}

/** A busy week with calls on three days, synced. */
async function synced(): Promise<Scenario> {
  const company = busyWeek()
  company.source.calls = [calls(MONDAY, 3, 'sales'), calls(MONDAY + 6, 2), calls(TODAY, 1)]
  await company.sync()
  return company
}

describe('calls', () => {
  it('come with the first sync, as far back as the history is wanted', async () => {
    const company = await synced()
    expect(company.source.callDays).toEqual([TODAY - 26 * 7])
    expect(company.cache.callCounts()).toEqual(company.source.calls)
    expect(company.cache.calls()).toMatchObject({ fromDay: TODAY - 26 * 7, through: company.source.now })
    expect(company.cache.commits.filter(({ calls: change }) => change !== undefined)).toHaveLength(1)
  })

  it('of the last days alone are read again, and replaced, not added', async () => {
    const company = await synced()
    company.source.now = at(8, 1)
    company.source.calls = [calls(TODAY, 5), calls(TODAY + 1, 2)]
    await company.sync()
    expect(company.source.callDays.at(-1)).toBe(TODAY)
    expect(company.cache.callCounts()).toEqual([
      calls(MONDAY, 3, 'sales'),
      calls(MONDAY + 6, 2),
      calls(TODAY, 5),
      calls(TODAY + 1, 2),
    ])
    expect(company.cache.calls()).toMatchObject({ fromDay: TODAY - 26 * 7, through: at(8, 1) })
  })

  it.each([
    ['with the daily comparison', {}, DAY_MS],
    ['when everything is compared on demand', { reconcile: 'always' }, 0],
    ['when everything is read again', { full: true }, 0],
    ["when the source's figures are taken", { takeSource: true }, 0],
    ['when the clock was set back', { reconcile: 'never' }, -DAY_MS],
  ] as const)('of the whole history are read again %s: deleted and changed ones show', async (_, options, later) => {
    const company = await synced()
    company.source.now += later
    company.source.calls = [calls(MONDAY, 1, 'sales')]
    await company.sync(options)
    expect(company.cache.callCounts()).toEqual([calls(MONDAY, 1, 'sales')])
  })

  it('come whole when they are read from elsewhere, or the history grows backwards', async () => {
    const company = await synced()
    company.source.callsIdentity = 'other calls'
    company.source.calls = [calls(MONDAY, 9)]
    await company.sync()
    expect(company.cache.callCounts()).toEqual([calls(MONDAY, 9)])
    await company.sync({ fromDay: MONDAY - 365 })
    expect(company.source.callDays.at(-1)).toBe(MONDAY - 365)
    await company.sync()
    expect(company.source.callDays.at(-1)).toBe(TODAY)
  })

  it('are forgotten when they can no longer be read, and with another source', async () => {
    const company = await synced()
    company.source.calls = null
    await company.sync()
    expect([company.cache.calls(), company.cache.callCounts()]).toEqual([null, []])

    const moved = await synced()
    moved.source.identity = 'another database'
    moved.source.calls = [calls(TODAY, 4)]
    await moved.sync({ remap: true })
    expect(moved.cache.callCounts()).toEqual([calls(TODAY, 4)])
  })

  it('are forgotten with their days', async () => {
    const company = await synced()
    await company.sync({ keepFromDay: MONDAY + 5 })
    expect(company.cache.callCounts().map(({ day }) => day)).toEqual([MONDAY + 6, TODAY])
  })

  it('stay as they were while the source does not answer', async () => {
    const company = await synced()
    const before = company.cache.callCounts()
    company.source.calls = undefined
    await company.sync({ full: true })
    expect([company.cache.callCounts(), company.cache.calls()?.through]).toEqual([before, company.source.now])
  })

  it('that took too long are not asked for again before the next comparison, and the note stays', async () => {
    const company = await synced()
    company.source.calls = undefined
    company.source.problems = [{ kind: 'calls-slow', count: 1, note: 'Too slow.' }]
    company.source.now += DAY_MS
    await company.sync()
    company.source.problems = []
    expect((await company.sync()).dataProblems).toContainEqual({ kind: 'calls-slow', count: 1, note: 'Too slow.' })
    expect(company.source.callDays.at(-1)).toBeNull()
    company.source.now += DAY_MS
    company.source.calls = [calls(TODAY, 6)]
    expect((await company.sync()).dataProblems.map(({ kind }) => kind)).not.toContain('calls-slow')
    expect(company.cache.callCounts()).toEqual([calls(TODAY, 6)])
  })

  it('are asked for by nobody of a source that never has any', async () => {
    const company = busyWeek()
    Object.assign(company.source, { callsIdentity: undefined })
    await company.sync()
    expect([company.source.callDays, company.cache.calls()]).toEqual([[null], null])
  })

  it('come whole once they count visitors rather than attempts, or attempts again, and only then', async () => {
    const company = busyWeek()
    Object.assign(company.source, { callsCounting: 'attempts', calls: [calls(MONDAY, 7), calls(TODAY, 4)] })
    await company.sync()
    Object.assign(company.source, { callsCounting: 'visitors', calls: [calls(MONDAY, 3), calls(TODAY, 1)] })
    await company.sync()
    expect(company.source.callDays.slice(-2)).toEqual([TODAY, TODAY - 26 * 7])
    expect(company.cache.callCounts()).toEqual(company.source.calls)
    await company.sync()
    expect(company.source.callDays.slice(-2)).toEqual([TODAY - 26 * 7, TODAY])
    Object.assign(company.source, { callsCounting: 'attempts', calls: [calls(MONDAY, 7), calls(TODAY, 4)] })
    await company.sync()
    expect(company.cache.callCounts()).toEqual(company.source.calls)
  })

  it('that were kept before it was known what they count are read whole', async () => {
    const company = await synced()
    const { fingerprint, ...known } = company.cache.calls()!
    company.cache.commit({
      calls: { ...known, fingerprint: fingerprint.replace('visitors:', ''), replacedFromDay: TODAY + 1, counts: [] },
    })
    company.source.calls = [calls(MONDAY, 2)]
    await company.sync()
    expect(company.source.callDays.at(-1)).toBe(TODAY - 26 * 7)
    expect(company.cache.callCounts()).toEqual([calls(MONDAY, 2)])
  })
})
