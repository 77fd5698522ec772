import { SLOT_MS } from '../../../shared/time/slots.ts'
import type { KnownEnd, SourceSession } from '../source.ts'
import { asInstant, asInstants, epochMsSql, instantText, sameInstant, type InstantColumn } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import type { Query } from './snapshot-reader.ts'

export interface EvidenceQuestion {
  readonly organizationId: string
  readonly now: number
  /** Open, over 16 hours old, and without a session of the same agent in their first 16 hours. */
  readonly sessions: readonly SourceSession[]
  readonly knownEnds: ReadonlyMap<string, KnownEnd>
}

/** What ends such a session; epoch milliseconds. */
export interface Evidence {
  /** Start of the agent's next session; null: none before now, or none since it was last looked for. */
  readonly nextStartedAt: number | null
  /** The last sign of the agent before that; null: none. A covered visit counts to the end of its quarter-hour. */
  readonly lastEvidence: number | null
}

/**
 * Until when agents of sessions that were never closed were there: by covered visits, by changes of status and by the session's own
 * heartbeat. Of visits only the quarter-hour leaves the database.
 */
export async function readEvidence(
  query: Query,
  layout: SourceLayout,
  question: EvidenceQuestion,
): Promise<ReadonlyMap<string, Evidence>> {
  const evidence = new Map<string, Evidence>()
  for (let start = 0; start < question.sessions.length; start += SESSIONS_AT_ONCE) {
    const some = { ...question, sessions: question.sessions.slice(start, start + SESSIONS_AT_ONCE) }
    for (const [id, found] of await readSome(query, layout, some)) evidence.set(id, found)
  }
  return evidence
}

/** So many that even agents with a long past do not run into a timeout together. */
const SESSIONS_AT_ONCE = 25

async function readSome(
  query: Query,
  layout: SourceLayout,
  question: EvidenceQuestion,
): Promise<readonly (readonly [string, Evidence])[]> {
  const { organizationId, now, sessions, knownEnds } = question
  const since = sessions.map(({ id, startedAt }) => Math.max(startedAt, knownEnds.get(id)?.since ?? startedAt))
  const rows = await query(evidenceSql(layout), [
    organizationId,
    sessions.map(({ id }) => id),
    sessions.map(({ startedAt }) => instantText(startedAt)),
    since.map(instantText),
    instantText(now),
  ])
  return rows.map(([id = null, next = null, quarter = null, ...signs]) => {
    const visit = quarter === null ? null : Number(quarter) * SLOT_MS
    const seen = [
      visit,
      ...signs.map((sign) => (sign === null ? null : Number(sign))),
      knownEnds.get(id ?? '')?.lastEvidence ?? null,
    ].filter((sign) => sign !== null)
    return [
      id ?? '',
      {
        nextStartedAt: next === null ? null : Number(next),
        lastEvidence: seen.length === 0 ? null : Math.max(...seen),
      },
    ]
  })
}

/** The quarter-hour is an expression on purpose: a bare maximum would be looked for backwards in time through everybody's visits. */
function evidenceSql({ pageviews, sessions, statusChanges }: SourceLayout): string {
  const { startedAt } = sessions
  const later = (column: InstantColumn, instant: string) =>
    `${column.name} >= ${sameInstant(instant, startedAt, column)}`
  const before = (column: InstantColumn) =>
    `${column.name} < ${sameInstant(`coalesce(next.started, ${asInstant('$5', startedAt)})`, startedAt, column)}`
  const sameAgent = (agentId: string, type: string) =>
    type === sessions.agentIdType ? `${agentId} = open.agent` : `${agentId}::text = open.agent::text`
  const status =
    statusChanges === null
      ? null
      : statusChanges.shape === 'changes'
        ? statusChanges.changedAt
        : statusChanges.startedAt
  const statusSql =
    statusChanges === null || status === null
      ? ''
      : `
left join lateral (
  select max(${status.name}) as at from ${statusChanges.from}
  where ${sameAgent(statusChanges.agentId, statusChanges.agentIdType)} and ${later(status, 'open.since')} and ${before(status)}
) status on true`
  const seen = sessions.lastSeenAt
  return `
with open as materialized (
  select wanted.id, session.agent, session.started, greatest(session.started, wanted.since) as since, session.seen
  from unnest($2::text[], ${asInstants('$3', startedAt)}, ${asInstants('$4', startedAt)}) as wanted(id, started, since)
  cross join lateral (
    select ${sessions.agentId} as agent, date_trunc('milliseconds', ${startedAt.name}) as started, ${seen === null ? 'null' : `case when isfinite(${seen.name}) then ${epochMsSql(seen.name)} end`} as seen
    from ${sessions.from}
    where ${sessions.organizationId} = $1 and ${startedAt.name} >= wanted.started and ${startedAt.name} < wanted.started + interval '1 millisecond'
      and ${sessions.id}::text = wanted.id
    limit 1
  ) session
)
select open.id, ${epochMsSql('next.started')}, visit.quarter, open.seen${statusSql === '' ? '' : `, ${epochMsSql('status.at')}`}
from open
left join lateral (
  select min(${startedAt.name}) as started from ${sessions.from}
  where ${sessions.organizationId} = $1 and ${sessions.agentId} = open.agent
    and ${startedAt.name} >= greatest(open.started + interval '1 millisecond', open.since) and ${startedAt.name} < ${asInstant('$5', startedAt)}
) next on true
left join lateral (
  select max(floor(date_part('epoch', ${pageviews.createdAt.name}) / ${SLOT_MS / 1000})) + 1 as quarter from ${pageviews.from}
  where ${pageviews.organizationId} = $1 and ${sameAgent(pageviews.agentId, pageviews.agentIdType)} and ${later(pageviews.createdAt, 'open.since')} and ${before(pageviews.createdAt)}
) visit on true${statusSql}`
}
