import type { CubeBatch } from '../../../shared/coverage/cube.ts'
import { withKept } from '../kept-sessions.ts'
import type { SourceSession, WindowFacts, WindowRequest } from '../source.ts'
import { agentBuckets } from './agent-buckets.ts'
import { countCells } from './count-cells.ts'
import { asInstant, asInstants, instantText } from './instants.ts'
import type { SourceLayout } from './layout.ts'
import type { PageClassing } from './page-classes.ts'
import { readSessions } from './sessions.ts'
import type { Query } from './snapshot-reader.ts'

/** What a window is read from. */
export type WindowLayout = SourceLayout & {
  /** How visits are classed by their pages; null: not at all. */
  readonly pages: PageClassing | null
}

/** A window as it was read, before anything is computed of it. */
export interface RawWindow {
  readonly sessions: readonly SourceSession[]
  readonly traffic: () => CubeBatch
  readonly rows: number
  readonly sourceMs: number
}

/** Reads a window inside one snapshot: its sessions, then its visits counted by bucket, pool and country. */
export async function readWindow(query: Query, layout: WindowLayout, request: WindowRequest): Promise<RawWindow> {
  const started = performance.now()
  const sessions = await readSessions(query, layout, request)
  const sessionsMs = performance.now() - started
  const to = Math.min(request.to, request.now)
  const buckets = agentBuckets(withKept(sessions, request), { ...request, to })
  const asked = performance.now()
  const rows =
    to <= request.from
      ? []
      : await query(layout.pages === null ? trafficSql(layout) : classedTrafficSql(layout, layout.pages), [
          request.organizationId,
          instantText(request.from),
          instantText(to),
          buckets.starts.map(instantText),
          ...(layout.pages?.values ?? []),
        ])
  return {
    sessions,
    traffic: () => countCells(rows, buckets, layout.pages?.classes),
    rows: sessions.length + rows.length,
    sourceMs: sessionsMs + performance.now() - asked,
  }
}

const ROUND_TRIPS = 2

/**
 * The facts of a window that was read: here the cells are made, when the connection is already free. Distance is not the source's time:
 * a far database is asked for larger windows, not for smaller ones.
 */
export function windowFacts({ sessions, traffic, rows, sourceMs }: RawWindow, roundTripMs: number): WindowFacts {
  return { sessions, traffic: traffic(), rows, sourceMs: Math.max(0, sourceMs - ROUND_TRIPS * roundTripMs) }
}

/**
 * One row a pool and country, holding arrays. It is the densest on the wire: names once, then small integers only. One search of the
 * merged bounds gives quarter-hour and agents online together; no name is converted before the visits are grouped.
 */
function trafficSql({ pageviews }: SourceLayout): string {
  const { createdAt } = pageviews
  return `
select cell.pool::text, cell.country::text, array_agg(cell.bucket), array_agg(cell.visitors), array_agg(cell.covered)
from (
  select width_bucket(${createdAt.name}, ${asInstants('$4', createdAt)}) as bucket,
         ${pageviews.poolId ?? 'null::text'} as pool,
         ${pageviews.country ?? 'null::text'} as country,
         count(*)::int4 as visitors,
         count(${pageviews.agentId})::int4 as covered
  from ${pageviews.from}
  where ${pageviews.organizationId} = $1
    and ${createdAt.name} >= ${asInstant('$2', createdAt)} and ${createdAt.name} < ${asInstant('$3', createdAt)}
  group by 1, 2, 3
) cell
group by cell.pool, cell.country`
}

/**
 * As `trafficSql`, divided by the class of the page. Addresses are cut once a visit (`offset 0` keeps the planner from doing it once a
 * rule), and only the number of the class is grouped by and leaves the database.
 */
function classedTrafficSql({ pageviews }: SourceLayout, { columnsSql, numberSql }: PageClassing): string {
  const { createdAt } = pageviews
  return `
select cell.pool::text, cell.country::text, array_agg(cell.bucket), array_agg(cell.visitors), array_agg(cell.covered), cell.class
from (
  select width_bucket(visit.at, ${asInstants('$4', createdAt)}) as bucket, visit.pool, visit.country,
         count(*)::int4 as visitors, count(visit.agent)::int4 as covered, ${numberSql(5)} as class
  from (
    select ${createdAt.name} as at, ${pageviews.poolId ?? 'null::text'} as pool, ${pageviews.country ?? 'null::text'} as country,
           ${pageviews.agentId} as agent, ${columnsSql}
    from ${pageviews.from}
    where ${pageviews.organizationId} = $1
      and ${createdAt.name} >= ${asInstant('$2', createdAt)} and ${createdAt.name} < ${asInstant('$3', createdAt)}
    offset 0
  ) visit
  group by 1, 2, 3, 6
) cell
group by cell.pool, cell.country, cell.class`
}
