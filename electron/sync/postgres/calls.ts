import { dataProblem } from '../../../shared/coverage/data-problem.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { CallCount, DataProblem } from '../../../shared/coverage/types.ts'
import type { CallsCounting, DirectoryRequest } from '../source.ts'
import { errorCode } from './connection-errors.ts'
import { asInstant, dayStart, instantText, utcDaySql } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import { isLost, isRecoveryConflict } from './query-errors.ts'
import type { Query } from './snapshot-reader.ts'

/** Attempts of one visitor in one pool that follow one another within this are one call. */
const SAME_CALL = "interval '5 minutes'"

export interface CallsAnswer {
  /** null: there are none to read; absent: not asked for, or it failed. */
  readonly calls?: readonly CallCount[] | null
  readonly callsCounting?: CallsCounting
  /** Why it failed. */
  readonly problems: readonly DataProblem[]
}

/**
 * Calls by UTC day and pool, counted in the database. They are no reason to fail: where they cannot be read, or not in time, the rest
 * goes on, and the transaction ends. Throws only what ends the connection, or what is worth another try.
 */
export async function readCalls(
  query: Query,
  { calls }: SourceLayout,
  { organizationId, now, callsFromDay }: DirectoryRequest,
): Promise<CallsAnswer> {
  if (calls === null) return { calls: null, problems: [] }
  if (callsFromDay === null) return { problems: [] }
  try {
    const rows = await query(callsSql(calls), [organizationId, instantText(dayStart(callsFromDay)), instantText(now)])
    return {
      calls: rows.map(([day, poolId = null, ...sums]) => callCount(Number(day), poolId, sums.map(Number))),
      callsCounting: calls.visitorId === null ? 'attempts' : 'visitors',
      problems: [],
    }
  } catch (thrown) {
    if (thrown instanceof AppError || isLost(thrown) || isRecoveryConflict(thrown)) throw thrown
    return { problems: [failure(thrown)] }
  }
}

function callCount(
  day: number,
  poolId: string | null,
  [calls = 0, completed = 0, seconds = 0]: readonly number[],
): CallCount {
  return { day, poolId, calls, completed, seconds }
}

/**
 * A call longer than a day is a mistake; an unknown status counts as completed. Grouped by what the table holds, and only then
 * made into text: half the time of doing it row by row.
 */
function callsSql(calls: NonNullable<SourceLayout['calls']>): string {
  const { status } = calls
  const hasLength = 'filter (where seconds between 0 and 86400)'
  const isDone = `filter (where ${status === null ? 'true' : `lower(trim(counted.status::text)) = 'completed'`})`
  return `
select counted.day, counted.pool::text, sum(counted.calls), coalesce(sum(counted.timed) ${isDone}, 0), coalesce(sum(counted.seconds) ${isDone}, 0)
from (
  select day, pool, status, count(*) filter (where is_call) as calls, count(*) ${hasLength} as timed, sum(seconds::float8) ${hasLength} as seconds
  from (${attemptsSql(calls)}) attempts
  group by day, pool, status
) counted
group by counted.day, counted.pool::text`
}

/**
 * The attempts, of which a call's first says so. Each time a visitor is passed on to another agent is an attempt of its own. Where their
 * visitor cannot be read, each is taken for a call; one that names no visitor always is.
 */
function attemptsSql({
  from,
  organizationId,
  poolId,
  visitorId,
  status,
  durationSeconds,
  createdAt,
}: NonNullable<SourceLayout['calls']>): string {
  const [first, end] = [asInstant('$2', createdAt), asInstant('$3', createdAt)]
  const columns = `${utcDaySql(createdAt)} as day, ${poolId ?? 'null::text'} as pool, ${status ?? 'null::text'} as status, ${durationSeconds ?? 'null::int4'} as seconds`
  const source = `from ${from} where ${organizationId} = $1 and ${createdAt.name} < ${end} and ${createdAt.name} >=`
  if (visitorId === null) return `select ${columns}, true as is_call ${source} ${first}`
  const before = `lag(${createdAt.name}) over (partition by ${visitorId}${poolId === null ? '' : `, ${poolId}`} order by ${createdAt.name})`
  // An attempt just before the first day may have begun a call that goes on in it.
  return `
    select day, pool, status, seconds, visitor is null or before is null or at - before > ${SAME_CALL} as is_call
    from (select ${columns}, ${visitorId} as visitor, ${createdAt.name} as at, ${before} as before ${source} ${first} - ${SAME_CALL}) every
    where at >= ${first}`
}

function failure(thrown: unknown): DataProblem {
  if (errorCode(thrown) === '57014') return dataProblem({ kind: 'calls-slow', count: 1 })
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return dataProblem({ kind: 'calls-missing', variant: 'calls-unread', count: 1, reason: `${text}.` })
}
