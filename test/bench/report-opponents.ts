import type { Client } from 'pg'
import type { CacheSnapshot } from '../../electron/store/traffic-reader.ts'
import type { CoverageFigures } from '../../shared/coverage/types.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { localRange } from '../../shared/time/local.ts'
import { SLOT_MS } from '../../shared/time/slots.ts'
import type { DuckConnection } from './duckdb.ts'
import { figuresOfHours } from './hour-sums.ts'
import { BENCH_NOW, BENCH_ORGANIZATION } from './make-data.ts'
import { originalFigures, type RawEvents } from './original-algorithm.ts'

/** What every side is asked: local dates, and one country that does not count. */
export interface ReportQuestion {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly withoutCountry: string
}

/** Answers a report in its own way. */
export type Opponent = (question: ReportQuestion) => Promise<CoverageFigures>

/** DuckDB over the very cells of the cache, and its sessions. */
export async function duckDbOpponent(duck: DuckConnection, snapshot: CacheSnapshot): Promise<Opponent> {
  await duck.run(
    'create table cells (slot integer, pool integer, country integer, agents integer, visitors integer, covered integer)',
  )
  await duck.run('create table sessions (agent integer, started double, ended double)')
  const cells = await duck.createAppender('cells')
  for (const [, day] of [...snapshot.traffic].toSorted(([a], [b]) => a - b)) {
    for (let cell = 0; cell < day.length; cell++) {
      for (const column of [day.slot, day.pool, day.country, day.agents, day.visitors, day.covered])
        cells.appendInteger(column[cell]!)
      cells.endRow()
    }
  }
  cells.closeSync()
  const sessions = await duck.createAppender('sessions')
  for (const { startedAt, endedAt } of snapshot.sessions) {
    sessions.appendInteger(0)
    sessions.appendDouble(startedAt)
    sessions.appendDouble(Math.min(endedAt ?? Infinity, BENCH_NOW))
    sessions.endRow()
  }
  sessions.closeSync()
  return async (question) => {
    const { start, end } = rangeOf(question)
    const country = snapshot.dictionary.countries.indexOf(question.withoutCountry)
    const visits = await duck.runAndReadAll(
      `select (slot // 4)::double, sum(visitors)::double, sum(covered)::double from cells
       where slot >= ${start / SLOT_MS} and slot < ${end / SLOT_MS} and country <> ${country} group by 1`,
    )
    const agents = await duck.runAndReadAll(
      `select hour::double, sum(least(ended, (hour + 1) * ${HOUR_MS}.0) - greatest(started, hour * ${HOUR_MS}.0)) from (
         select unnest(generate_series(greatest(started, ${start})::bigint // ${HOUR_MS}, (least(ended, ${end})::bigint - 1) // ${HOUR_MS})) as hour,
                started, ended from sessions where started < ${end} and ended > ${start} and ended > started) group by 1`,
    )
    return figuresOfHours(
      { visits: visits.getRowsJS() as [number, number, number][], agents: agents.getRowsJS() as [number, number][] },
      { ...question, now: BENCH_NOW },
    )
  }
}

/** Postgres asked directly, over the raw rows. */
export function postgresOpponent(client: Client): Opponent {
  return async (question) => {
    const { start, end } = rangeOf(question)
    const visits = await client.query<[number, number, number]>({
      text: `select floor(date_part('epoch', created_at) / 3600)::int4, count(*)::int4, count(agent_id)::int4
             from widget_pageviews where organization_id = $1 and created_at >= $2 and created_at < $3
               and (visitor_country_code is null or upper(visitor_country_code) <> $4) group by 1`,
      values: [BENCH_ORGANIZATION, new Date(start), new Date(end), question.withoutCountry],
      rowMode: 'array',
    })
    const agents = await client.query<[number, number]>({
      text: `select hour::int4, sum(least(ended, (hour + 1) * 3600000.0) - greatest(started, hour * 3600000.0))::float8
             from (select floor(date_part('epoch', started_at) * 1000) as started, least(floor(date_part('epoch', ended_at) * 1000), $4) as ended
                   from agent_sessions where organization_id = $1 and started_at < $3 and ended_at > $2 and ended_at > started_at) spell,
               generate_series(floor(greatest(started, $5) / 3600000)::int8, ceil(least(ended, $6) / 3600000)::int8 - 1) as hour
             group by 1`,
      values: [BENCH_ORGANIZATION, new Date(start), new Date(end), BENCH_NOW, start, end],
      rowMode: 'array',
    })
    return figuresOfHours({ visits: visits.rows, agents: agents.rows }, { ...question, now: BENCH_NOW })
  }
}

/** The original algorithm over raw events in memory; reading them is not counted. */
export function originalOpponent(events: RawEvents): (question: ReportQuestion) => CoverageFigures {
  return (question) => originalFigures(events, { ...question, now: BENCH_NOW })
}

/** The raw events of a question, without the visits that do not count. */
export async function rawEvents(client: Client, question: ReportQuestion): Promise<RawEvents> {
  const { start, end } = rangeOf(question)
  const values = [BENCH_ORGANIZATION, new Date(start), new Date(end)]
  const visits = await client.query<[number, string | null]>({
    text: `select date_part('epoch', created_at) * 1000, agent_id::text from widget_pageviews where organization_id = $1 and created_at >= $2 and created_at < $3
             and (visitor_country_code is null or upper(visitor_country_code) <> $4)`,
    values: [...values, question.withoutCountry],
    rowMode: 'array',
  })
  const sessions = await client.query<[number, number]>({
    text: `select floor(date_part('epoch', started_at) * 1000), floor(date_part('epoch', ended_at) * 1000) from agent_sessions
           where organization_id = $1 and started_at < $3 and ended_at > $2`,
    values,
    rowMode: 'array',
  })
  return {
    visits: visits.rows.map(([createdAt, agentId]) => ({ createdAt, agentId })),
    sessions: sessions.rows.map(([startedAt, endedAt]) => ({ startedAt, endedAt })),
  }
}

function rangeOf({ from, to, timeZone }: ReportQuestion): { readonly start: number; readonly end: number } {
  return localRange(from, to, timeZone)
}
