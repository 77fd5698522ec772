import type { TestDatabase } from '../support/source-database.ts'

export interface BenchSize {
  readonly isFull: boolean
  readonly visits: number
  readonly days: number
  readonly sessions: number
  /** Of the organizations that show how time and size grow. */
  readonly growth: { readonly visitsPerDay: number; readonly sessionsPerDay: number }
}

export const FULL_SIZE: BenchSize = {
  isFull: true,
  visits: 9_900_000,
  days: 180,
  sessions: 60_000,
  growth: { visitsPerDay: 1_500, sessionsPerDay: 40 },
}
export const TENTH_SIZE: BenchSize = {
  isFull: false,
  visits: 1_250_000,
  days: 180,
  sessions: 10_000,
  growth: { visitsPerDay: 200, sessionsPerDay: 20 },
}

/** The largest of the three organizations: 80% of the visits and all of the sessions. */
export const BENCH_ORGANIZATION = organizationId(1)
export const BENCH_NOW = Date.parse('2026-07-01T00:00:00Z')

/** An organization whose history is of another length or breadth. */
export interface GrowthOrganization {
  readonly id: string
  readonly number: number
  readonly days: number
  readonly pools: number
  readonly countries: number
  readonly visitsPerDay: number
  readonly sessionsPerDay: number
}

/** One year and ten, five pools and twenty, and the same few cells with ten times the visits. */
export function growthOrganizations({
  growth,
}: BenchSize): Readonly<Record<'year' | 'twoYears' | 'tenYears' | 'twentyPools' | 'few' | 'many', GrowthOrganization>> {
  const of = (number: number, changes: Partial<GrowthOrganization>): GrowthOrganization => ({
    id: organizationId(number),
    number,
    days: 365,
    pools: 5,
    countries: 40,
    ...growth,
    ...changes,
  })
  return {
    year: of(11, {}),
    twoYears: of(16, { days: 730 }),
    tenYears: of(12, { days: 3650 }),
    // As many visits in each pool.
    twentyPools: of(13, { pools: 20, visitsPerDay: growth.visitsPerDay * 4 }),
    few: of(14, { days: 28, pools: 1, countries: 3, visitsPerDay: 3_000 }),
    many: of(15, { days: 28, pools: 1, countries: 3, visitsPerDay: 30_000 }),
  }
}

/** Fills the plain schema on the server itself. */
export async function makeData(
  database: TestDatabase,
  size: BenchSize,
  { growth }: { readonly growth: boolean },
): Promise<void> {
  await fillThenIndex(database, ['widget_pageviews'], async () => {
    await database.run(mainDataSql(size))
    if (growth)
      for (const organization of Object.values(growthOrganizations(size)))
        await database.run(growthDataSql(organization))
  })
}

/**
 * Fills tables that have no indexes and check no keys meanwhile: an index that is made of what is there takes a third of the time of one
 * that grows row by row, and checking millions of keys that are right by construction takes minutes.
 */
export async function fillThenIndex(
  database: TestDatabase,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await database.run(INDEXES_OF, [tables])
  for (const { drop } of indexes) await database.run(String(drop))
  await database.run(`set maintenance_work_mem = '512MB'; set session_replication_role = replica`)
  await fill()
  await database.run('set session_replication_role = origin')
  for (const { make } of indexes) await database.run(String(make))
  await database.run('vacuum analyze')
}

/** What drops each index of some tables, and what makes it again. */
const INDEXES_OF = `
select case when conname is null then format('drop index %s', indexrelid::regclass)
         else format('alter table %s drop constraint %I', indrelid::regclass, conname) end as drop,
       case when conname is null then pg_get_indexdef(indexrelid)
         else format('alter table %s add %s', indrelid::regclass, pg_get_constraintdef(pg_constraint.oid)) end as make
from pg_index left join pg_constraint on conindid = indexrelid and contype in ('p', 'u')
where indrelid = any($1::regclass[])`

/** The same visits and sessions in the true schema, with what the product records besides: open sessions and status changes. */
export async function makeTrueData(database: TestDatabase, size: BenchSize): Promise<void> {
  await fillThenIndex(database, ['widget_pageviews'], async () => {
    await database.run(mainDataSql(size, 'true'))
    await database.run(DEPLOYMENTS)
    await database.run(STATUS_CHANGES)
  })
}

/** On every third day a deployment leaves the sessions of whoever is online open for ever; each goes on in another seven seconds later. */
const DEPLOYMENTS = `
with deployment as (
  select at from generate_series(timestamptz '2026-06-30 15:00Z', timestamptz '2026-01-01 15:00Z', interval '-3 days') at
), cut as (
  select session.id, session.agent_id, session.organization_id, session.ended_at, deployment.at
  from agent_sessions session join deployment on session.started_at < deployment.at and session.ended_at > deployment.at + interval '7 seconds'
), left_open as (
  update agent_sessions set ended_at = null from cut where agent_sessions.id = cut.id
)
insert into agent_sessions (agent_id, organization_id, started_at, ended_at)
  select agent_id, organization_id, at + interval '7 seconds', ended_at from cut`

/** Two calls and an absence in each session that was closed, one call in the others. */
const STATUS_CHANGES = `
insert into agent_status_changes (session_id, agent_id, from_status, to_status, changed_at)
select session.id, session.agent_id, change.from_status, change.to_status,
       session.started_at + change.share * (coalesce(session.ended_at, session.started_at + interval '1 hour') - session.started_at)
from agent_sessions session
cross join (values
  (0.0, 'offline', 'idle'), (0.2, 'idle', 'in_call'), (0.25, 'in_call', 'idle'), (0.5, 'idle', 'in_call'), (0.55, 'in_call', 'idle'),
  (0.7, 'idle', 'away'), (0.8, 'away', 'idle'), (1.0, 'idle', 'offline')
) change (share, from_status, to_status)
where session.ended_at is not null or change.share < 0.3`

function organizationId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

const START = `timestamptz '2026-07-01 00:00Z'`
const agentId = (number: string): string => `('00000000-0000-4000-8002-' || lpad((${number})::text, 12, '0'))::uuid`
const poolId = (number: string): string => `('00000000-0000-4000-8001-' || lpad((${number})::text, 12, '0'))::uuid`
/** Few countries are common; `c` is a random number from 0 to 1. */
const country = (countries: number): string =>
  `chr(65 + (power(c, 3) * ${countries - 1})::int / 8) || chr(65 + (power(c, 3) * ${countries - 1})::int % 8)`

/**
 * `visits` visits over `days` days until BENCH_NOW, three organizations (80, 15 and 5%), five pools and none, forty countries (few of
 * them common) and 2% unknown, 30% missed, `sessions` intervals of forty agents.
 */
function mainDataSql({ visits, days, sessions }: BenchSize, schema: 'plain' | 'true' = 'plain'): string {
  const organization = `('00000000-0000-4000-8000-0000000000' || case when u < 0.8 then '01' when u < 0.95 then '02' else '03' end)::uuid`
  return `
select setseed(0.42);
${schema === 'plain' ? PLAIN_ORGANIZATIONS : TRUE_ORGANIZATIONS}
insert into agent_pools (id, organization_id, name, is_catch_all) select ${poolId('i')}, '${BENCH_ORGANIZATION}', 'Pool ' || i, i = 5 from generate_series(1, 5) i;
${schema === 'plain' ? PLAIN_AGENTS : TRUE_AGENTS}
insert into agent_pool_members (${schema === 'plain' ? 'agent_id' : 'agent_profile_id'}, pool_id)
  select ${agentId('a')}, ${poolId('p')} from generate_series(1, 40) a, generate_series(1, 5) p where (a + p) % 3 <> 0;
insert into agent_sessions (id, agent_id, organization_id, started_at, ended_at)
  select gen_random_uuid(), ${agentId('1 + i % 40')}, '${BENCH_ORGANIZATION}', start, start + make_interval(mins => 20 + (random() * 220)::int)
  from (select i, ${START} - make_interval(secs => random() * ${days} * 86400) as start from generate_series(1, ${sessions}) i) s;
insert into widget_pageviews (id, organization_id, pool_id, visitor_id, page_url, agent_id, visitor_country_code, created_at)
  select gen_random_uuid(), ${organization}, case when p < 1 then null else ${poolId('p::int')} end,
    md5(i::text), 'https://www.example.com/products/' || (i % 997),
    case when random() < 0.3 then null else ${agentId('1 + i % 40')} end,
    case when c < 0.02 then null else ${country(40)} end,
    ${START} - make_interval(secs => i * (${days} * 86400.0 / ${visits}))
  from (select i, random() as u, floor(random() * 6) as p, random() as c from generate_series(1, ${visits}) i) v;`
}

const ORGANIZATION_NUMBERS = `from generate_series(1, 3) i;`
const ORGANIZATION_OF_NUMBER = `('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'Organization ' || i`
const PLAIN_ORGANIZATIONS = `insert into organizations (id, name) select ${ORGANIZATION_OF_NUMBER} ${ORGANIZATION_NUMBERS}`
const TRUE_ORGANIZATIONS = `insert into organizations (id, name, slug) select ${ORGANIZATION_OF_NUMBER}, i::text ${ORGANIZATION_NUMBERS}`
const AGENT_OF_NUMBER = `'${BENCH_ORGANIZATION}'::uuid, 'Agent ' || i`
const AGENT_NUMBERS = `from generate_series(1, 40) i;`
const PLAIN_AGENTS = `insert into agent_profiles (id, organization_id, display_name) select ${agentId('i')}, ${AGENT_OF_NUMBER} ${AGENT_NUMBERS}`
const TRUE_AGENTS = `
insert into users (id, organization_id, full_name, email) select ${agentId('i')}, ${AGENT_OF_NUMBER}, i || '@example.org' ${AGENT_NUMBERS}
insert into agent_profiles (id, organization_id, display_name, user_id) select ${agentId('i')}, ${AGENT_OF_NUMBER}, ${agentId('i')} ${AGENT_NUMBERS}`

function growthDataSql({
  id,
  number,
  days,
  pools,
  countries,
  visitsPerDay,
  sessionsPerDay,
}: GrowthOrganization): string {
  const visits = days * visitsPerDay
  const sessions = days * sessionsPerDay
  const first = number * 1000
  return `
select setseed(0.42);
insert into organizations (id, name) values ('${id}', 'Growth ${number}');
insert into agent_pools (id, organization_id, name) select ${poolId(`${first} + i`)}, '${id}', 'Pool ' || i from generate_series(1, ${pools}) i;
insert into agent_profiles (id, organization_id, display_name) select ${agentId(`${first} + i`)}, '${id}', 'Agent ' || i from generate_series(1, 20) i;
insert into agent_pool_members (agent_id, pool_id)
  select ${agentId(`${first} + a`)}, ${poolId(`${first} + p`)} from generate_series(1, 20) a, generate_series(1, ${pools}) p where (a + p) % 3 <> 0;
insert into agent_sessions (id, agent_id, organization_id, started_at, ended_at)
  select gen_random_uuid(), ${agentId(`${first} + 1 + i % 20`)}, '${id}', start, start + make_interval(mins => 20 + (random() * 220)::int)
  from (select i, ${START} - make_interval(secs => random() * ${days} * 86400) as start from generate_series(1, ${sessions}) i) s;
insert into widget_pageviews (id, organization_id, pool_id, agent_id, visitor_country_code, created_at)
  select gen_random_uuid(), '${id}', ${poolId(`${first} + 1 + floor(random() * ${pools})::int`)},
    case when random() < 0.3 then null else ${agentId(`${first} + 1 + i % 20`)} end, ${country(countries)},
    ${START} - make_interval(secs => i * (${days} * 86400.0 / ${visits}))
  from (select i, random() as c from generate_series(1, ${visits}) i) v;`
}
