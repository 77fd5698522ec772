import { setImmediate } from 'node:timers/promises'
import { agentSteps } from '../../../shared/coverage/agents-online.ts'
import { pageClassesOf } from '../../../shared/contract/page-rules.ts'
import { countCells } from '../../../shared/coverage/count-cells.ts'
import { endOpenSessions, visitEvidence } from '../../../shared/coverage/open-sessions.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import { checkSessions } from '../day-checks.ts'
import { withKept } from '../kept-sessions.ts'
import { pageClassingName, type PageRules } from '../page-classing.ts'
import { DEMO_AGENTS, DEMO_COUNTRY_RULE, DEMO_MEMBERS, DEMO_ORGANIZATION, DEMO_POOLS } from './company.ts'
import { demoDay, demoSessions, type DemoDay, type DemoVisit } from './demo-day.ts'
import { demoPages } from './pages.ts'
import { localDayOf, startOfLocalDay } from './local-days.ts'
import type { Source, SourceDayCheck, SourceSession } from '../source.ts'

/** The history that the demo has at least. */
const DEMO_WEEKS = 44
/** 6 January 2025: the past does not move with today, so nothing ever drops out of it. */
const FIRST_DAY = 20_094
/** Local days kept once made: enough for the next window, which begins where the last one ended. */
const MOST_KEPT_DAYS = 40
/** A forgotten session lasts this many days at most. */
const LONGEST_SESSION_DAYS = 2

type EndedSession = DemoDay['sessions'][number]

export interface DemoSourceOptions {
  /** The demo's present, epoch milliseconds: nothing has happened after it. */
  readonly now: number
  /** By which visits are divided by their pages; null or absent: they are not. */
  readonly pages?: PageRules | null
}

/** The first local date (day number of the calendar) of a demo whose present is `now`. */
function firstDemoDay(now: number): number {
  return Math.min(FIRST_DAY, localDayOf(now) - DEMO_WEEKS * 7)
}

/** A believable made-up company as a source, the same for everybody on the same day. */
export function createDemoSource({ now, pages: pageRules = null }: DemoSourceOptions): Source {
  const pages = pageRules === null ? null : demoPages(pageRules.rules)
  const firstDay = firstDemoDay(now)
  const kept = new Map<number, DemoDay>()
  const dayOf = (day: number): DemoDay => {
    const known = kept.get(day)
    if (known !== undefined) return known
    const made = demoDay(day)
    kept.set(day, made)
    if (kept.size > MOST_KEPT_DAYS) kept.delete(kept.keys().next().value!)
    return made
  }

  const sessionsByDay = new Map<number, readonly EndedSession[]>()
  const sessionsOf = (day: number): readonly EndedSession[] => {
    const known = sessionsByDay.get(day)
    if (known !== undefined) return known
    const made = demoSessions(day)
    sessionsByDay.set(day, made)
    return made
  }

  function visitsBetween(from: number, to: number): readonly DemoVisit[] {
    const days = localDays({ from: Math.max(from, startOfLocalDay(firstDay)), to })
    return days.flatMap((day) =>
      dayOf(day).pageviews.filter(({ createdAt }) => createdAt >= from && createdAt < to && createdAt < now),
    )
  }

  /** Sessions that overlap a span or start in it, as recorded at the present: one that is still on has no end yet. */
  function sessionsBetween(from: number, to: number): readonly SourceSession[] {
    const days = localDays({ from: from - LONGEST_SESSION_DAYS * DAY_MS, to }).filter((day) => day >= firstDay - 1)
    const ended = days
      .flatMap(sessionsOf)
      .filter(({ startedAt, endedAt }) => startedAt < to && (endedAt > from || startedAt >= from))
    return asRecorded(ended)
  }

  /** Sessions asked for by name, wherever they lie. Making a day's sessions is cheap, and few are ever missing. */
  function sessionsNamed(ids: readonly string[], brought: readonly SourceSession[]): readonly SourceSession[] {
    const missing = new Set(ids)
    for (const { id } of brought) missing.delete(id)
    const found: SourceSession[] = []
    for (let day = localDayOf(now); missing.size > 0 && day >= firstDay - 1; day -= 1) {
      found.push(...asRecorded(sessionsOf(day)).filter(({ id }) => missing.delete(id)))
    }
    return found
  }

  /** By id, sessions that are not closed at the present, with the end that they count with at `until`. */
  function openAt(until: number): ReadonlyMap<string, SourceSession> {
    const recorded = sessionsBetween(now - LONGEST_SESSION_DAYS * DAY_MS, now)
    const ended = endOpenSessions(recorded, {
      now: until,
      lastEvidence: ({ agentId, startedAt }, before) => {
        const last = visitsBetween(startedAt, before).findLast((visit) => visit.agentId === agentId)
        return last === undefined ? null : visitEvidence(last.createdAt)
      },
    })
    return new Map(
      ended.filter((_, index) => recorded[index]!.endedAt === null).map((session) => [session.id, session]),
    )
  }

  function asRecorded(sessions: readonly EndedSession[]): readonly SourceSession[] {
    return sessions
      .filter(({ startedAt, endedAt }) => startedAt < now && endedAt > startOfLocalDay(firstDay))
      .map((session) => (session.endedAt > now ? { ...session, endedAt: null } : session))
  }

  return {
    identity: 'demo 1',
    concurrency: 1,
    async describe(signal) {
      signal.throwIfAborted()
      return { now, organizations: [DEMO_ORGANIZATION] }
    },
    async directory({ now: until }, signal) {
      signal.throwIfAborted()
      const present = Math.min(until, now)
      const first = visitsBetween(startOfLocalDay(firstDay), Math.min(present + 1, startOfLocalDay(firstDay + 1)))[0]
      return {
        organization: DEMO_ORGANIZATION,
        countryRule: DEMO_COUNTRY_RULE,
        pools: DEMO_POOLS,
        agents: DEMO_AGENTS.map(({ id, name }) => ({ id, name })),
        members: DEMO_MEMBERS,
        earliest: first?.createdAt ?? null,
        latest: visitsBetween(present - DAY_MS, present + 1).at(-1)?.createdAt ?? null,
        firstVisit: first?.createdAt ?? null,
        unended: [],
        hasCountry: true,
        ...(pageRules === null || pages === null || pages.classOf === null
          ? {}
          : { pageClassing: pageClassingName(pageRules) }),
        problems: pages?.problem ? [pages.problem] : [],
      }
    },
    async window(request, signal) {
      signal.throwIfAborted()
      const startedAt = performance.now()
      const overlapping = sessionsBetween(request.from, request.to)
      const recorded = [...overlapping, ...sessionsNamed(request.alsoSessions, overlapping)]
      const open = recorded.some(({ endedAt }) => endedAt === null)
        ? openAt(request.now)
        : new Map<string, SourceSession>()
      const sessions = recorded.map((session) => open.get(session.id) ?? session)
      const visits = visitsBetween(request.from, request.to)
      const classOf = pages?.classOf ?? null
      const traffic = countCells(
        classOf === null ? visits : visits.map((visit) => ({ ...visit, pageClass: classOf(visit) })),
        agentSteps(withKept(sessions, request), request),
      )
      await setImmediate()
      return { traffic, sessions, sourceMs: performance.now() - startedAt, rows: 1 + sessions.length }
    },
    async dayChecks(request, signal) {
      const checks: SourceDayCheck[] = []
      for (let day = request.fromDay; day <= request.toDay; day += 1) {
        await setImmediate()
        signal.throwIfAborted()
        checks.push(dayCheck(day, request.now))
      }
      return checks
    },
    async countPages({ from, to, rules }, signal) {
      signal.throwIfAborted()
      const { classOf, problem } = demoPages(rules)
      if (classOf === null) return { visitors: null, problem }
      const visits = Map.groupBy(visitsBetween(from, to), classOf)
      return {
        visitors: [...pageClassesOf(rules).keys(), null].map((pageClass) => ({
          pageClass,
          visitors: visits.get(pageClass)?.length ?? 0,
          covered: visits.get(pageClass)?.filter(({ agentId }) => agentId !== null).length ?? 0,
        })),
        problem: null,
      }
    },
    async close() {
      kept.clear()
      sessionsByDay.clear()
    },
  }

  function dayCheck(day: number, until: number): SourceDayCheck {
    const visits = visitsBetween(day * DAY_MS, Math.min((day + 1) * DAY_MS, until))
    const started = sessionsBetween(day * DAY_MS, (day + 1) * DAY_MS).filter(
      ({ startedAt }) => utcDayOf(startedAt) === day && startedAt < until,
    )
    return {
      day,
      visitors: visits.length,
      covered: visits.filter(({ agentId }) => agentId !== null).length,
      sessions: checkSessions(started, day),
    }
  }
}

function localDays({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  if (from >= to) return []
  const first = localDayOf(from)
  return Array.from({ length: localDayOf(to - 1) - first + 1 }, (_, index) => first + index)
}
