import { localDateOf, localRange } from '../../../shared/time/local.ts'
import { healthSpans } from '../../../shared/health/month-sums.ts'
import { mergeDays } from '../../../shared/health/merge-days.ts'
import type { HealthDay, OrganizationFacts } from '../../../shared/health/organization-facts.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { ConnectionSettings } from '../postgres/connection-settings.ts'
import {
  readHealthCalls,
  readHealthOrganizations,
  readHealthVisits,
  readRecentCalls,
  type HealthCalls,
  type HealthCell,
  type HealthOrganization,
  type HealthWindow,
} from '../postgres/health.ts'
import { countedLayoutOf, type CountedLayout } from '../postgres/layout.ts'
import { readClock } from '../postgres/organizations.ts'
import { createSnapshotReader, type Query } from '../postgres/snapshot-reader.ts'
import { inspectTables } from '../postgres/table-access.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'

/** An organization as it was counted, and what its own figures were counted by. */
export interface CountedOrganization {
  readonly facts: OrganizationFacts
  readonly rule: string
}

export interface KnownCount {
  readonly now: number
  /** What could be read then (`countedParts`). */
  readonly parts: CountedParts
  readonly organizations: readonly CountedOrganization[]
}

/** What a count depends on besides the tables' names: another one counts everything again. */
export interface CountedParts {
  /** Where visits' countries, and the rules for them, are read from; null: they cannot be. */
  readonly countries: string | null
  /** Where calls and their status are read from; null: they cannot be. */
  readonly calls: string | null
}

export interface CountRequest {
  readonly connection: ConnectionSettings
  readonly mapping: SourceMapping
  readonly statementTimeoutMs: number
  /** Instead of the database's clock, epoch milliseconds; null: that. */
  readonly now: number | null
  readonly timeZone: string
  /** What an earlier count of the same source and zone found, no later than `now`; null: everything is counted. */
  readonly known: KnownCount | null
  /** Called whenever the database answered. */
  readonly onAnswer?: () => void
  readonly onStep?: (step: CountStep) => void
}

/** What a count is at. */
export interface CountStep {
  readonly step: 'looking' | 'visitors' | 'calls' | 'scoring'
  /** About so many rows are in the table that is counted, where the database knows; null: it does not, or only what is new is counted. */
  readonly rows: number | null
}

/** Whether two counts could read the same. */
export function hasSameParts(one: CountedParts, other: CountedParts): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Visits may be committed late: so much before the last count is counted again. */
const OVERLAP_MS = 120 * MINUTE_MS

/**
 * Counts visitors and calls of every organization that the role may see, in one snapshot: what came since the last count, and all of those
 * that are new or have another country rule. What was counted before stays, also where the source has lost it. Throws AppError 'source-*'.
 */
export async function countOrganizations(
  { connection, mapping, statementTimeoutMs, onAnswer, onStep = () => undefined, ...request }: CountRequest,
  signal: AbortSignal,
): Promise<KnownCount> {
  const reader = createSnapshotReader({
    connection,
    statementTimeoutMs,
    connections: 1,
    ...(onAnswer === undefined ? {} : { onAnswer }),
  })
  try {
    return await reader.read(async (query) => {
      onStep({ step: 'looking', rows: null })
      const found = await inspectTables(query, { mapping, organizationId: null, readRowsOf: 'directory' })
      const { pageviews, calls } = found.tables
      return await countWith(query, countedLayoutOf(found, mapping), {
        ...request,
        onStep,
        rows: { visitors: pageviews?.estimatedRows ?? null, calls: calls?.estimatedRows ?? null },
      })
    }, signal)
  } finally {
    await reader.close()
  }
}

interface Counting extends Pick<CountRequest, 'now' | 'timeZone' | 'known'> {
  readonly onStep: (step: CountStep) => void
  /** About as many are in the tables. */
  readonly rows: Readonly<Record<'visitors' | 'calls', number | null>>
}

async function countWith(
  query: Query,
  layout: CountedLayout,
  { now: asked, timeZone, known: before, onStep, rows }: Counting,
): Promise<KnownCount> {
  const now = asked ?? (await readClock(query))
  // A computer or a database whose clock was ahead: what was counted then is no beginning.
  const known = before !== null && before.now > now ? null : before
  const parts = countedParts(layout)
  const listed = await readHealthOrganizations(query, layout)
  const kept = new Map(known?.organizations.map((one) => [one.facts.id, one]))
  const { firstDaily } = healthSpans({ now, timeZone })
  const daily = localRange(...sameDate(firstDaily), timeZone).start
  const isAsBefore = known !== null && hasSameParts(known.parts, parts)
  const fromDate = isAsBefore ? localDateOf(known.now - OVERLAP_MS, timeZone) : null
  const from = fromDate === null ? null : localRange(fromDate, fromDate, timeZone).start
  // What came since is sought an organization at a time: the product's tables have an index by organization and time, none by time alone.
  const sought = from === null || listed.length === 0 ? null : listed.map(({ id }) => id)
  const window: HealthWindow = {
    from,
    to: now,
    timeZone,
    // What is added to earlier sums is by day from its beginning: a month would take their days in.
    dailyFrom: from === null ? daily : Math.min(from, daily),
    organizationIds: sought,
  }
  const counted = (of: HealthWindow) =>
    countWindow(query, layout, {
      window: of,
      onStep: (step) => onStep({ step, rows: of.from === null ? rows[step] : null }),
    })
  const added = await counted(window)
  const organizations = listed.length > 0 ? listed : nameless([...added.keys(), ...kept.keys()])
  const anew =
    from === null ? [] : organizations.filter(({ id, rule }) => kept.get(id)?.rule !== rule).map(({ id }) => id)
  const whole =
    anew.length === 0 ? added : await counted({ ...window, from: null, dailyFrom: daily, organizationIds: anew })
  const recentOf = byId(await readRecentCalls(query, layout, { now, since: from, organizationIds: sought }))
  // The last call of one that is new may be older than what was asked of the others.
  const older =
    anew.length === 0 ? [] : await readRecentCalls(query, layout, { now, since: null, organizationIds: anew })
  for (const one of older) recentOf.set(one.organizationId, one)
  const isWhole = new Set(from === null ? organizations.map(({ id }) => id) : anew)
  const firstDay = fromDate === null ? 0 : parseLocalDate(fromDate)
  const replacesCalls = known !== null && known.parts.calls !== parts.calls
  return {
    now,
    parts,
    organizations: organizations.map((one): CountedOrganization => {
      const old = kept.get(one.id)?.facts
      const days = isWhole.has(one.id)
        ? mergeDays({ before: old?.days ?? [], now: whole.get(one.id) ?? [], firstDaily, replacesCalls })
        : [...(old?.days ?? []).filter(({ day }) => day < firstDay), ...(added.get(one.id) ?? [])]
      const calls = recentOf.get(one.id)
      return {
        rule: one.rule,
        facts: factsOf(one, { days, calls, lastCall: replacesCalls ? null : (old?.lastCall ?? null) }),
      }
    }),
  }
}

function countedParts({ pageviews, organizations, calls }: CountedLayout): CountedParts {
  const rule = organizations?.blockedCountries ?? null
  return {
    countries:
      pageviews.country === null || rule === null
        ? null
        : [pageviews.country, rule, organizations?.countryListMode ?? ''].join(' '),
    calls:
      calls === null ? null : [calls.from, calls.organizationId, calls.createdAt.name, calls.status ?? ''].join(' '),
  }
}

function byId(all: readonly HealthCalls[]): Map<string, HealthCalls> {
  return new Map(all.map((one) => [one.organizationId, one]))
}

interface Found {
  readonly days: readonly HealthDay[]
  readonly calls: HealthCalls | undefined
  /** Before what was asked of now; null: none. */
  readonly lastCall: number | null
}

function factsOf(
  { rule: _rule, ...organization }: HealthOrganization,
  { days, calls, lastCall }: Found,
): OrganizationFacts {
  return {
    ...organization,
    lastCall: calls?.lastCall ?? lastCall,
    recentCalls: calls?.recent ?? 0,
    earlierCalls: calls?.earlier ?? 0,
    days,
  }
}

/** Where nothing lists organizations, those that visits or calls name. */
function nameless(ids: readonly string[]): readonly HealthOrganization[] {
  return [...new Set(ids)]
    .toSorted()
    .map((id) => ({ id, name: null, plan: null, status: null, mrr: null, activeAgents: null, rule: '' }))
}

async function countWindow(
  query: Query,
  layout: CountedLayout,
  { window, onStep }: { readonly window: HealthWindow; readonly onStep: (step: 'visitors' | 'calls') => void },
): Promise<ReadonlyMap<string, readonly HealthDay[]>> {
  onStep('visitors')
  const visits = await readHealthVisits(query, layout, window)
  onStep('calls')
  const calls = await readHealthCalls(query, layout, window)
  const byOrganization = new Map<string, Map<number, HealthDay>>()
  const add = (cells: readonly HealthCell[], columns: (counts: readonly number[]) => Partial<HealthDay>): void => {
    for (const { organizationId, day, counts } of cells) {
      const days = byOrganization.get(organizationId) ?? new Map<number, HealthDay>()
      byOrganization.set(organizationId, days)
      days.set(day, { ...(days.get(day) ?? { ...EMPTY_DAY, day }), ...columns(counts) })
    }
  }
  add(visits, ([visitors = 0, covered = 0, ownVisitors = 0, ownCovered = 0]) => ({
    visitors,
    covered,
    ownVisitors,
    ownCovered,
  }))
  add(calls, ([count = 0, answered = 0]) => ({ calls: count, answered }))
  return new Map([...byOrganization].map(([id, days]) => [id, [...days.values()].toSorted((a, b) => a.day - b.day)]))
}

const EMPTY_DAY = { visitors: 0, covered: 0, ownVisitors: 0, ownCovered: 0, calls: 0, answered: 0 }

function sameDate(day: number): readonly [string, string] {
  const date = formatLocalDate(day)
  return [date, date]
}
