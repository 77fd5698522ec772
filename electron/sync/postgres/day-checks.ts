import { AppError } from '../../../shared/foundation/errors.ts'
import type { DayCheckRequest, SourceDayCheck } from '../source.ts'
import { asInstant, dayStart, epochMsSql, instantText, sessionEndSql, utcDaySql } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import type { Query, SnapshotReader } from './snapshot-reader.ts'

/** Days checked by one transaction, so that a year does not run into a timeout. */
const DAYS_AT_ONCE = 28

export interface DayCheckContext {
  readonly reader: SnapshotReader
  readonly layout: SourceLayout
  readonly signal: AbortSignal
}

/** Per-day totals, some weeks at a time; a part that times out is halved, down to a day. Throws AppError 'source-timeout' below that. */
export async function readDayChecks(
  context: DayCheckContext,
  request: DayCheckRequest,
): Promise<readonly SourceDayCheck[]> {
  const checks: SourceDayCheck[] = []
  let days = DAYS_AT_ONCE
  for (let day = request.fromDay; day <= request.toDay;) {
    const part = { ...request, fromDay: day, toDay: Math.min(request.toDay, day + days - 1) }
    try {
      checks.push(...(await context.reader.read((query) => readPart(query, context.layout, part), context.signal)))
      day = part.toDay + 1
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'source-timeout' || days === 1) throw error
      days = Math.ceil(days / 2)
    }
  }
  return checks
}

async function readPart(
  query: Query,
  layout: SourceLayout,
  request: DayCheckRequest,
): Promise<readonly SourceDayCheck[]> {
  const from = instantText(dayStart(request.fromDay))
  const end = instantText(Math.min(dayStart(request.toDay + 1), Math.max(request.now, dayStart(request.fromDay))))
  const visits = await query(visitsSql(layout), [request.organizationId, from, end])
  const sessions = await query(sessionsSql(layout), [request.organizationId, from, end])
  const sessionsOfDay = new Map(sessions.map(([day, ...sums]) => [Number(day), sums.map(Number)]))
  const visitsOfDay = new Map(visits.map(([day, ...sums]) => [Number(day), sums.map(Number)]))
  const days = [...new Set([...visitsOfDay.keys(), ...sessionsOfDay.keys()])].toSorted((a, b) => a - b)
  return days.map((day) => {
    const [visitors = 0, covered = 0] = visitsOfDay.get(day) ?? []
    const [count = 0, open = 0, startSum = 0, endSum = 0] = sessionsOfDay.get(day) ?? []
    return { day, visitors, covered, sessions: { count, open, startSum, endSum } }
  })
}

function visitsSql({ pageviews }: SourceLayout): string {
  const { createdAt } = pageviews
  return `
select ${utcDaySql(createdAt)}, count(*), count(${pageviews.agentId})
from ${pageviews.from}
where ${pageviews.organizationId} = $1
  and ${createdAt.name} >= ${asInstant('$2', createdAt)} and ${createdAt.name} < ${asInstant('$3', createdAt)}
group by 1`
}

function sessionsSql({ sessions }: SourceLayout): string {
  const { startedAt, endedAt } = sessions
  return `
select day, count(*), count(*) filter (where ended is null), sum(started - day * 86400000.0), coalesce(sum(ended - day * 86400000.0), 0)
from (
  select ${utcDaySql(startedAt)} as day, ${epochMsSql(startedAt.name)}::numeric as started, (${sessionEndSql(endedAt)})::numeric as ended
  from ${sessions.from}
  where ${sessions.organizationId} = $1 and ${sessions.agentId} is not null
    and ${startedAt.name} >= ${asInstant('$2', startedAt)} and ${startedAt.name} < ${asInstant('$3', startedAt)}
) spells
group by day`
}
