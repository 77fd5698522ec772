import { parseArgs } from 'node:util'
import { pastOf } from '../../shared/predict/assemble/past.ts'
import { drawWorld } from './drawn-worlds.ts'
import { cellsOf, factsOf, recordsOf } from './observed.ts'
import { Randomness } from './random.ts'
import { liveHistory, type Events } from './replay.ts'
import { KINDS } from './report.ts'
import type { World } from './world.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'

// How often is a pool found to be starved, wholly or in part, of whose covered visits a share is recorded under another pool? And how often one that is not?
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2' },
    drawn: { type: 'string', default: '1,2,3,4' },
    /** Weeks of history; 0: as the site has. */
    weeks: { type: 'string', default: '0' },
    /** Staff doubles over the history, and so do the visits of the other pools. */
    drift: { type: 'boolean', default: false },
  },
})
const SHARES = [0, 0.3, 0.5, 0.7, 0.9] as const
const numbers = (text: string): readonly number[] => text.split(',').filter(Boolean).map(Number)
const worlds = [
  ...SITE_NAMES.flatMap((name) => numbers(values.seeds).map((seed) => () => makeWorld(name, seed))),
  ...KINDS.flatMap((kind) => numbers(values.drawn).map((number) => () => drawWorld(kind, number))),
]
const tries: { readonly share: number; readonly found: 'part' | 'wholly' | 'no'; readonly others: number }[] = []

function tryShares(world: World, events: Events): void {
  const recorded = recordsOf(world, events)
  const facts = factsOf(world, events)
  const { start, end } = events
  const listed = world.pools.filter(({ id }) => id !== null).toSorted((a, b) => b.share - a.share)
  for (const { id } of listed) {
    const drift = new Randomness(`${world.seed} drift ${id}`)
    const isKept = (at: number): boolean => !values.drift || drift.chance(0.5 + (0.5 * (at - start)) / (end - start))
    const sessions = recorded.sessions.filter(({ startedAt }) => isKept(startedAt))
    const kept = recorded.visits.filter(({ poolId, createdAt }) => poolId === id || isKept(createdAt))
    const taker = listed.find((pool) => pool.id !== id)!.id
    for (const share of SHARES) {
      const random = new Randomness(`${world.seed} moved ${id}`)
      const visits = kept.map((visit) =>
        random.chance(share) && visit.poolId === id && visit.agentId !== null ? { ...visit, poolId: taker } : visit,
      )
      const { starved } = pastOf(
        { ...facts, sessions, batches: cellsOf(world, events, { sessions, visits, deactivated: [] }) },
        facts.now,
      )
      const own = starved.find(({ poolId }) => poolId === id)
      tries.push({
        share,
        found: own === undefined ? 'no' : own.isPart ? 'part' : 'wholly',
        others: starved.filter(({ poolId }) => poolId !== id).length,
      })
    }
  }
}

for (const make of worlds) {
  const made = make()
  const world = values.weeks === '0' ? made : { ...made, weeks: Number(values.weeks) }
  if (world.pools.filter(({ id }) => id !== null).length > 1) tryShares(world, liveHistory(world))
}
for (const share of SHARES) {
  const of = tries.filter((one) => one.share === share)
  const part = (found: 'part' | 'wholly'): string =>
    `${Math.round((100 * of.filter((one) => one.found === found).length) / of.length)}%`
  process.stdout.write(
    `${100 * share}% recorded elsewhere: of ${of.length} pools found in part ${part('part')}, wholly ${part('wholly')}; other pools found ${of.reduce((sum, { others }) => sum + others, 0)}\n`,
  )
}
