import { drawWorld } from './drawn-worlds.ts'
import { NO_QUIRKS, type KnownDayQuirk, type Quirks, type World } from './world.ts'

const HOLIDAY: KnownDayQuirk = { class: 'public', factor: 0.4, isKnown: true, weeksBefore: null, stated: null }
const EVENT: KnownDayQuirk = { ...HOLIDAY, class: 'event', factor: 1.6 }
const OUTAGE: KnownDayQuirk = { ...HOLIDAY, class: 'outage', factor: 0.5 }

/** Ways in which sites are unlike what the model takes them for. `ordinary`: none, for comparison. */
const BLIND_SPOTS = {
  ordinary: {},
  'covered alone': { coversAlone: 0.6 },
  'one or four at once': { places: [1, 4] },
  'fast and slow': { paces: [0.4, 1.6] },
  'never closed': { neverCloses: 0.1 },
  'closed late': { closesLate: 0.1 },
  'weeks off': { weeksOff: 0.1 },
  'absence by week': { absence: { chance: 0.08, spread: 1.2 } },
  'new and unlisted': { unlistedNewcomers: true },
  'level jump': { jump: 1.6 },
  bursts: { bursts: { perWeek: 20, factor: 6 } },
  'holiday, not known': { knownDay: { ...HOLIDAY, isKnown: false } },
  'holiday, first known': { knownDay: HOLIDAY },
  'holiday, seen before': { knownDay: { ...HOLIDAY, weeksBefore: 3 } },
  'event, not known': { knownDay: { ...EVENT, isKnown: false } },
  'event, first known': { knownDay: EVENT },
  'event, said +60%': { knownDay: { ...EVENT, stated: 0.6 } },
  'event, seen before': { knownDay: { ...EVENT, weeksBefore: 3 } },
  'outage, not known': { knownDay: { ...OUTAGE, isKnown: false } },
  'outage, marked ahead': { knownDay: OUTAGE },
} as const satisfies Readonly<Record<string, Partial<Quirks>>>

export type BlindSpot = keyof typeof BLIND_SPOTS

export const BLIND_SPOT_NAMES: readonly BlindSpot[] = Object.keys(BLIND_SPOTS) as BlindSpot[]

/** A busy site drawn from its number that behaves in one of these ways. The same number is the same site otherwise. */
export function blindWorld(spot: BlindSpot, number: number): World {
  const world = spot === 'new and unlisted' ? knownTeams(number) : drawWorld('busy', number)
  return { ...world, name: spot, seed: `${world.seed} ${spot}`, quirks: { ...NO_QUIRKS, ...BLIND_SPOTS[spot] } }
}

/** The first busy site from a number on whose agents are known to serve some of several pools. Plans are about all of them. */
function knownTeams(number: number): World {
  for (let candidate = 1000 * number; ; candidate += 1) {
    const world = drawWorld('busy', candidate)
    if (world.membershipKnown && world.pools.length > 1) return { ...world, planPool: null }
  }
}
