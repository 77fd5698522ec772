import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { union, without, type Interval } from '../simulation/presence.ts'
import { Randomness } from '../simulation/random.ts'
import type { AgentStatus, StatusChangeRow } from './source-database.ts'

/** What the product does to what it records, each by itself. Without any, sessions and visits are recorded as they were. */
export const PRODUCT_HABITS = [
  /** A deployment leaves the session of each agent online open for ever; a new one begins seconds later. */
  'deployments',
  /** Each change between idle, in a call, away and offline is logged. */
  'status-changes',
  /** A session that is closed says how many seconds it was spent in each status. */
  'measured-seconds',
  /** Whom a visitor rang is logged. */
  'calls',
  /** A ring that nobody answers goes on to another agent, and each is a row of its own. */
  'rerouted-calls',
  /** A covered visit carries a pool of its agent, mostly the catch-all; a missed one that of its page. */
  'agent-pools',
  /** Some posts were held by somebody else before, whose profile is deactivated. */
  'former-agents',
] as const

export type ProductHabit = (typeof PRODUCT_HABITS)[number]
export type ProductHabits = ReadonlySet<ProductHabit>

export const NO_HABITS: ProductHabits = new Set()
export const ALL_HABITS: ProductHabits = new Set(PRODUCT_HABITS)

/** Reads "all", "" or names with commas between them. Throws an Error that lists the names. */
export function parseHabits(text: string): ProductHabits {
  if (text === 'all') return ALL_HABITS
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.filter((name) => !PRODUCT_HABITS.some((habit) => habit === name))
  if (unknown.length > 0)
    throw new Error(`There is no habit "${unknown.join('", "')}"; there are ${PRODUCT_HABITS.join(', ')}.`)
  return new Set(PRODUCT_HABITS.filter((habit) => names.includes(habit)))
}

export interface SiteVisit {
  /** Epoch milliseconds, as all instants here. */
  readonly at: number
  readonly country: string | null
  /** Pool of the page. */
  readonly poolId: string | null
  readonly agentId: string | null
  /** Until when the visitor takes the agent's time; null: it was no call. */
  readonly until: number | null
}

export interface SiteAgent {
  readonly id: string
  readonly pools: readonly string[]
  /** Intervals at the desk, in order. */
  readonly atDesk: readonly Interval[]
}

/** What really happened at a site, whatever is recorded of it. */
export interface SiteEvents {
  /** The same seed gives the same records. */
  readonly seed: string
  readonly timeZone: string
  /** Nothing at or after it is recorded. */
  readonly now: number
  readonly agents: readonly SiteAgent[]
  /** Signed on, in order of their start; an end may lie after now. */
  readonly sessions: readonly {
    readonly id: string
    readonly agentId: string
    readonly startedAt: number
    readonly endedAt: number
  }[]
  /** In order of time. */
  readonly visits: readonly SiteVisit[]
  readonly catchAllPoolId: string
  /** Who held whose post until when; by which former agents are known. */
  readonly handovers: readonly Handover[]
}

export interface Handover {
  readonly agentId: string
  readonly formerId: string
  readonly at: number
}

export interface RecordedSession {
  readonly id: string
  readonly agentId: string
  readonly startedAt: number
  /** null: not closed. */
  readonly endedAt: number | null
  readonly seconds?: Readonly<Record<'idle' | 'inCall' | 'away', number>>
}

export interface RecordedVisit {
  readonly createdAt: number
  readonly poolId: string | null
  readonly agentId: string | null
  readonly country: string | null
  readonly visitorId: string
}

export interface RecordedCall {
  readonly createdAt: number
  readonly poolId: string | null
  readonly agentId: string
  readonly visitorId: string
  readonly status: 'completed' | 'missed' | 'rejected'
  readonly seconds: number | null
}

/** The rows that the product has of a site. */
export interface ProductRecords {
  readonly sessions: readonly RecordedSession[]
  readonly statusChanges: readonly StatusChangeRow[]
  readonly visits: readonly RecordedVisit[]
  readonly calls: readonly RecordedCall[]
  readonly deactivated: readonly Handover[]
}

const RING_MS = 15_000

/** Instants from `start` until before `end` at which the server is deployed: on every third day or so, from 9 to 18 o'clock. */
function deploymentsOf({ seed, timeZone }: SiteEvents, start: number, end: number): readonly number[] {
  const instants: number[] = []
  for (let day = Math.floor(start / DAY_MS) - 1; day * DAY_MS < end + DAY_MS; day += 1) {
    const random = new Randomness(`${seed} deployment ${day}`)
    if (!random.chance(0.35)) continue
    const wall = day * DAY_MS + Math.round(random.between(9, 18) * HOUR_MS)
    instants.push(wall - offsetAt(wall, timeZone))
  }
  return instants.filter((at) => at >= start && at < end)
}

/** What the product records of a site that has these habits. Rows are in order of time. */
export function recordSite(site: SiteEvents, habits: ProductHabits): ProductRecords {
  const handovers = habits.has('former-agents') ? site.handovers : []
  const holderOf = (agentId: string, at: number): string =>
    handovers.find((handover) => handover.agentId === agentId && at < handover.at)?.formerId ?? agentId
  const visits = site.visits.map((visit, index): RecordedVisit & { readonly until: number | null } => ({
    createdAt: visit.at,
    poolId: visit.agentId !== null && habits.has('agent-pools') ? recordedPool(site, visit.agentId) : visit.poolId,
    agentId: visit.agentId === null ? null : holderOf(visit.agentId, visit.at),
    country: visit.country,
    visitorId: textId(`${site.seed} visitor ${visit.at} ${index}`),
    until: visit.until,
  }))
  const calls = Map.groupBy(
    site.visits.filter(({ agentId, until }) => agentId !== null && until !== null),
    ({ agentId }) => agentId!,
  )
  const desks = new Map(
    site.agents.map(({ id, atDesk }) => [
      id,
      { atDesk, inCall: union((calls.get(id) ?? []).map(({ at, until }) => ({ start: at, end: until! }))) },
    ]),
  )
  const sessions: RecordedSession[] = []
  const statusChanges: StatusChangeRow[] = []
  for (const part of habits.has('deployments')
    ? cutByDeployments(site)
    : site.sessions.map((session) => ({ ...session, leftOpen: false }))) {
    if (part.startedAt >= site.now) continue
    const agentId = holderOf(part.agentId, part.startedAt)
    const isClosed = !part.leftOpen && part.endedAt <= site.now
    const desk = desks.get(part.agentId) ?? { atDesk: [], inCall: [] }
    const statuses = statusesDuring({ start: part.startedAt, end: Math.min(part.endedAt, site.now) }, desk)
    sessions.push({
      id: part.id,
      agentId,
      startedAt: part.startedAt,
      endedAt: isClosed ? part.endedAt : null,
      ...(habits.has('measured-seconds') && isClosed ? { seconds: secondsOf(statuses) } : {}),
    })
    if (habits.has('status-changes'))
      statusChanges.push(
        ...statusChangesOf(statuses, { sessionId: part.id, agentId, closedAt: isClosed ? part.endedAt : null }),
      )
  }
  return {
    sessions: sessions.toSorted((a, b) => a.startedAt - b.startedAt),
    statusChanges: statusChanges.toSorted((a, b) => Number(a.changedAt) - Number(b.changedAt)),
    visits,
    calls:
      habits.has('calls') || habits.has('rerouted-calls')
        ? visits.flatMap((visit) => ringsOf(visit, site, habits.has('rerouted-calls')))
        : [],
    deactivated: handovers,
  }
}

/** The pool under which visits that an agent covers are recorded. */
function recordedPool({ seed, agents, catchAllPoolId }: SiteEvents, agentId: string): string {
  const own = agents.find(({ id }) => id === agentId)?.pools[0]
  return own === undefined || new Randomness(`${seed} pool of ${agentId}`).chance(0.8) ? catchAllPoolId : own
}

type SessionPart = SiteEvents['sessions'][number] & { readonly leftOpen: boolean }

/** Sessions as deployments leave them: each but the last part stays open, and the next begins some seconds later. */
function cutByDeployments(site: SiteEvents): readonly SessionPart[] {
  const { seed, sessions, now } = site
  return sessions.flatMap((session) => {
    const random = new Randomness(`${seed} reconnects ${session.id}`)
    const parts: SessionPart[] = []
    let { startedAt, id } = session
    for (const at of deploymentsOf(site, session.startedAt, Math.min(session.endedAt, now))) {
      const back = at + Math.round(random.between(3, 12)) * 1000
      if (at <= startedAt || back >= session.endedAt) continue
      parts.push({ ...session, id, startedAt, endedAt: at, leftOpen: true })
      startedAt = back
      id = textId(`${session.id} after ${at}`)
    }
    return [...parts, { ...session, id, startedAt, leftOpen: false }]
  })
}

interface StatusInterval extends Interval {
  readonly status: Exclude<AgentStatus, 'offline'>
}

/** What an agent did during a session: away where not at the desk, in a call, else idle. */
function statusesDuring(
  session: Interval,
  { atDesk, inCall }: { readonly atDesk: readonly Interval[]; readonly inCall: readonly Interval[] },
): readonly StatusInterval[] {
  const near = (intervals: readonly Interval[]): readonly Interval[] =>
    intervals
      .slice(firstAfter(intervals, session.start), firstAfter(intervals, session.end) + 1)
      .filter(({ start, end }) => start < session.end && end > session.start)
      .map(({ start, end }) => ({ start: Math.max(start, session.start), end: Math.min(end, session.end) }))
  const desk = near(atDesk)
  const away = without([session], union(desk))
  const calls = without(near(inCall), away)
  const tagged = (intervals: readonly Interval[], status: StatusInterval['status']): readonly StatusInterval[] =>
    intervals.map((interval) => ({ ...interval, status }))
  return [...tagged(away, 'away'), ...tagged(calls, 'in_call'), ...tagged(without(desk, calls), 'idle')].toSorted(
    (a, b) => a.start - b.start,
  )
}

/** Index of the first of some ordered intervals that ends after an instant. */
function firstAfter(intervals: readonly Interval[], at: number): number {
  let low = 0
  let high = intervals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (intervals[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return low
}

function secondsOf(statuses: readonly StatusInterval[]): Readonly<Record<'idle' | 'inCall' | 'away', number>> {
  const sum = (wanted: AgentStatus): number =>
    Math.round(
      statuses.reduce((total, { status, start, end }) => (status === wanted ? total + end - start : total), 0) / 1000,
    )
  return { idle: sum('idle'), inCall: sum('in_call'), away: sum('away') }
}

interface LoggedSession {
  readonly sessionId: string
  readonly agentId: string
  /** null: it was not closed, so nothing says that the agent went offline. */
  readonly closedAt: number | null
}

/** The log of a session: one row for each change of status, from offline when it begins and to offline when it is closed. */
function statusChangesOf(
  statuses: readonly StatusInterval[],
  { sessionId, agentId, closedAt }: LoggedSession,
): readonly StatusChangeRow[] {
  const changes: StatusChangeRow[] = []
  let before: AgentStatus = 'offline'
  const change = (to: AgentStatus, changedAt: number): void => {
    if (to !== before) changes.push({ sessionId, agentId, from: before, to, changedAt })
    before = to
  }
  for (const { status, start } of statuses) change(status, start)
  if (closedAt !== null) change('offline', closedAt)
  return changes
}

/** The rows of a visitor who rang: one, or one more for each agent who did not answer before. */
function ringsOf(
  visit: RecordedVisit & { readonly until: number | null },
  { seed, agents }: SiteEvents,
  isRerouted: boolean,
): readonly RecordedCall[] {
  const { createdAt, poolId, agentId, visitorId, until } = visit
  if (agentId === null || until === null) return []
  const answered: RecordedCall = {
    createdAt,
    poolId,
    agentId,
    visitorId,
    status: 'completed',
    seconds: Math.max(1, Math.round((until - createdAt) / 1000)),
  }
  if (!isRerouted) return [answered]
  const random = new Randomness(`${seed} rings ${visitorId}`)
  const others = agents.filter(
    ({ id, atDesk }) => id !== agentId && (atDesk[firstAfter(atDesk, createdAt)]?.start ?? Infinity) <= createdAt,
  )
  const attempts = others.length > 0 && random.chance(0.3) ? 1 + Number(random.chance(0.3)) : 0
  const unanswered = Array.from({ length: attempts }, (_, index): RecordedCall => ({
    createdAt: createdAt - (attempts - index) * RING_MS,
    poolId,
    agentId: others[Math.floor(random.uniform() * others.length)]!.id,
    visitorId,
    status: random.chance(0.7) ? 'missed' : 'rejected',
    seconds: null,
  }))
  return [...unanswered, answered]
}

/** A uuid that depends on a text alone. */
export function textId(text: string): string {
  const random = new Randomness(text)
  const hex = Array.from({ length: 8 }, () =>
    Math.floor(random.uniform() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  )
  return `${hex[0]}${hex[1]}-${hex[2]}-4${hex[3]!.slice(1)}-8${hex[4]!.slice(1)}-${hex[5]}${hex[6]}${hex[7]}`
}
