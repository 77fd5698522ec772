import { setImmediate } from 'node:timers/promises'
import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import { SLOT_MS } from '../../shared/time/slots.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import type { SessionInterval } from '../../shared/coverage/session-interval.ts'
import type { CallCount, CountryFilter, DataProblem } from '../../shared/coverage/types.ts'
import type {
  CallsCounting,
  DayCheckRequest,
  DirectoryRequest,
  Membership,
  PresenceRequest,
  Source,
  SourceAgent,
  SourceDayCheck,
  SourceDirectory,
  SourceOrganization,
  SourcePool,
  SourcePresence,
  SourceSession,
  WindowFacts,
  WindowRequest,
} from '../../electron/sync/source.ts'

export interface RawVisit {
  readonly id: string
  readonly at: number
  readonly agentId: string | null
  readonly poolId: string | null
  readonly country: string | null
}

/** One counted cell with its codes spelled out. */
export interface NamedCell {
  readonly slot: number
  readonly pool: string | null
  readonly country: string | null
  readonly agents: number
  readonly visitors: number
  readonly covered: number
}

const FORGOTTEN_MS = 16 * HOUR_MS

/** A source over rows in memory that a test changes as it likes. It counts one visit at a time, the slow and obvious way. */
export class MemorySource implements Source {
  identity = 'memory'
  callsIdentity = 'calls'
  concurrency = 1
  now: number
  organizations: SourceOrganization[] = [{ id: 'org', name: 'Acme' }]
  visits: RawVisit[] = []
  sessions: SourceSession[] = []
  pools: SourcePool[] | null = null
  agents: SourceAgent[] | null = null
  members: { readonly poolId: string; readonly agentId: string }[] | null = null
  countryRule: CountryFilter | null = null
  /** null: there is no table of them; undefined: it does not answer. */
  calls: CallCount[] | null | undefined = []
  callsCounting: CallsCounting = 'visitors'
  problems: DataProblem[] = []
  presenceIdentity = 'presence'
  /** What agents did while online; null: it is not recorded. */
  recorded: { seconds: MeasuredSeconds[]; away: SessionInterval[] } | null = null
  readonly presenceAsked: PresenceRequest[] = []
  /** What a window of this span takes. */
  millisecondsOf: (spanMs: number) => number = () => 150
  /** How many turns of the event loop a window's facts take to arrive after they were read. */
  turnsOf: () => number = () => 0
  /** Called before every answer; may throw, or change the rows. */
  beforeAnswer: (kind: 'describe' | 'directory' | 'window' | 'dayChecks' | 'presence', request: unknown) => void =
    () => {}
  readonly windows: WindowRequest[] = []
  /** The first days of which calls were asked for, run by run. */
  readonly callDays: (number | null)[] = []
  readonly checks: DayCheckRequest[] = []

  constructor(now: number) {
    this.now = now
  }

  async describe(): Promise<{ readonly now: number; readonly organizations: readonly SourceOrganization[] }> {
    this.beforeAnswer('describe', null)
    return { now: this.now, organizations: this.organizations }
  }

  async directory({ organizationId, now, callsFromDay }: DirectoryRequest): Promise<SourceDirectory> {
    this.beforeAnswer('directory', organizationId)
    this.callDays.push(callsFromDay)
    const visits = this.visits.filter(({ at }) => at <= now).map(({ at }) => at)
    const online = this.ended(now).flatMap(({ startedAt, endedAt, leftOpen }) =>
      startedAt > now ? [] : [startedAt, leftOpen ? startedAt : Math.min(endedAt ?? now, now)],
    )
    const instants = [...visits, ...online]
    return {
      organization: this.organizations.find(({ id }) => id === organizationId)!,
      countryRule: this.countryRule,
      pools: this.pools,
      agents: this.agents,
      members: this.members,
      earliest: instants.length === 0 ? null : Math.min(...instants),
      latest: instants.length === 0 ? null : Math.max(...instants),
      unended: this.ended(now).filter(
        ({ agentId, startedAt, leftOpen }) =>
          leftOpen &&
          leftOpen !== 'next-session' &&
          this.sessions.every(
            (other) => other.agentId !== agentId || other.startedAt <= startedAt || other.startedAt >= now,
          ),
      ),
      firstVisit: visits.length === 0 ? null : Math.min(...visits),
      hasCountry: true,
      ...this.#callsFrom(callsFromDay),
      problems: this.problems,
    }
  }

  #callsFrom(day: number | null): Pick<SourceDirectory, 'calls' | 'callsCounting'> {
    if (this.calls === null) return { calls: null }
    return this.calls === undefined || day === null
      ? {}
      : { calls: this.calls.filter((count) => count.day >= day), callsCounting: this.callsCounting }
  }

  async window(request: WindowRequest, signal: AbortSignal): Promise<WindowFacts> {
    signal.throwIfAborted()
    this.beforeAnswer('window', request)
    this.windows.push(request)
    const cells = this.count(request)
    const sessions = this.ended(request.now).filter((session) => {
      if (request.alsoSessions.includes(session.id)) return true
      if (session.startedAt >= request.from && session.startedAt < request.to) return true
      return session.startedAt < request.to && (session.endedAt === null || session.endedAt > request.from)
    })
    for (let turns = this.turnsOf(); turns > 0; turns -= 1) await setImmediate()
    return {
      traffic: batchOf(cells),
      sessions,
      sourceMs: this.millisecondsOf(request.to - request.from),
      rows: 1 + sessions.length,
    }
  }

  async dayChecks(request: DayCheckRequest): Promise<readonly SourceDayCheck[]> {
    this.beforeAnswer('dayChecks', request)
    this.checks.push(request)
    const checks: SourceDayCheck[] = []
    for (let day = request.fromDay; day <= request.toDay; day += 1) {
      const isOnDay = (instant: number): boolean => Math.floor(instant / DAY_MS) === day && instant < request.now
      const visits = this.visits.filter(({ at }) => isOnDay(at))
      const sessions = this.sessions.filter(({ startedAt }) => isOnDay(startedAt))
      if (visits.length === 0 && sessions.length === 0) continue
      checks.push({
        day,
        visitors: visits.length,
        covered: visits.filter(({ agentId }) => agentId !== null).length,
        sessions: {
          count: sessions.length,
          open: sessions.filter(({ endedAt }) => endedAt === null).length,
          startSum: sessions.reduce((sum, { startedAt }) => sum + startedAt - day * DAY_MS, 0),
          endSum: sessions.reduce((sum, { endedAt }) => sum + (endedAt === null ? 0 : endedAt - day * DAY_MS), 0),
        },
      })
    }
    return checks
  }

  async presence(request: PresenceRequest): Promise<SourcePresence | null> {
    this.beforeAnswer('presence', request)
    this.presenceAsked.push(request)
    if (this.recorded === null) return null
    const isAsked = (day: number): boolean => day >= request.fromDay && day <= request.toDay
    const away = this.recorded.away.filter(
      ({ startedAt }) => isAsked(Math.floor(startedAt / DAY_MS)) && startedAt < request.now,
    )
    return { seconds: this.recorded.seconds.filter(({ day }) => isAsked(day)), away: request.away ? away : null }
  }

  /** Its visits have no pages. */
  async countPages() {
    return { visitors: [], problem: null }
  }

  async close(): Promise<void> {}

  /** The cells of a window, counted visit by visit. */
  count(window: Pick<WindowRequest, 'from' | 'to' | 'now' | 'membership' | 'keptSessions'>): readonly NamedCell[] {
    const ended = this.ended(window.now)
    const kept = window.keptSessions?.filter(({ id }) => this.sessions.every((session) => session.id !== id)) ?? []
    const cells = new Map<string, NamedCell>()
    for (const visit of this.visits) {
      if (visit.at < window.from || visit.at >= window.to || visit.at >= window.now) continue
      const key: Omit<NamedCell, 'visitors' | 'covered'> = {
        slot: Math.floor(visit.at / SLOT_MS),
        pool: visit.poolId,
        country: visit.country,
        agents: agentsOnline(visit, [...ended, ...kept], window),
      }
      const id = JSON.stringify(key)
      const before = cells.get(id) ?? { ...key, visitors: 0, covered: 0 }
      cells.set(id, {
        ...before,
        visitors: before.visitors + 1,
        covered: before.covered + (visit.agentId === null ? 0 : 1),
      })
    }
    return [...cells.values()]
  }

  /** Every session with the end that it counts with at `now`: the rule for those that were never closed, said once more. */
  ended(now: number): readonly SourceSession[] {
    return this.sessions.map((session): SourceSession => {
      const { agentId, startedAt, endedAt } = session
      if (endedAt !== null || startedAt >= now) return session
      const others = this.sessions.filter(
        (other) => other !== session && other.agentId === agentId && other.startedAt < now,
      )
      if (others.some((other) => other.startedAt === startedAt && other.endedAt === null && other.id > session.id))
        return { ...session, endedAt: startedAt, leftOpen: 'next-session' }
      const next = Math.min(...others.map((other) => other.startedAt).filter((start) => start > startedAt))
      const limit = Math.min(next, now)
      if (limit - startedAt <= FORGOTTEN_MS)
        return next < now ? { ...session, endedAt: next, leftOpen: 'next-session' } : session
      const seen = this.visits
        .filter((visit) => visit.agentId === agentId && visit.at >= startedAt && visit.at < limit)
        .map(({ at }) => (Math.floor(at / SLOT_MS) + 1) * SLOT_MS)
      if (seen.length === 0) return { ...session, endedAt: startedAt + FORGOTTEN_MS, leftOpen: 'no-evidence' }
      return { ...session, endedAt: Math.min(limit, Math.max(...seen)), leftOpen: 'last-evidence' }
    })
  }
}

function agentsOnline(
  visit: RawVisit,
  sessions: readonly SourceSession[],
  window: { readonly now: number; readonly membership: Membership },
): number {
  const serving = visit.poolId === null ? 'all' : (window.membership.get(visit.poolId) ?? 'all')
  const online = sessions.filter(({ agentId, startedAt, endedAt, leftOpen }) => {
    const isForgotten = !leftOpen && (endedAt ?? window.now) - startedAt > FORGOTTEN_MS
    const end = Math.min(endedAt ?? window.now, window.now)
    return !isForgotten && startedAt <= visit.at && visit.at < end && (serving === 'all' || serving.has(agentId))
  })
  return new Set(online.map(({ agentId }) => agentId)).size
}

/** Cells as a batch with its own dictionary. */
export function batchOf(cells: readonly NamedCell[]): CubeBatch {
  const pools = [...new Set(cells.map(({ pool }) => pool))]
  const countries = [...new Set(cells.map(({ country }) => country))]
  return {
    dictionary: { pools, countries },
    cells: {
      length: cells.length,
      slot: Int32Array.from(cells, ({ slot }) => slot),
      pool: Uint8Array.from(cells, ({ pool }) => pools.indexOf(pool)),
      country: Uint16Array.from(cells, ({ country }) => countries.indexOf(country)),
      agents: Uint8Array.from(cells, ({ agents }) => agents),
      visitors: Uint32Array.from(cells, ({ visitors }) => visitors),
      covered: Uint32Array.from(cells, ({ covered }) => covered),
    },
  }
}

/** A batch's cells spelled out and in a fixed order. */
export function cellsOf(batch: CubeBatch | null): readonly NamedCell[] {
  if (batch === null) return []
  const { cells, dictionary } = batch
  return sortCells(
    Array.from({ length: cells.length }, (_, cell) => ({
      slot: cells.slot[cell]!,
      pool: dictionary.pools[cells.pool[cell]!]!,
      country: dictionary.countries[cells.country[cell]!]!,
      agents: cells.agents[cell]!,
      visitors: cells.visitors[cell]!,
      covered: cells.covered[cell]!,
    })),
  )
}

export function sortCells(cells: readonly NamedCell[]): readonly NamedCell[] {
  const key = ({ slot, pool, country, agents }: NamedCell): string => JSON.stringify([slot, pool, country, agents])
  return cells.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
