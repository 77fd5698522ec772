import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tries } from '../../support/deep.ts'
import { factsOf } from '../../support/memory-cache.ts'
import { AGENTS, event, fill, happen, history, type Event, type History } from './random-company.ts'
import { at, scenario, type Scenario } from './sync-scenario.ts'
import type { SyncOptions } from '../../../electron/sync/options.ts'

const SEED = 20_261_129

function companyOf(past: History): Scenario {
  const company = scenario(at(5, 7, 22))
  fill(company.source, past)
  return company
}

/** Whatever makes days be counted again. */
const again: fc.Arbitrary<Partial<SyncOptions>> = fc.record({
  reconcile: fc.constantFrom('always', 'never'),
  full: fc.boolean(),
  overlapMs: fc.constantFrom(2, 30, 400).map((hours) => hours * 3_600_000),
})

/** What may happen to others at the same time; membership has its own dates. */
const elsewhere = event.filter(
  ({ kind }) => kind !== 'members' && kind !== 'deleted session' && kind !== 'moved session',
)

const deleted = (agent: (typeof AGENTS)[number]): Event => ({ kind: 'deleted agent', agent })

describe('after an agent was deleted', () => {
  it('days have the same agents online as if only the visits had lost the agent, whatever syncs come', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.constantFrom(...AGENTS),
        fc.array(fc.tuple(fc.option(elsewhere), again), { minLength: 1, maxLength: 5 }),
        async (past, agent, syncs) => {
          const company = companyOf(past)
          await company.sync()
          // What was open is known until then.
          const lastSeen = company.source.now
          const own = company.source
            .ended(lastSeen)
            .filter((session) => session.agentId === agent && session.startedAt < lastSeen)
          const twin = scenario(lastSeen)
          Object.assign(twin.source, {
            visits: company.source.visits,
            sessions: company.source.sessions,
            pools: company.source.pools,
            agents: company.source.agents,
            members: company.source.members,
          })
          await twin.sync()
          happen(company.source, deleted(agent))
          Object.assign(twin.source, { visits: company.source.visits, members: company.source.members })
          twin.source.sessions = [
            ...company.source.sessions,
            ...own.map((session) => ({
              ...session,
              endedAt: Math.max(session.startedAt, Math.min(session.endedAt ?? lastSeen, lastSeen)),
            })),
          ]
          for (const [happening, options] of syncs) {
            if (happening !== null) happen(company.source, happening)
            Object.assign(twin.source, { now: company.source.now, visits: company.source.visits })
            const mine = new Set(own.map(({ id }) => id))
            twin.source.sessions = [
              ...company.source.sessions,
              ...twin.source.sessions.filter(({ id }) => mine.has(id)),
            ]
            await company.sync(options)
            await twin.sync(options)
            expect(factsOf(company.cache).cells).toEqual(factsOf(twin.cache).cells)
          }
        },
      ),
      tries(150, SEED),
    )
  })

  it('leaves no covered visit outside of sessions that was inside', async () => {
    const company = scenario(at(5, 7, 22))
    company.source.agents = ['ann', 'bob'].map((id) => ({ id, name: id }))
    company.source.pools = [{ id: 'sales', name: 'Sales', isCatchAll: false }]
    company.source.members = [{ poolId: 'sales', agentId: 'ann' }]
    for (let hour = 0; hour < 5 * 24; hour += 1) {
      // Bob takes visitors of a pool that only ann serves.
      company.visit(at(0, hour, 20), { agentId: 'bob', poolId: 'sales' })
      company.visit(at(0, hour, 25), { agentId: hour % 2 === 0 ? 'ann' : null, poolId: 'sales' })
    }
    for (let day = 0; day < 5; day += 1)
      for (const hour of [0, 8, 16]) company.session('ann', at(day, hour), at(day, hour + 8))
    const outside = async (options: Partial<SyncOptions>): Promise<number> =>
      (await company.sync(options)).dataProblems.find(({ kind }) => kind === 'covered-outside-sessions')?.count ?? 0
    expect(await outside({})).toBe(0)
    happen(company.source, deleted('ann' as (typeof AGENTS)[number]))
    expect(await outside({ reconcile: 'always' })).toBe(0)
    for (let day = 0; day < 5; day += 1) company.visit(at(day, 3, 22), { poolId: 'sales' })
    expect(await outside({ reconcile: 'always' })).toBe(0)
    expect(await outside({ full: true })).toBe(0)
  })
})
