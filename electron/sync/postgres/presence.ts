import type { MeasuredSeconds } from '../../../shared/coverage/presence.ts'
import { FORGOTTEN_AFTER_MS, type SessionInterval } from '../../../shared/coverage/session-interval.ts'
import type { PresenceRequest, SourcePresence } from '../source.ts'
import type { Row } from './connect.ts'
import { asInstant, dayStart, epochMsSql, instantText, utcDaySql, type InstantColumn } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import type { Query } from './snapshot-reader.ts'

/** No status is taken to last longer: a session that does was probably forgotten. */
const LONGEST = `interval '${FORGOTTEN_AFTER_MS} milliseconds'`

/**
 * How agents spent their time online, of the UTC days of a request: seconds by agent and day, and when they were away. A call is one
 * status of one agent, so Postgres joins idle and in-call time before anything leaves it: only the sum of a day tells of calls.
 * null: the source records none of it.
 */
export async function readPresence(
  query: Query,
  layout: SourceLayout,
  request: PresenceRequest,
): Promise<SourcePresence | null> {
  const { sessions, statusChanges } = layout
  const isMeasured = sessions.idleSeconds !== null && sessions.inCallSeconds !== null && sessions.awaySeconds !== null
  if (!isMeasured && statusChanges === null) return null
  const to = Math.min(dayStart(request.toDay + 1), request.now)
  const values = [
    request.organizationId,
    instantText(dayStart(request.fromDay)),
    instantText(Math.max(to, dayStart(request.fromDay))),
  ]
  // Sent together.
  const [seconds, away] = await Promise.all([
    query(isMeasured ? sessionSecondsSql(layout) : statusSecondsSql(layout), values),
    statusChanges === null || !request.away ? [] : query(awaySql(layout), [...values, instantText(request.now)]),
  ])
  return { seconds: seconds.map(secondsOf), away: statusChanges === null || !request.away ? null : away.map(awayOf) }
}

function secondsOf([agentId = null, day = null, idle = null, inCall = null, away = null]: Row): MeasuredSeconds {
  return { agentId: agentId ?? '', day: Number(day), idle: Number(idle), inCall: Number(inCall), away: Number(away) }
}

function awayOf([agentId = null, startedAt = null, endedAt = null]: Row): SessionInterval {
  return { agentId: agentId ?? '', startedAt: Number(startedAt), endedAt: endedAt === null ? null : Number(endedAt) }
}

/** As the source adds them up for each session: they count on the day on which it began. */
function sessionSecondsSql({ sessions }: SourceLayout): string {
  const { startedAt, idleSeconds, inCallSeconds, awaySeconds } = sessions
  const sum = (column: string | null) => `coalesce(sum(greatest(${column}, 0)), 0)`
  return `
select ${sessions.agentId}::text, ${utcDaySql(startedAt)}, ${sum(idleSeconds)}, ${sum(inCallSeconds)}, ${sum(awaySeconds)}
from ${sessions.from}
where ${sessions.organizationId} = $1 and ${sessions.agentId} is not null
  and ${startedAt.name} >= ${asInstant('$2', startedAt)} and ${startedAt.name} < ${asInstant('$3', startedAt)}
group by 1, 2
having sum(greatest(${idleSeconds}, 0) + greatest(${inCallSeconds}, 0) + greatest(${awaySeconds}, 0)) > 0`
}

/** Each status's time, cut at midnight (UTC), added up by agent and day. */
function statusSecondsSql(layout: SourceLayout): string {
  const sum = (status: string) =>
    `coalesce(sum(date_part('epoch', part_end - part_start)) filter (where status = '${status}'), 0)`
  const dayOf = (at: string) => `${at}::date - date '1970-01-01'`
  // Nearly every status lies within one day; cutting it would take as long as all else.
  return `
with spans as (${statusIntervalsSql(layout)}),
parts as (
  select agent, status, ${dayOf('span_start')} as day, span_start as part_start, span_end as part_end
  from spans where span_start::date = span_end::date
  union all
  select agent, status, day,
         greatest(span_start, timestamp 'epoch' + day * interval '1 day'),
         least(span_end, timestamp 'epoch' + (day + 1) * interval '1 day')
  from spans, generate_series(${dayOf('span_start')}, ${dayOf('span_end')}) as day
  where span_start::date <> span_end::date
)
select agent::text, day, ${sum('idle')}, ${sum('in_call')}, ${sum('away')}
from parts where part_end > part_start group by agent, day`
}

/** Statuses as time spans in UTC without a zone, cut to [$2, $3): agent, status, span_start, span_end. */
function statusIntervalsSql(layout: SourceLayout): string {
  const table = layout.statusChanges!
  const [from, to] = [utc('$2::timestamptz'), utc('$3::timestamptz')]
  if (table.shape === 'intervals') {
    const start = utcOf(table.startedAt)
    const end = `case when isfinite(${table.endedAt.name}) then ${utcOf(table.endedAt)} end`
    return `
  select ${table.agentId} as agent, ${statusSql(table.status)} as status, greatest(${start}, ${from}) as span_start,
         least(coalesce(${end}, ${to}), ${start} + ${LONGEST}, ${to}) as span_end
  from ${table.from} where ${isOfOrganization(layout)} and isfinite(${table.startedAt.name})
    and ${table.startedAt.name} >= ${asInstant('$2', table.startedAt)} - ${LONGEST} and ${table.startedAt.name} < ${asInstant('$3', table.startedAt)}`
  }
  return `
  select agent, status, greatest(at, ${from}) as span_start, least(coalesce(next_at, ${to}), at + ${LONGEST}, ${to}) as span_end
  from (
    select ${table.agentId} as agent, ${statusSql(table.toStatus)} as status, ${utcOf(table.changedAt)} as at,
           lead(${utcOf(table.changedAt)}) over (partition by ${table.agentId} order by ${table.changedAt.name}) as next_at
    from ${table.from} where ${isOfOrganization(layout)}
      and ${table.changedAt.name} >= ${asInstant('$2', table.changedAt)} - ${LONGEST} and ${table.changedAt.name} < ${asInstant('$3', table.changedAt)}
  ) changes`
}

/** When agents were away, of what begins in [$2, $3) and is known by $4. A change between idle and in-call is none. */
function awaySql(layout: SourceLayout): string {
  const table = layout.statusChanges!
  if (table.shape === 'intervals') {
    const end = `case when isfinite(${table.endedAt.name}) and ${table.endedAt.name} < ${asInstant('$4', table.endedAt)} then ${epochMsSql(table.endedAt.name)} end`
    return `
select ${table.agentId}::text, ${epochMsSql(table.startedAt.name)}, ${end}
from ${table.from} where ${isOfOrganization(layout)} and ${statusSql(table.status)} = 'away'
  and ${table.startedAt.name} >= ${asInstant('$2', table.startedAt)} and ${table.startedAt.name} < ${asInstant('$3', table.startedAt)}`
  }
  const { changedAt, agentId, toStatus } = table
  const isAway = `(${statusSql(toStatus)} = 'away')`
  return `
with changes as (
  select ${agentId} as agent, ${isAway} as is_away, ${changedAt.name} as at,
         lag(${isAway}) over (partition by ${agentId} order by ${changedAt.name}) as was_away
  from ${table.from} where ${isOfOrganization(layout)}
    and ${changedAt.name} >= ${asInstant('$2', changedAt)} and ${changedAt.name} < least(${asInstant('$3', changedAt)} + ${LONGEST}, ${asInstant('$4', changedAt)})
),
spans as (
  select agent, is_away, at, lead(at) over (partition by agent order by at) as next_at
  from changes where is_away is distinct from was_away
)
select agent::text, ${epochMsSql('at')}, ${epochMsSql('next_at')} from spans where is_away and at < ${asInstant('$3', changedAt)}`
}

/** The table may name no organization: then it is narrowed to the organization's agents, else to those seen online. */
function isOfOrganization({ statusChanges, agents, sessions }: SourceLayout): string {
  const { agentId, agentIdType, organizationId } = statusChanges!
  if (organizationId !== null) return `${organizationId} = $1 and ${agentId} is not null`
  const [from, id, organization, idType] =
    agents === null
      ? [sessions.from, sessions.agentId, sessions.organizationId, sessions.agentIdType]
      : [agents.from, agents.id, agents.organizationId, agents.idType]
  // Only identifiers of one type compare by index.
  const cast = agentIdType === idType ? '' : '::text'
  return `${agentId}${cast} in (select owner.${id}${cast} from ${from} owner where owner.${organization} = $1)`
}

function statusSql(column: string): string {
  return `lower(trim(${column}::text))`
}

function utc(expression: string): string {
  return `(${expression} at time zone 'UTC')`
}

function utcOf(column: InstantColumn): string {
  return column.type === 'timestamp without time zone' ? column.name : utc(column.name)
}
