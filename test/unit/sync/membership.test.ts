import { describe, expect, it } from 'vitest'
import { membershipCalendar, mergeMembers } from '../../../electron/sync/membership.ts'
import { at, MONDAY } from './sync-scenario.ts'
import type { CachedDirectory, MembershipPeriod } from '../../../electron/sync/cache.ts'

const ann = { poolId: 'sales', agentId: 'ann' }
const bob = { poolId: 'sales', agentId: 'bob' }
const clocks = (previous: number | null, now: number): { previousNow: number | null; now: number } => ({
  previousNow: previous,
  now,
})

function directoryWith(members: readonly MembershipPeriod[] | null, isCatchAll = false): CachedDirectory {
  return {
    organizationId: 'org',
    organizationName: null,
    countryRule: null,
    pools: [{ id: 'sales', name: null, isCatchAll, present: true }],
    agents: null,
    members,
    hasCountry: true,
    earliest: null,
    latest: null,
  }
}

describe('when an agent served a pool', () => {
  it('takes whom the first sync finds as having always served', () => {
    expect(mergeMembers([ann], { previous: null, ...clocks(null, at(3)) })).toEqual([
      { ...ann, fromDay: null, untilDay: null },
    ])
  })

  it('lets a new member serve since the day of the sync before', () => {
    const previous = [{ ...ann, fromDay: null, untilDay: null }]
    expect(mergeMembers([ann, bob], { previous, ...clocks(at(3, 20), at(6)) })).toEqual([
      ...previous,
      { ...bob, fromDay: MONDAY + 3, untilDay: null },
    ])
  })

  it('ends the service of one who is no longer listed today', () => {
    expect(
      mergeMembers([], { previous: [{ ...ann, fromDay: null, untilDay: null }], ...clocks(at(3), at(6, 1)) }),
    ).toEqual([{ ...ann, fromDay: null, untilDay: MONDAY + 6 }])
  })

  it('forgets who came and went within a day', () => {
    expect(
      mergeMembers([], { previous: [{ ...ann, fromDay: MONDAY + 6, untilDay: null }], ...clocks(at(6, 1), at(6, 2)) }),
    ).toEqual([])
  })

  it('opens a span again when it touches the new one, and starts another after a gap', () => {
    const ended = [{ ...ann, fromDay: null, untilDay: MONDAY + 5 }]
    expect(mergeMembers([ann], { previous: ended, ...clocks(at(5, 3), at(6)) })).toEqual([
      { ...ann, fromDay: null, untilDay: null },
    ])
    expect(mergeMembers([ann], { previous: ended, ...clocks(at(7), at(8)) })).toEqual([
      ...ended,
      { ...ann, fromDay: MONDAY + 7, untilDay: null },
    ])
  })

  it('does not know where the source does not', () => {
    expect(
      mergeMembers(null, { previous: [{ ...ann, fromDay: null, untilDay: null }], ...clocks(at(3), at(6)) }),
    ).toBeNull()
  })
})

describe('who serves a pool on a day', () => {
  it('is who had a span that day', () => {
    const on = membershipCalendar(
      directoryWith([
        { ...ann, fromDay: null, untilDay: 10 },
        { ...bob, fromDay: 8, untilDay: null },
      ]),
    )
    expect([7, 8, 9, 10].map((day) => [...new Set(on(day).membership.get('sales'))])).toEqual([
      ['ann'],
      ['ann', 'bob'],
      ['ann', 'bob'],
      ['bob'],
    ])
    expect(on(8).key).toBe(on(9).key)
    expect(new Set([7, 8, 10].map((day) => on(day).key)).size).toBe(3)
  })

  it('is nobody where a pool lists nobody, but everybody where it catches all', () => {
    expect(membershipCalendar(directoryWith([]))(5).membership.get('sales')).toEqual(new Set())
    expect(membershipCalendar(directoryWith([], true))(5).membership.get('sales')).toBe('all')
    expect(
      membershipCalendar(directoryWith([{ ...ann, fromDay: null, untilDay: null }], true))(5).membership.get('sales'),
    ).toEqual(new Set(['ann']))
  })

  it('is everybody where membership is not known', () => {
    expect(membershipCalendar(directoryWith(null))(5).membership.size).toBe(0)
  })
})
