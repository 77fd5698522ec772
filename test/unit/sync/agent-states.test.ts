import { expect, it } from 'vitest'
import { mergeDirectory } from '../../../electron/sync/merge-directory.ts'
import type { CachedDirectory } from '../../../electron/sync/cache.ts'
import type { SourceAgent, SourceDirectory } from '../../../electron/sync/source.ts'

const DIRECTORY: SourceDirectory = {
  organization: { id: 'org', name: null },
  countryRule: null,
  pools: null,
  agents: null,
  members: null,
  earliest: null,
  latest: null,
  firstVisit: null,
  unended: [],
  hasCountry: true,
  problems: [],
}
const seenAt = (now: number, agent: Partial<SourceAgent>, previous: CachedDirectory | null = null): CachedDirectory =>
  mergeDirectory({ ...DIRECTORY, agents: [{ id: 'ann', name: 'Ann', ...agent }] }, previous, {
    previousNow: previous === null ? null : now - 1,
    now,
  })
const sinceOf = ({ agents }: CachedDirectory) => agents?.[0]?.inactiveSince

it('takes an agent to be inactive since the source’s date, else since the sync that first saw it', () => {
  expect(sinceOf(seenAt(100, {}))).toBeNull()
  expect(sinceOf(seenAt(100, { isActive: true, deactivatedAt: 50 }))).toBeNull()
  expect(sinceOf(seenAt(100, { isActive: false, deactivatedAt: 50 }))).toBe(50)
  expect(sinceOf(seenAt(100, { deactivatedAt: 150 }))).toBe(150)
  const first = seenAt(100, { isActive: false })
  expect(sinceOf(first)).toBe(100)
  expect(sinceOf(seenAt(200, { isActive: false }, first))).toBe(100)
})

it('lets a reactivated agent return, and date the next time anew', () => {
  const gone = seenAt(100, { isActive: false })
  const back = seenAt(200, { isActive: true }, gone)
  expect(sinceOf(back)).toBeNull()
  expect(sinceOf(seenAt(300, { isActive: false }, back))).toBe(300)
})

it('keeps what was known of an agent who is no longer in the source, and what is stated of one who is', () => {
  const gone = seenAt(100, { isActive: false, deactivatedAt: 50, maxSimultaneous: 3 })
  expect(gone.agents).toEqual([{ id: 'ann', name: 'Ann', present: true, inactiveSince: 50, maxSimultaneous: 3 }])
  expect(mergeDirectory({ ...DIRECTORY, agents: [] }, gone, { previousNow: 100, now: 200 }).agents).toEqual([
    { id: 'ann', name: 'Ann', present: false, inactiveSince: 50, maxSimultaneous: 3 },
  ])
})
