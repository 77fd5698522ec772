import { localDateOf, localRange } from '../../../shared/time/local.ts'
import { healthSpans } from '../../../shared/health/month-sums.ts'
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
import { layoutOf, type SourceLayout } from '../postgres/layout.ts'
import { readClock } from '../postgres/organizations.ts'
import { createSnapshotReader, type Query } from '../postgres/snapshot-reader.ts'
import { inspectTables } from '../postgres/table-access.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'

/** An organization as it was counted, and what its own figures were counted by. */
export interface CountedOrganization {
  readonly facts: OrganizationFacts
  readonly rule: string
}

export interface CountRequest {
  readonly connection: ConnectionSettings
  readonly mapping: SourceMapping
  readonly statementTimeoutMs: number
  /** Instead of the database's clock, epoch milliseconds; null: that. */
  readonly now: number | null
  readonly timeZone: string
  /** What an earlier count of the same source and zone found; null: everything is counted. */
  readonly known: { readonly now: number; readonly organizations: readonly CountedOrganization[] } | null
  /** Called whenever the database answered. */
  readonly onAnswer?: () => void
}

/** Visits may be committed late: so much before the last count is counted again. */
const OVERLAP_MS = 120 * MINUTE_MS

/**
 * Counts visitors and calls of every organization that the role may see, in one snapshot: what came since the last count, and all of those
 * that are new or have another country rule. What was counted before stays, also where the source has lost it. Throws AppError 'source-*'.
 */
export async function countOrganizations(
  { connection, mapping, statementTimeoutMs, onAnswer, ...request }: CountRequest,
  signal: AbortSignal,
): Promise<{ readonly now: number; readonly organizations: readonly CountedOrganization[] }> {
  const reader = createSnapshotReader({
    connection,
    statementTimeoutMs,
    connections: 1,
    ...(onAnswer === undefined ? {} : { onAnswer }),
  })
  try {
    return await reader.read(async (query) => {
      const layout = layoutOf(
        await inspectTables(query, { mapping, organizationId: null, readRowsOf: 'directory' }),
        mapping,
      )
      return await countWith(query, layout, request)
    }, signal)
  } finally {
    await reader.close()
  }
}

type Counting = Pick<CountRequest, 'now' | 'timeZone' | 'known'>

async function countWith(query: Query, layout: SourceLayout, { now: asked, timeZone, known }: Counting) {
  const now = asked ?? (await readClock(query))
  const listed = await readHealthOrganizations(query, layout)
  const before = new Map(known?.organizations.map((one) => [one.facts.id, one]))
  const daily = localRange(...sameDate(healthSpans({ now, timeZone }).firstDaily), timeZone).start
  const fromDate = known === null ? null : localDateOf(Math.min(known.now, now) - OVERLAP_MS, timeZone)
  const from = fromDate === null ? null : localRange(fromDate, fromDate, timeZone).start
  const window: HealthWindow = {
    from,
    to: now,
    timeZone,
    // What is added to earlier sums is by day from its beginning: a month would take their days in.
    dailyFrom: from === null ? daily : Math.min(from, daily),
    organizationIds: null,
  }
  const added = await countWindow(query, layout, window)
  const organizations = listed.length > 0 ? listed : nameless([...added.keys(), ...before.keys()])
  const anew =
    from === null ? [] : organizations.filter(({ id, rule }) => before.get(id)?.rule !== rule).map(({ id }) => id)
  const whole =
    anew.length === 0
      ? new Map<string, readonly HealthDay[]>()
      : await countWindow(query, layout, { ...window, from: null, dailyFrom: daily, organizationIds: anew })
  const recent = await readRecentCalls(query, layout, { now, since: from })
  const recentOf = new Map(recent.map((one) => [one.organizationId, one]))
  // The last call of one that is new may be older than what was asked of the others.
  const isNew = new Set(anew)
  const older = anew.length === 0 ? [] : await readRecentCalls(query, layout, { now, since: null })
  for (const one of older) if (isNew.has(one.organizationId)) recentOf.set(one.organizationId, one)
  const firstDay = fromDate === null ? null : parseLocalDate(fromDate)
  return {
    now,
    organizations: organizations.map((one): CountedOrganization => {
      const kept = isNew.has(one.id) ? undefined : before.get(one.id)
      const days =
        firstDay === null || isNew.has(one.id)
          ? (whole.get(one.id) ?? added.get(one.id) ?? [])
          : [...(kept?.facts.days ?? []).filter(({ day }) => day < firstDay), ...(added.get(one.id) ?? [])]
      return { rule: one.rule, facts: factsOf(one, { days, calls: recentOf.get(one.id), kept: kept?.facts }) }
    }),
  }
}

interface Found {
  readonly days: readonly HealthDay[]
  readonly calls: HealthCalls | undefined
  readonly kept: OrganizationFacts | undefined
}

function factsOf(
  { rule: _rule, ...organization }: HealthOrganization,
  { days, calls, kept }: Found,
): OrganizationFacts {
  return {
    ...organization,
    lastCall: calls?.lastCall ?? kept?.lastCall ?? null,
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
  layout: SourceLayout,
  window: HealthWindow,
): Promise<ReadonlyMap<string, readonly HealthDay[]>> {
  const [visits, calls] = await Promise.all([
    readHealthVisits(query, layout, window),
    readHealthCalls(query, layout, window),
  ])
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
