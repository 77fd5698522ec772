import { describe, expect, it } from 'vitest'
import { at, busyWeek, MONDAY, type Scenario } from './sync-scenario.ts'

/** The visits of a day, with the agents online that they were counted with. */
function countedOn({ cache }: Scenario, day: number): readonly string[] {
  const { slot, agents, visitors, length } = cache.traffic(MONDAY + day)!.cells
  return Array.from({ length }, (_, cell) => `${slot[cell]} ${agents[cell]} ${visitors[cell]}`).toSorted()
}

/** A session that began on one day and reached into the next. */
function addLateSession(company: Scenario): void {
  company.session('bob', at(2, 20), at(3, 10))
}

async function countedAnew(): Promise<Scenario> {
  const company = busyWeek()
  addLateSession(company)
  await company.sync()
  return company
}

describe('a day that a session found late makes wrong', () => {
  it('is counted again by the next sync, where the run that found it was killed before it counted', async () => {
    const company = busyWeek()
    await company.sync()
    addLateSession(company)
    company.cache.beforeCommit = ({ traffic }) => {
      if (traffic?.some(({ day }) => day === MONDAY + 3)) throw new Error('killed')
    }
    await expect(company.sync({ reconcile: 'always' })).rejects.toThrow('killed')
    company.cache.beforeCommit = () => undefined
    expect(countedOn(company, 3)).not.toEqual(countedOn(await countedAnew(), 3))
    await company.sync({ reconcile: 'never' })
    expect(countedOn(company, 3)).toEqual(countedOn(await countedAnew(), 3))
  })

  it('is not taken for read to its end, where it had been read in part and a part of that is counted again', async () => {
    const company = busyWeek()
    await company.sync({ now: at(3, 12) })
    addLateSession(company)
    await company.sync({ toDay: MONDAY + 2, reconcile: 'always' })
    expect(company.cache.syncedDays().get(MONDAY + 3)!.syncedThrough).toBe(at(3, 12))
    await company.sync()
    expect(countedOn(company, 3)).toEqual(countedOn(await countedAnew(), 3))
  })
})
