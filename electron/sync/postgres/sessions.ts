import { FORGOTTEN_AFTER_MS } from '../../../shared/coverage/session-interval.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { openSessionEnd } from '../../../shared/coverage/open-sessions.ts'
import type { SourceSession, WindowRequest } from '../source.ts'
import type { Row } from './connect.ts'
import { asInstant, asInstants, epochMsSql, instantText, isOpenSql, sessionEndSql } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import { readEvidence } from './open-evidence.ts'
import type { Query } from './snapshot-reader.ts'

/** A session as it is recorded; of an open one, where its agent's next one begins within 16 hours. */
interface RecordedSession extends SourceSession {
  readonly nextStartedAt: number | null
}

/**
 * The sessions of a window, each with the end that it counts with. Of those left open before it only the last 16 hours are read: how
 * many deploys there ever were does not matter.
 */
export async function readSessions(
  query: Query,
  layout: SourceLayout,
  request: WindowRequest,
): Promise<readonly SourceSession[]> {
  const { startedAt, endedAt } = layout.sessions
  const { organizationId, from, to, now, alsoSessions } = request
  const found = await query(
    `${sessionsSql(layout)}
  and ${startedAt.name} < ${asInstant('$4', startedAt)}
  and (${startedAt.name} >= ${asInstant('$3', startedAt)} or (${endedAt.name} > ${asInstant('$3', endedAt)} and ${endedAt.name} <> 'infinity')
    or (${isOpenSql(endedAt.name)} and ${startedAt.name} >= ${asInstant('$5', startedAt)}))`,
    [
      organizationId,
      instantText(now),
      instantText(from),
      instantText(to),
      instantText(Math.min(from, now) - FORGOTTEN_AFTER_MS),
    ],
  )
  const sessions = eachOnce(found.map(recorded), layout)
  const others = await readNamed({ query, layout, request }, missingFrom(alsoSessions, sessions))
  return await withEnds({ query, layout, request }, [...sessions, ...others])
}

/**
 * Sessions are kept by their id. A view may show one in several rows; where one id is of several sessions, or of none, what is cached
 * would be wrong and change with each sync. Throws AppError 'source-wrong-type' that names the column.
 */
function eachOnce(
  sessions: readonly RecordedSession[],
  { sessions: { from, id } }: SourceLayout,
): readonly RecordedSession[] {
  const known = new Map<string, RecordedSession>()
  for (const session of sessions) {
    const same = known.get(session.id)
    if (session.id === '' || (same !== undefined && !isSame(same, session))) {
      const column = `${from}.${id}`.replaceAll('"', '')
      throw new AppError({
        code: 'source-wrong-type',
        message:
          session.id === ''
            ? `${column} is empty for some sessions, so that they can’t be told apart.`
            : `${column} has the same value for several sessions, so that they can’t be told apart.`,
        kept: 'What was synced until then is kept.',
        next: 'Choose a column that is different for each session in the settings of the source.',
      })
    }
    known.set(session.id, session)
  }
  return [...known.values()]
}

function isSame(one: RecordedSession, other: RecordedSession): boolean {
  return one.agentId === other.agentId && one.startedAt === other.startedAt && one.endedAt === other.endedAt
}

interface Reading {
  readonly query: Query
  readonly layout: SourceLayout
  readonly request: WindowRequest
}

/** Sessions by id: those whose start is known by it, then whatever is left wherever it lies. */
async function readNamed(
  { query, layout, request }: Reading,
  ids: readonly string[],
): Promise<readonly RecordedSession[]> {
  if (ids.length === 0) return []
  const { organizationId, now, knownEnds } = request
  const { id, startedAt } = layout.sessions
  const starts = ids.flatMap((name) => knownEnds?.get(name)?.startedAt ?? [])
  const near =
    starts.length === 0
      ? []
      : await query(
          `${sessionsSql(layout)} and ${id}::text = any($3::text[])
  and date_trunc('milliseconds', ${startedAt.name}) = any(${asInstants('$4', startedAt)})
  and ${startedAt.name} >= ${asInstant('$5', startedAt)} and ${startedAt.name} < ${asInstant('$6', startedAt)}`,
          [
            organizationId,
            instantText(now),
            ids,
            starts.map(instantText),
            instantText(Math.min(...starts)),
            instantText(Math.max(...starts) + 1),
          ],
        )
  const sessions = near.map(recorded)
  const left = missingFrom(ids, sessions)
  if (left.length === 0) return sessions
  // Apart and rarely, because it reads every session of the organization. An identifier is compared as text, so that one of another
  // type is merely not found.
  const others = await query(`${sessionsSql(layout)} and ${id}::text = any($3::text[])`, [
    organizationId,
    instantText(now),
    left,
  ])
  return [...sessions, ...others.map(recorded)]
}

function missingFrom(ids: readonly string[], sessions: readonly SourceSession[]): readonly string[] {
  const found = new Set(sessions.map(({ id }) => id))
  return ids.filter((id) => !found.has(id))
}

async function withEnds(
  { query, layout, request }: Reading,
  sessions: readonly RecordedSession[],
): Promise<readonly SourceSession[]> {
  const { now, organizationId, knownEnds } = request
  const long = sessions.filter((session) => isLong(session, now))
  const evidence = await readEvidence(query, layout, {
    organizationId,
    now,
    sessions: long,
    knownEnds: knownEnds ?? new Map(),
  })
  return sessions.map(({ nextStartedAt, ...session }) => {
    if (session.endedAt !== null) return session
    const known = evidence.get(session.id)
    const end = openSessionEnd({
      startedAt: session.startedAt,
      nextStartedAt: nextStartedAt ?? known?.nextStartedAt ?? null,
      lastEvidence: () => known?.lastEvidence ?? null,
      now,
    })
    return end.leftOpen === null ? session : { ...session, ...end }
  })
}

/** Whether what ends an open session is not its agent's next one. */
function isLong({ startedAt, endedAt, nextStartedAt }: RecordedSession, now: number): boolean {
  return endedAt === null && nextStartedAt === null && now - startedAt > FORGOTTEN_AFTER_MS
}

/** Sessions of the organization $1; $2 is now. */
function sessionsSql({ sessions }: SourceLayout): string {
  const { id, agentId, organizationId, startedAt, endedAt, from } = sessions
  // Instants count by the millisecond: of open sessions that begin within one, the last by id goes on.
  const start = `date_trunc('milliseconds', session.${startedAt.name})`
  const next = `select min(later.${startedAt.name}) from ${from} later
  where later.${organizationId} = $1 and later.${agentId} = session.${agentId}
    and later.${startedAt.name} >= ${start} and later.${startedAt.name} < ${start} + interval '${FORGOTTEN_AFTER_MS + 1} milliseconds' and later.${startedAt.name} < ${asInstant('$2', startedAt)}
    and (later.${startedAt.name} >= ${start} + interval '1 millisecond'
      or (${isOpenSql(`later.${endedAt.name}`)} and later.${id}::text collate "C" > session.${id}::text collate "C"))`
  return `select ${id}::text, ${agentId}::text, ${epochMsSql(startedAt.name)}, ${sessionEndSql(endedAt)},
  case when ${isOpenSql(endedAt.name)} then ${epochMsSql(`(${next})`)} end
from ${from} session
where ${organizationId} = $1 and ${agentId} is not null and isfinite(${startedAt.name})`
}

function recorded([
  id = null,
  agentId = null,
  startedAt = null,
  endedAt = null,
  nextStartedAt = null,
]: Row): RecordedSession {
  const instant = (text: string | null): number | null => (text === null ? null : Number(text))
  return {
    id: id ?? '',
    agentId: agentId ?? '',
    startedAt: Number(startedAt),
    endedAt: instant(endedAt),
    nextStartedAt: instant(nextStartedAt),
  }
}
