import { type Interval, isWithinOne, merge, overlap } from '../../foundation/interval.ts'
import { DAY_MS } from '../../foundation/minutes.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../time/local.ts'
import type { PlannedInterval } from '../plan.ts'
import { instantOfWallTime } from '../week-clock.ts'
import { assumedIntervals, localDays, type ZonedInterval } from './assumed-time.ts'
import type { Assumption } from './assumption.ts'

/** What assumptions make of the people of a plan within some instants. */
export interface AssumedStaff {
  /** Whether nobody is away and nobody was hired. */
  readonly isAsPlanned: boolean
  /** Intervals of the plan as they are expected: without those in which the agent is away throughout, and with when the agent is away in the others. */
  readonly expected: (intervals: readonly PlannedInterval[]) => readonly PlannedInterval[]
  /** When an agent is absent, apart and in order; off-phone time is none. */
  readonly absences: (agentId: string | null) => readonly Interval[]
  /** When an agent is absent or off-phone, apart and in order. */
  readonly away: (agentId: string | null) => readonly Interval[]
  /** What hires work, to be predicted beside the plan. */
  readonly hires: readonly PlannedInterval[]
}

const NOBODY: readonly PlannedInterval[] = []
const NEVER: readonly Interval[] = []
/** Nothing is assumed of anybody. */
export const AS_PLANNED: AssumedStaff = {
  isAsPlanned: true,
  expected: (intervals) => intervals,
  absences: () => NEVER,
  away: () => NEVER,
  hires: NOBODY,
}
/** A shift that touches the instants may begin or end so far outside of them. */
const REACH_MS = 2 * DAY_MS

/** The people of a plan under its assumptions. Whoever edits asks once and then shift by shift. */
export function assumedStaff(assumptions: readonly Assumption[] | undefined, within: ZonedInterval): AssumedStaff {
  const concerned = (assumptions ?? []).filter(
    ({ kind }) => kind === 'absence' || kind === 'shrinkage' || kind === 'hires',
  )
  if (concerned.length === 0) return AS_PLANNED
  const reach = { ...within, start: within.start - REACH_MS, end: within.end + REACH_MS }
  const ofEverybody: Interval[] = []
  const ofAgents = new Map<string, Interval[]>()
  const absent = new Map<string, Interval[]>()
  for (const one of concerned) {
    if (one.kind === 'hires') continue
    const intervals = one.kind === 'absence' || one.kind === 'shrinkage' ? assumedIntervals(one.time, reach) : NEVER
    if (one.kind === 'shrinkage' && one.agentIds === null) ofEverybody.push(...intervals)
    const agentIds = one.kind === 'absence' ? [one.agentId] : one.kind === 'shrinkage' ? (one.agentIds ?? []) : []
    for (const agentId of agentIds) {
      addTo(ofAgents, agentId, intervals)
      if (one.kind === 'absence') addTo(absent, agentId, intervals)
    }
  }
  const everybody = merge(ofEverybody)
  const away = new Map([...ofAgents].map(([agentId, own]) => [agentId, merge([...own, ...everybody])]))
  const absences = new Map([...absent].map(([agentId, own]) => [agentId, merge(own)]))
  const expectedOf = (interval: PlannedInterval): readonly PlannedInterval[] => {
    const own = (interval.agentId === null ? undefined : away.get(interval.agentId)) ?? everybody
    if (!own.some((one) => overlap(one, interval) !== null)) return [interval]
    return isWithinOne(interval, own) ? NOBODY : [{ ...interval, away: own }]
  }
  const expected: AssumedStaff['expected'] = (intervals) =>
    away.size === 0 && everybody.length === 0 ? intervals : intervals.flatMap(expectedOf)
  return {
    isAsPlanned: false,
    expected,
    absences: (agentId) => (agentId === null ? undefined : absences.get(agentId)) ?? NEVER,
    away: (agentId) => (agentId === null ? undefined : away.get(agentId)) ?? everybody,
    hires: expected(concerned.flatMap((one) => (one.kind === 'hires' ? hired(one, within) : NOBODY))),
  }
}

function addTo(byAgent: Map<string, Interval[]>, agentId: string, intervals: readonly Interval[]): void {
  byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), ...intervals])
}

/** What hires work within some instants, each one a person with an id that no agent has. */
function hired(
  { id, count, from, days, hours, ramp }: Extract<Assumption, { kind: 'hires' }>,
  within: ZonedInterval,
): readonly PlannedInterval[] {
  const firstDay = parseLocalDate(from)
  return localDays(within).flatMap((localDay) => {
    if (localDay < firstDay || !days.includes(dayOfWeekOfDay(localDay))) return NOBODY
    const week = Math.min(Math.floor((localDay - firstDay) / 7), ramp.length - 1)
    const share = ramp[week]! / 100
    const start = instantOfWallTime(within.timeZone, localDay, hours.startMinute)
    const end = instantOfWallTime(within.timeZone, localDay, hours.endMinute)
    if (share === 0 || end <= start || end <= within.start || start >= within.end) return NOBODY
    return Array.from({ length: count }, (_, index) => {
      const agentId = `hire:${id}:${index + 1}`
      return { shiftId: agentId, agentId, localDay, start, end, breaks: [], ...(share === 1 ? {} : { share }) }
    })
  })
}
