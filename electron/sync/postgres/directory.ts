import { AppError } from '../../../shared/foundation/errors.ts'
import { FORGOTTEN_AFTER_MS } from '../../../shared/coverage/session-interval.ts'
import { countedProblem } from '../../../shared/coverage/data-problems.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { shownName } from '../../../shared/foundation/shown-name.ts'
import type { DirectoryRequest, SourceAgent, SourceDirectory, SourcePool, UnendedSession } from '../source.ts'
import { readCalls } from './calls.ts'
import { asInstant, epochMsSql, instantText, isOpenSql, sessionEndSql, type InstantColumn } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import { readOrganization } from './organizations.ts'
import type { Query } from './snapshot-reader.ts'

/** What the source holds of one organization, apart from its events. Throws AppError 'source-organization' where it holds nothing. */
export async function readDirectory(
  query: Query,
  layout: SourceLayout,
  request: DirectoryRequest,
): Promise<SourceDirectory> {
  const { organizationId, now } = request
  // Sent together, in this order: calls come last, because a failure there ends the transaction and nothing else.
  const [
    organization,
    recorded,
    others,
    unended,
    futureSessions,
    isOnlineEver,
    pools,
    agents,
    members,
    { problems, ...calls },
  ] = await Promise.all([
    readOrganization(query, layout, organizationId),
    readRecordedTime(query, layout, { organizationId, now }),
    readOtherEvidence(query, layout, { organizationId, now }),
    readUnended(query, layout, { organizationId, now }),
    countFutureSessions(query, layout, { organizationId, now }),
    hasSession(query, layout, organizationId),
    readPools(query, layout, organizationId),
    readAgents(query, layout, organizationId),
    readMembers(query, layout, organizationId),
    readCalls(query, layout, request),
  ])
  if (organization === null && recorded.earliest === null && recorded.future === 0 && !isOnlineEver)
    throw unknownOrganization(organizationId)
  return {
    organization: { id: organizationId, name: organization?.name ?? null },
    countryRule: organization?.countryRule ?? null,
    pools: onceEach(pools),
    agents: onceEach(agents),
    members,
    ...calls,
    earliest: least(recorded.earliest, others.earliest),
    latest: greatest(recorded.latest, others.latest),
    firstVisit: recorded.earliest,
    unended,
    hasCountry: layout.pageviews.country !== null,
    problems: [
      ...layout.problems,
      ...problems,
      ...countedProblem('pageview-in-future', recorded.future),
      ...countedProblem('session-starts-in-future', futureSessions),
      ...countedProblem('pools-repeated', repeated(pools)),
      ...countedProblem('agents-repeated', repeated(agents)),
    ],
  }
}

/** The AppError of an organization that the source does not hold, or does not show for a known reason. */
export function unknownOrganization(organizationId: string, reason?: string): AppError {
  return new AppError({
    code: 'source-organization',
    message: `The source has no organization ${organizationId}.`,
    next: reason ?? 'Choose one of the organizations that the connection test lists.',
  })
}

/** Whether a failed statement says that the organization's id is not of the column's type (a word where a uuid stands). */
export function isNoIdentifier(thrown: unknown): boolean {
  const code = (thrown as { readonly code?: unknown } | null)?.code
  return code === '22P02' || code === '22003'
}

type Moment = Pick<DirectoryRequest, 'organizationId' | 'now'>

export interface RecordedTime {
  readonly earliest: number | null
  readonly latest: number | null
  readonly future: number
}

/** First and last visit at or before `now`, and how many lie in the future. */
export async function readRecordedTime(
  query: Query,
  { pageviews }: SourceLayout,
  { organizationId, now }: Moment,
): Promise<RecordedTime> {
  const { createdAt, from } = pageviews
  const ofOrganization = `from ${from} where ${pageviews.organizationId} = $1`
  const upToNow = `${ofOrganization} and isfinite(${createdAt.name}) and ${createdAt.name} <= ${asInstant('$2', createdAt)}`
  const rows = await query(
    `select ${epochMsSql(`(select min(${createdAt.name}) ${upToNow})`)}, ${epochMsSql(`(select max(${createdAt.name}) ${upToNow})`)},
  (select count(*) ${ofOrganization} and ${isInFuture(createdAt)})`,
    [organizationId, instantText(now)],
  )
  const [earliest = null, latest = null, future = null] = rows[0] ?? []
  return {
    earliest: earliest === null ? null : Number(earliest),
    latest: latest === null ? null : Number(latest),
    future: Number(future ?? 0),
  }
}

/** Of how many of the last sessions the end is looked at, to find when somebody was last online without reading all. */
const LAST_SESSIONS = 100

/** First and last sign of sessions and of statuses at or before `now`: each end of an index. */
async function readOtherEvidence(
  query: Query,
  { sessions, statusChanges }: SourceLayout,
  { organizationId, now }: Moment,
): Promise<Omit<RecordedTime, 'future'>> {
  const { startedAt, endedAt } = sessions
  const ofSessions = `from ${sessions.from} where ${sessions.organizationId} = $1 and ${sessions.agentId} is not null and isfinite(${startedAt.name}) and ${startedAt.name} <= ${asInstant('$2', startedAt)}`
  const started = epochMsSql('started')
  const parts = [
    `select ${epochMsSql(`(select min(${startedAt.name}) ${ofSessions})`)} as first, null::float8 as last`,
    // Somebody who is online is so now; of a session left open only the start is certain.
    `select null, max(case when ended is null and now - started <= ${FORGOTTEN_AFTER_MS} then now when ended between started and now then ended else started end)
from (select ${started} as started, ${sessionEndSql({ ...endedAt, name: 'ended' })} as ended, ${epochMsSql(asInstant('$2', startedAt))} as now
  from (select ${startedAt.name} as started, ${endedAt.name} as ended ${ofSessions} order by ${startedAt.name} desc limit ${LAST_SESSIONS}) latest) session`,
    ...statusEvidence(statusChanges),
  ]
  const rows = await query(`select min(first), max(last) from (${parts.join('\nunion all\n')}) sign`, [
    organizationId,
    instantText(now),
  ])
  const [earliest = null, latest = null] = rows[0] ?? []
  return { earliest: earliest === null ? null : Number(earliest), latest: latest === null ? null : Number(latest) }
}

/** A session that began longer ago and has no later one of its agent is over, or was ended by many a deploy since. */
const LONGEST_UNENDED_MS = 56 * DAY_MS

/** The last session of each agent, where it was never closed and began over 16 hours before `now`: one an agent at most, however many deploys. */
async function readUnended(
  query: Query,
  { sessions }: SourceLayout,
  { organizationId, now }: Moment,
): Promise<readonly UnendedSession[]> {
  const { id, agentId, startedAt, endedAt, from } = sessions
  const mine = `${sessions.organizationId} = $1 and ${agentId} is not null and isfinite(${startedAt.name}) and ${startedAt.name} >= ${asInstant('$4', startedAt)} and ${startedAt.name} < ${asInstant('$2', startedAt)}`
  const rows = await query(
    `select ${id}::text, ${agentId}::text, ${epochMsSql(startedAt.name)}
from ${from} join (select ${agentId} as agent, max(${startedAt.name}) as latest from ${from} where ${mine} group by 1) last on ${agentId} = last.agent and ${startedAt.name} = last.latest
where ${mine} and ${isOpenSql(endedAt.name)} and ${startedAt.name} < ${asInstant('$3', startedAt)}`,
    [organizationId, instantText(now), instantText(now - FORGOTTEN_AFTER_MS), instantText(now - LONGEST_UNENDED_MS)],
  )
  return rows.map(([sessionId, agent, started]) => ({
    id: sessionId ?? '',
    agentId: agent ?? '',
    startedAt: Number(started),
  }))
}

/** Where statuses name their organization; else they are of agents, and lie within their sessions. */
function statusEvidence(statuses: SourceLayout['statusChanges']): readonly string[] {
  if (statuses === null || statuses.organizationId === null) return []
  const at = statuses.shape === 'changes' ? statuses.changedAt : statuses.startedAt
  const mine = `from ${statuses.from} where ${statuses.organizationId} = $1 and isfinite(${at.name}) and ${at.name} <= ${asInstant('$2', at)}`
  return [`select ${epochMsSql(`(select min(${at.name}) ${mine})`)}, ${epochMsSql(`(select max(${at.name}) ${mine})`)}`]
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

/**
 * At or after `now` ($2). Where `now` is the database's own clock of a moment ago, what came in since is no problem: only what lies
 * after the clock as it is now counts. A `now` that was chosen stands for the clock.
 */
function isInFuture(column: InstantColumn): string {
  const clock = column.type === 'timestamp without time zone' ? `(now() at time zone 'UTC')` : 'now()'
  const now = asInstant('$2', column)
  return `${column.name} >= case when ${now} < ${clock} - interval '5 minutes' then ${now} else greatest(${now}, ${clock}) end`
}

async function countFutureSessions(
  query: Query,
  { sessions }: SourceLayout,
  { organizationId, now }: Moment,
): Promise<number> {
  const rows = await query(
    `select count(*) from ${sessions.from} where ${sessions.organizationId} = $1 and ${sessions.agentId} is not null and ${isInFuture(sessions.startedAt)}`,
    [organizationId, instantText(now)],
  )
  return Number(rows[0]?.[0] ?? 0)
}

/** Whether the organization has any session at all. */
export async function hasSession(query: Query, { sessions }: SourceLayout, organizationId: string): Promise<boolean> {
  const rows = await query(`select 1 from ${sessions.from} where ${sessions.organizationId} = $1 limit 1`, [
    organizationId,
  ])
  return rows.length > 0
}

async function readPools(
  query: Query,
  { pools }: SourceLayout,
  organizationId: string,
): Promise<readonly SourcePool[] | null> {
  if (pools === null) return null
  const rows = await query(
    `select ${pools.id}::text, ${pools.name === null ? 'null' : `${pools.name}::text`}, ${pools.isCatchAll ?? 'false'}
from ${pools.from} where ${pools.organizationId} = $1 and ${pools.id} is not null order by 1, 2`,
    [organizationId],
  )
  return rows.map(([id, name, isCatchAll]) => ({ id: id ?? '', name: shownName(name), isCatchAll: isCatchAll === 't' }))
}

async function readAgents(
  query: Query,
  { agents }: SourceLayout,
  organizationId: string,
): Promise<readonly SourceAgent[] | null> {
  if (agents === null) return null
  const { displayName, isActive, deactivatedAt, maxSimultaneous } = agents
  // An infinite instant is none: 'infinity' says never, as NULL does.
  const since =
    deactivatedAt === null
      ? 'null'
      : `case when isfinite(${deactivatedAt.name}) then ${epochMsSql(deactivatedAt.name)} end`
  const rows = await query(
    `select ${agents.id}::text, ${displayName === null ? 'null' : `${displayName}::text`}, ${isActive ?? 'null'}, ${since}, ${maxSimultaneous ?? 'null'}
from ${agents.from} where ${agents.organizationId} = $1 and ${agents.id} is not null order by 1, 2`,
    [organizationId],
  )
  return rows.map(([id, name = null, active = null, deactivated = null, most = null]) => ({
    id: id ?? '',
    name: shownName(name),
    isActive: active === null ? null : active === 't',
    deactivatedAt: deactivated === null ? null : Number(deactivated),
    maxSimultaneous: most === null ? null : Number(most),
  }))
}

/** The first of each id: a view that joins may show one several times. */
function onceEach<T extends { readonly id: string }>(rows: readonly T[] | null): readonly T[] | null {
  return rows?.filter(({ id }, index) => rows[index - 1]?.id !== id) ?? null
}

/** How many ids come more than once, in rows ordered by id. */
function repeated(rows: readonly { readonly id: string }[] | null): number {
  return (rows ?? []).filter(({ id }, index, all) => all[index - 1]?.id === id && all[index - 2]?.id !== id).length
}

type Members = readonly { readonly poolId: string; readonly agentId: string }[]

/**
 * The table of members names no organization: it is narrowed to the organization's pools, else its agents, else agents seen online.
 * Where it says nothing of the organization, membership is not known.
 */
async function readMembers(
  query: Query,
  { poolMembers, pools, agents, sessions }: SourceLayout,
  organizationId: string,
): Promise<Members | null> {
  if (poolMembers === null) return null
  const poolId = `member.${poolMembers.poolId}::text`
  const agentId = `member.${poolMembers.agentId}::text`
  const mine = [
    { member: poolId, from: pools?.from, id: pools?.id, organizationId: pools?.organizationId },
    { member: agentId, from: agents?.from, id: agents?.id, organizationId: agents?.organizationId },
    { member: agentId, from: sessions.from, id: sessions.agentId, organizationId: sessions.organizationId },
  ].find((way) => way.from !== undefined)!
  const rows = await query(
    `select distinct ${poolId}, ${agentId} from ${poolMembers.from} member
where member.${poolMembers.poolId} is not null and member.${poolMembers.agentId} is not null
  and ${mine.member} in (select owner.${mine.id}::text from ${mine.from} owner where owner.${mine.organizationId} = $1)
order by 1, 2`,
    [organizationId],
  )
  return rows.length === 0 ? null : rows.map(([pool, agent]) => ({ poolId: pool ?? '', agentId: agent ?? '' }))
}
