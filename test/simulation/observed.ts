import { agentSteps, countCells, type CubeBatch, type SessionSpell, type ServingAgents } from '../../shared/coverage/index.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time/slots.ts'
import { Randomness } from './random.ts'
import { isPlanned } from './schedules.ts'
import type { PredictionFacts } from '../../shared/predict/assemble/facts.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Spell } from './presence.ts'
import type { Events } from './replay.ts'
import type { World, WorldShift } from './world.ts'

/** What a source records of a world's history: visits counted into cells, sessions, pools and members. Nothing of its plans. */
export function factsOf(world: World, events: Events): PredictionFacts {
  const sessions = sessionsOf(world, events)
  return {
    batches: cellsOf(world, events, sessions),
    countryRule: null,
    sessions,
    pools: world.pools.flatMap(({ id }) => (id === null ? [] : [{ id, isCatchAll: false, present: true }])),
    members: world.membershipKnown ? membersOf(world).map((member) => ({ ...member, fromDay: null, untilDay: null })) : null,
    known: [{ start: events.start, end: events.end }],
    now: events.end,
  }
}

/** Sessions as a source records them: one that still goes on at the end of the history has no end. */
export function sessionsOf(world: World, { presence, end }: Events): readonly SessionSpell[] {
  const random = new Randomness(`${world.seed} records`)
  return presence
    .flatMap(({ online }, agent) => online.flatMap((spell) => recorded(spell, random, world.quirks.forgets).map((session) => ({ agentId: world.agents[agent]!.id, startedAt: session.start, endedAt: session.end > end ? null : session.end }))))
    .filter(({ startedAt }) => startedAt < end)
    .toSorted((a, b) => a.startedAt - b.startedAt)
}

/** What is recorded of a spell online: mostly the spell. */
function recorded(spell: Spell, random: Randomness, forgets: number): readonly Spell[] {
  if (forgets === 0) return [spell]
  if (random.chance(forgets)) return [{ start: spell.start, end: spell.end + random.between(20, 44) * HOUR_MS }]
  if (random.chance(forgets)) return [spell, { start: (spell.start + spell.end) / 2, end: spell.end + HOUR_MS }]
  return [spell]
}

/** Who serves which pool; also those who were hired and have not worked yet, but not who might take an open shift. */
export function membersOf(world: World): readonly { readonly poolId: string; readonly agentId: string }[] {
  const regulars = world.agents.length / 2
  const hired = world.agents.filter((_, index) => index < regulars || (index - regulars) % 2 === 0)
  return hired.flatMap((agent) =>
    agent.pools.flatMap((pool) => {
      const poolId = world.pools[pool]!.id
      return poolId === null ? [] : [{ poolId, agentId: agent.id }]
    }),
  )
}

function cellsOf(world: World, { arrivals, served, start, end }: Events, sessions: readonly SessionSpell[]): readonly CubeBatch[] {
  const membership = new Map<string, ServingAgents>()
  if (world.membershipKnown) for (const [pool, members] of Map.groupBy(membersOf(world), ({ poolId }) => poolId)) membership.set(pool, new Set(members.map(({ agentId }) => agentId)))
  const batches: CubeBatch[] = []
  let visit = 0
  for (let day = Math.floor(start / DAY_MS); day * DAY_MS < end; day += 1) {
    const visits = []
    for (; visit < served.length && arrivals.at[visit]! < (day + 1) * DAY_MS; visit += 1) {
      const agent = served[visit]!
      visits.push({ createdAt: arrivals.at[visit]!, poolId: world.pools[arrivals.pool[visit]!]!.id, agentId: agent < 0 ? null : world.agents[agent]!.id, country: null })
    }
    const near = sessions.filter((session) => session.startedAt < (day + 1) * DAY_MS && (session.endedAt ?? end) > day * DAY_MS)
    batches.push(countCells(visits, agentSteps(near, { from: day * DAY_MS, to: (day + 1) * DAY_MS, now: end, membership })))
  }
  return batches
}

/** Shifts of the week to predict as a planner would write them down, with breaks where this one draws them. */
export function planOf(world: World, shifts: readonly WorldShift[]): Plan {
  return {
    name: 'Tried',
    timeZone: world.timeZone,
    poolId: world.planPool === null ? null : world.pools[world.planPool]!.id,
    kind: 'weekly',
    shifts: shifts
      .filter((shift) => isPlanned(world, shift))
      .map((shift, index) => ({
        id: `shift ${index}`,
        agentId: shift.shownAs === 'open' ? null : world.agents[shift.agent]!.id,
        day: shift.dayOfWeek,
        startMinute: shift.startMinute,
        endMinute: shift.endMinute,
        breaks: world.drawsBreaks ? shift.breaks : [],
        note: '',
      })),
  }
}
