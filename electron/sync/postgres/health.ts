import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { shownName } from '../../../shared/foundation/shown-name.ts'
import type { OrganizationFacts } from '../../../shared/health/organization-facts.ts'
import { asInstant, epochMsSql, instantText, type InstantColumn } from './instants.ts'
import type { CountedLayout } from './layout.ts'
import type { Row } from './connect.ts'
import type { Query } from './snapshot-reader.ts'

/** What the source says of one organization, apart from its visits and calls. */
export interface HealthOrganization extends Pick<
  OrganizationFacts,
  'id' | 'name' | 'plan' | 'status' | 'mrr' | 'activeAgents'
> {
  /** Names its country rule; another one makes its days count anew. */
  readonly rule: string
}

/** Sums of one organization and local day, or month where that is over long ago. */
export interface HealthCell {
  readonly organizationId: string
  readonly day: number
  /** visitors, covered, own visitors, own covered; or calls, answered. */
  readonly counts: readonly number[]
}

/** Calls of one organization near now. */
export interface HealthCalls {
  readonly organizationId: string
  /** Epoch milliseconds; null: none in what was asked. */
  readonly lastCall: number | null
  readonly recent: number
  readonly earlier: number
}

/** What is counted, and how it is cut into days. */
export interface HealthWindow {
  /** Epoch milliseconds; null: from the beginning. */
  readonly from: number | null
  /** Nothing at or after it is counted. */
  readonly to: number
  /** IANA zone of days and months. */
  readonly timeZone: string
  /** Instant from which sums are by day; before it they are by month. */
  readonly dailyFrom: number
  /** Only these; null: all. */
  readonly organizationIds: readonly string[] | null
}

/** Every organization that the role may see, by id. Without a table of them, or where it shows none: none. */
export async function readHealthOrganizations(
  query: Query,
  { organizations, agents }: CountedLayout,
): Promise<readonly HealthOrganization[]> {
  if (organizations === null) return []
  const { from, id, name, plan, subscriptionStatus, mrr, countryListMode, blockedCountries } = organizations
  const text = (column: string | null): string => (column === null ? 'null' : `${column}::text`)
  const isActive = agents?.isActive === null || agents === null ? '' : `filter (where ${agents.isActive} is not false)`
  const counted =
    agents === null
      ? ''
      : `left join (select ${agents.organizationId}::text as of, count(*) ${isActive} as active from ${agents.from} group by 1) agent on agent.of = organization.id::text`
  const rows = await query(`
select organization.id::text, name, plan, status, mrr, ${agents === null ? 'null' : 'coalesce(active, 0)'}, rule
from (
  select ${id} as id, ${text(name)} as name, ${text(plan)} as plan, ${text(subscriptionStatus)} as status, ${text(mrr)} as mrr,
    md5(concat_ws('|', ${text(countryListMode)}, ${text(blockedCountries)})) as rule
  from ${from} where ${id} is not null
) organization ${counted}
order by 1`)
  // A view may show one several times.
  return onceEach(rows).map(([organizationId, named, onPlan, status, revenue, active, rule]) => ({
    id: organizationId ?? '',
    name: shownName(named ?? null),
    plan: shownName(onPlan ?? null),
    status: shownName(status ?? null),
    mrr: numberOrNull(revenue),
    activeAgents: numberOrNull(active),
    rule: rule ?? '',
  }))
}

/**
 * Visits of all organizations by local day, in one grouped statement. They are grouped by country first, so that each organization's
 * rule is tried once a country and not once a visit.
 */
export async function readHealthVisits(
  query: Query,
  { pageviews, organizations }: CountedLayout,
  window: HealthWindow,
): Promise<readonly HealthCell[]> {
  const { from, organizationId, agentId, country, createdAt } = pageviews
  const { where, values } = conditions(window, { organizationId, createdAt })
  const rule =
    organizations === null || organizations.blockedCountries === null || country === null
      ? null
      : `left join (
  select distinct on (${organizations.id}::text) ${organizations.id}::text as id, coalesce(lower(trim(${organizations.countryListMode === null ? `'blocklist'` : `${organizations.countryListMode}::text`})) = 'allowlist', false) as allows,
    array(select upper(trim(code)) from unnest(${organizations.blockedCountries}::text[]) as code where trim(code) <> '') as listed
  from ${organizations.from}
) rule on rule.id = counted.organization::text`
  // A visit whose country is not known counts always; a list without an entry filters nothing.
  const counts = `coalesce(counted.code is null or cardinality(rule.listed) = 0 or (counted.code = any(rule.listed)) = rule.allows, true)`
  const own = rule === null ? '' : `filter (where ${counts})`
  const rows = await query(
    `
select counted.organization::text, day, sum(visitors), sum(covered), coalesce(sum(visitors) ${own}, 0), coalesce(sum(covered) ${own}, 0)
from (
  select ${organizationId} as organization, ${daySql(createdAt)} as day, ${country === null ? 'null::text' : `nullif(upper(trim(${country}::text)), '')`} as code,
    count(*) as visitors, count(${agentId}) as covered
  from ${from} where ${where} group by 1, 2, 3
) counted ${rule ?? ''}
group by counted.organization, day`,
    values,
  )
  return rows.map(cell)
}

/** Calls of all organizations by local day, and how many of them were answered. Empty where there is no table of them. */
export async function readHealthCalls(
  query: Query,
  { calls }: CountedLayout,
  window: HealthWindow,
): Promise<readonly HealthCell[]> {
  if (calls === null) return []
  const { where, values } = conditions(window, calls)
  const answered =
    calls.status === null
      ? '0'
      : `count(*) filter (where lower(trim(${calls.status}::text)) in ('accepted', 'completed'))`
  const rows = await query(
    `select ${calls.organizationId}::text, ${daySql(calls.createdAt)}, count(*), ${answered} from ${calls.from} where ${where} group by 1, 2`,
    values,
  )
  return rows.map(cell)
}

const FORTNIGHT_MS = 14 * DAY_MS

/** Calls of the last 14 days and of the 14 before, and the last call of those since `since` (epoch milliseconds; null: of all). */
export async function readRecentCalls(
  query: Query,
  { calls }: CountedLayout,
  {
    now,
    since,
    organizationIds = null,
  }: { readonly now: number; readonly since: number | null; readonly organizationIds?: readonly string[] | null },
): Promise<readonly HealthCalls[]> {
  if (calls === null) return []
  const { createdAt, from, organizationId } = calls
  const at = (parameter: string): string => asInstant(parameter, createdAt)
  const rows = await query(
    `
select ${organizationId}::text, ${epochMsSql(`max(${createdAt.name})`)},
  count(*) filter (where ${createdAt.name} >= ${at('$2')}),
  count(*) filter (where ${createdAt.name} >= ${at('$3')} and ${createdAt.name} < ${at('$2')})
from ${from} where ${organizationId} is not null and isfinite(${createdAt.name}) and ${createdAt.name} < ${at('$1')} and ($4::text is null or ${createdAt.name} >= ${at('$4')})${organizationIds === null ? '' : ` and ${organizationId} = any($5)`}
group by 1`,
    [
      instantText(now),
      instantText(now - FORTNIGHT_MS),
      instantText(now - 2 * FORTNIGHT_MS),
      since === null ? null : instantText(Math.min(since, now - 2 * FORTNIGHT_MS)),
      ...(organizationIds === null ? [] : [organizationIds]),
    ],
  )
  return rows.map(([id, last, recent, earlier]) => ({
    organizationId: id ?? '',
    lastCall: numberOrNull(last),
    recent: Number(recent),
    earlier: Number(earlier),
  }))
}

function onceEach(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row[0], row])).values()]
}

/** SQL for the day number in the zone of $1, of the month's first day before the instant $2. */
function daySql(column: InstantColumn): string {
  const instant = column.type === 'timestamp without time zone' ? `(${column.name} at time zone 'UTC')` : column.name
  const local = `(${instant} at time zone $1::text)`
  return `(case when ${column.name} >= ${asInstant('$2', column)} then ${local}::date else date_trunc('month', ${local})::date end - date '1970-01-01')`
}

function conditions(
  { from, to, timeZone, dailyFrom, organizationIds }: HealthWindow,
  table: { readonly organizationId: string; readonly createdAt: InstantColumn },
): { readonly where: string; readonly values: readonly unknown[] } {
  const { createdAt, organizationId } = table
  const values: unknown[] = [timeZone, instantText(dailyFrom), instantText(to)]
  const parts = [
    `${organizationId} is not null and isfinite(${createdAt.name}) and ${createdAt.name} < ${asInstant('$3', createdAt)}`,
  ]
  if (from !== null) {
    values.push(instantText(from))
    parts.push(`${createdAt.name} >= ${asInstant(`$${values.length}`, createdAt)}`)
  }
  if (organizationIds !== null) {
    values.push(organizationIds)
    // In the column's own type, so that its index serves.
    parts.push(`${organizationId} = any($${values.length})`)
  }
  return { where: parts.join(' and '), values }
}

function cell([id, day, ...counts]: readonly (string | null | undefined)[]): HealthCell {
  return { organizationId: id ?? '', day: Number(day), counts: counts.map(Number) }
}

function numberOrNull(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text)
}
