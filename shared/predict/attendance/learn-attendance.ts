import type { SessionInterval } from '../../coverage/session-interval.ts'
import type { Interval } from '../../foundation/interval.ts'
import { DAY_MS, HOUR_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import type { AttendanceModel, AttendanceProfile } from '../types.ts'
import { addBlock, addSums, emptySums, profileOf, type AttendanceSums, type Strength } from './attendance-sums.ts'
import { blocksOf, type PlannedBlock } from './blocks.ts'
import { commonShare, type PersonWeek } from './common-absence.ts'
import { inferPlannedIntervals, type HistoryOptions, type InferredInterval } from './infer-shifts.ts'
import { EDGE_QUARTERS, OUTSIDE_QUARTERS } from './shift-place.ts'
import { forgottenByAgent, onlineByAgent } from './work-intervals.ts'

export interface AttendanceInput extends HistoryOptions {
  readonly sessions: readonly SessionInterval[]
  /** What published plans said for past weeks; null: none was. Before an agent's first of them shifts are inferred. */
  readonly planned: readonly PlannedInterval[] | null
  /** Who serves which pool (null: everybody): an agent with little history is taken like the pool's others. */
  readonly pools?: readonly { readonly members: readonly string[] | null }[]
}

/** What is taken to be so where nothing is known yet: people come a little late, have a break, and now and then do not come. */
const BEFORE_ANY: AttendanceProfile = {
  shows: 0.95,
  beforeStart: [0.1, 0, 0],
  sinceStart: [0.75, 0.92, 0.95, 0.95, 0.95, 0.95],
  beforeEnd: [0.85, 0.93, 0.95, 0.95, 0.95, 0.95],
  afterEnd: [0.15, 0, 0],
  middle: 0.9,
  middleOutsideBreaks: 0.96,
  duringBreaks: 0.2,
  shifts: 0,
}

const FOR_EVERYBODY: Strength = { shows: 5, edge: 3, middle: 20 }
const FOR_POOL: Strength = { shows: 30, edge: 15, middle: 100 }
const FOR_AGENT: Strength = { shows: 25, edge: 6, middle: 40 }
/** Breaks of so much of the middle of a shift are what people usually take. */
const USUAL_BREAK_SHARE = 0.07

/** Learns how people keep to their shifts: each agent shrunk towards the agent's pools, and those towards everybody. */
export function learnAttendance(input: AttendanceInput): AttendanceModel {
  const online = onlineByAgent(input.sessions, {
    from: input.origin - ((input.weeks ?? 8) + 1) * 7 * DAY_MS,
    origin: input.origin,
  })
  const expected = expectedIntervals(input)
  const forgotten = forgottenByAgent(input.sessions, input.origin)
  const byAgent = new Map<string, AttendanceSums>()
  const personWeeks: PersonWeek[] = []
  for (const [agentId, intervals] of expected) {
    const weeks = new Map<number, PersonWeek>()
    const sums = sumsOf(
      intervals,
      { online: online.get(agentId) ?? [], unclear: forgotten.get(agentId) ?? [], origin: input.origin },
      (start, isWorked) => {
        const week = Math.floor((input.origin - start) / (7 * DAY_MS))
        const found = weeks.get(week) ?? { agentId, week, expected: 0, absent: 0 }
        weeks.set(week, found)
        found.expected += 1
        found.absent += Number(!isWorked)
      },
    )
    byAgent.set(agentId, sums)
    personWeeks.push(...weeks.values())
  }

  const all = emptySums()
  for (const sums of byAgent.values()) addSums(all, sums)
  const everybody = withBreakHabit(profileOf(all, BEFORE_ANY, FOR_EVERYBODY), all, input.planned)
  const pools = (input.pools ?? []).flatMap(({ members }) =>
    members === null ? [] : [{ members: new Set(members), profile: poolProfile(members, byAgent, everybody) }],
  )
  const agents: Record<string, AttendanceProfile> = {}
  for (const [agentId, sums] of byAgent) {
    const own = pools.filter(({ members }) => members.has(agentId)).map(({ profile }) => profile)
    agents[agentId] = {
      ...profileOf(sums, own.length === 0 ? everybody : meanProfile(own), FOR_AGENT),
      duringBreaks: everybody.duringBreaks,
    }
  }
  const common = commonShare(personWeeks)
  return { agents, everybody, ...(common > 0 ? { commonShare: common } : {}) }
}

/** Planned intervals by agent: those of plans, and before an agent's first of these inferred ones. */
function expectedIntervals(input: AttendanceInput): ReadonlyMap<string, readonly InferredInterval[]> {
  const planned = (input.planned ?? []).filter(({ agentId, end }) => agentId !== null && end <= input.origin)
  const plannedFrom = new Map<string, number>()
  for (const { agentId, start } of planned)
    plannedFrom.set(agentId!, Math.min(start, plannedFrom.get(agentId!) ?? start))
  const inferred = inferPlannedIntervals(input.sessions, input).filter(
    ({ agentId, end }) => end <= (plannedFrom.get(agentId!) ?? end),
  )
  const byAgent = new Map<string, InferredInterval[]>()
  for (const interval of [...inferred, ...planned.map((interval) => ({ ...interval, isRegular: true }))]) {
    const intervals = byAgent.get(interval.agentId!)
    if (intervals) intervals.push(interval)
    else byAgent.set(interval.agentId!, [interval])
  }
  return byAgent
}

interface Observed {
  readonly online: readonly Interval[]
  /** Time of which it is not known whether the agent was online. */
  readonly unclear: readonly Interval[]
  readonly origin: number
}

/** Visits each shift that was expected, with whether it was worked. */
function sumsOf(
  intervals: readonly InferredInterval[],
  { online, unclear, origin }: Observed,
  visit: (start: number, isWorked: boolean) => void,
): AttendanceSums {
  const sums = emptySums()
  const blocks = blocksOf(intervals)
  const regular = new Set(intervals.filter(({ isRegular }) => isRegular).map(({ start }) => start))
  blocks.forEach((block, index) => {
    if (unclear.some((interval) => interval.start < block.end && interval.end > block.start)) return
    const { from, to } = surroundings(block, { before: blocks[index - 1], after: blocks[index + 1], origin })
    const isExpected = regular.has(block.start)
    const isWorked = addBlock(sums, { block, online, from, to, isExpected })
    if (isExpected) visit(block.start, isWorked)
  })
  return sums
}

/** Time about a block that belongs to it: up to half of the way to its neighbours. */
function surroundings(
  block: PlannedBlock,
  {
    before,
    after,
    origin,
  }: { readonly before: PlannedBlock | undefined; readonly after: PlannedBlock | undefined; readonly origin: number },
): { readonly from: number; readonly to: number } {
  const reach = OUTSIDE_QUARTERS * (HOUR_MS / 4)
  return {
    from: Math.max(block.start - reach, before ? (before.end + block.start) / 2 : Number.NEGATIVE_INFINITY),
    to: Math.min(block.end + reach, origin, after ? (block.end + after.start) / 2 : Number.POSITIVE_INFINITY),
  }
}

function poolProfile(
  members: readonly string[],
  byAgent: ReadonlyMap<string, AttendanceSums>,
  everybody: AttendanceProfile,
): AttendanceProfile {
  const sums = emptySums()
  for (const agentId of members) {
    const own = byAgent.get(agentId)
    if (own) addSums(sums, own)
  }
  return profileOf(sums, everybody, FOR_POOL)
}

function meanProfile(profiles: readonly AttendanceProfile[]): AttendanceProfile {
  const mean = (valueOf: (profile: AttendanceProfile) => number): number =>
    profiles.reduce((sum, profile) => sum + valueOf(profile), 0) / profiles.length
  const list = (name: 'beforeStart' | 'sinceStart' | 'beforeEnd' | 'afterEnd', length: number): readonly number[] =>
    Array.from({ length }, (_, index) => mean((profile) => profile[name][index]!))
  return {
    shows: mean(({ shows }) => shows),
    beforeStart: list('beforeStart', OUTSIDE_QUARTERS),
    sinceStart: list('sinceStart', EDGE_QUARTERS),
    beforeEnd: list('beforeEnd', EDGE_QUARTERS),
    afterEnd: list('afterEnd', OUTSIDE_QUARTERS),
    middle: mean(({ middle }) => middle),
    middleOutsideBreaks: mean(({ middleOutsideBreaks }) => middleOutsideBreaks),
    duringBreaks: mean(({ duringBreaks }) => duringBreaks),
    shifts: 0,
  }
}

/**
 * Where a plan with breaks was published, sessions say whether people sign off in them. Where breaks were inferred from gaps in sessions
 * they cannot: there people who show hardly any gaps evidently stay signed on, and are in a drawn break as often as they are short of gaps.
 */
function withBreakHabit(
  everybody: AttendanceProfile,
  sums: AttendanceSums,
  planned: readonly PlannedInterval[] | null,
): AttendanceProfile {
  if (planned?.some(({ breaks }) => breaks.length > 0) || sums.middle.planned === 0) return everybody
  const away = 1 - sums.middle.online / sums.middle.planned
  return { ...everybody, duringBreaks: Math.max(everybody.duringBreaks, 1 - away / USUAL_BREAK_SHARE) }
}
