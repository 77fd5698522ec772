import { NO_QUIRKS, type Habits, type World, type WorldAgent, type WorldShift } from '../../simulation/world.ts'

/** Somebody who does exactly what was planned. */
const PUNCTUAL: Habits = {
  noShow: 0,
  late: 0,
  tardy: 0,
  early: 0,
  leaves: 0,
  signsOffForBreaks: 1,
  breakOverrun: 0,
  awayEvery: 60,
  awayFor: 0,
  dropsEvery: 0,
}

export function agents(count: number, habits: Partial<Habits> = {}): readonly WorldAgent[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `agent ${index}`,
    pools: [0],
    habits: { ...PUNCTUAL, ...habits },
  }))
}

export function shift(changes: Partial<WorldShift> = {}): WorldShift {
  return { agent: 0, dayOfWeek: 1, startMinute: 540, endMinute: 1020, breaks: [], ...changes }
}

/** One pool, even traffic, two weeks from a Monday. */
export function smallWorld(changes: Partial<World> = {}): World {
  const even = Array.from({ length: 24 }, () => 1)
  return {
    name: 'small',
    kind: 'busy',
    seed: 'small',
    timeZone: 'Europe/Berlin',
    firstDate: '2026-05-04',
    weeks: 2,
    demand: {
      weeklyVisits: 6720,
      hours: even,
      weekendHours: even,
      days: [1, 1, 1, 1, 1, 1, 1],
      weekNoise: 0,
      dayNoise: 0,
      hourNoise: 0,
      weekMemory: 0,
      trend: 0,
    },
    pools: [{ id: 'pool', share: 1, minutes: 3, service: 'exponential', hoursLater: 0 }],
    agents: agents(2),
    membershipKnown: false,
    visitorsPerAgent: 1,
    shiftsOf: () => [shift()],
    drawsBreaks: false,
    planPool: null,
    quirks: NO_QUIRKS,
    ...changes,
  }
}
