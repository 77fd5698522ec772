export interface BenchSize {
  readonly visits: number
  readonly days: number
  readonly sessions: number
}

/** The largest of the three organizations: 80 % of the visits and all of the sessions. */
export const BENCH_ORGANIZATION = '00000000-0000-4000-8000-000000000001'
export const BENCH_NOW = Date.parse('2026-07-01T00:00:00Z')

/**
 * SQL that fills the source schema with made-up traffic on the server itself: `visits` visits over `days` days until BENCH_NOW,
 * three organizations (80, 15 and 5 %), five pools and none, forty countries (few of them common) and 2 % unknown, 30 % missed,
 * `sessions` spells of forty agents.
 */
export function benchDataSql({ visits, days, sessions }: BenchSize): string {
  const organization = `('00000000-0000-4000-8000-0000000000' || case when u < 0.8 then '01' when u < 0.95 then '02' else '03' end)::uuid`
  return `
select setseed(0.42);
insert into organizations (id, name) select ('00000000-0000-4000-8000-0000000000' || lpad(i::text, 2, '0'))::uuid, 'Organization ' || i from generate_series(1, 3) i;
insert into agent_pools (id, organization_id, name, is_catch_all)
  select ('00000000-0000-4000-8001-0000000000' || lpad(i::text, 2, '0'))::uuid, '00000000-0000-4000-8000-000000000001', 'Pool ' || i, i = 5 from generate_series(1, 5) i;
insert into agent_profiles (id, organization_id, display_name)
  select ('00000000-0000-4000-8002-0000000000' || lpad(i::text, 2, '0'))::uuid, '00000000-0000-4000-8000-000000000001', 'Agent ' || i from generate_series(1, 40) i;
insert into agent_pool_members (agent_id, pool_id)
  select ('00000000-0000-4000-8002-0000000000' || lpad(a::text, 2, '0'))::uuid, ('00000000-0000-4000-8001-0000000000' || lpad(p::text, 2, '0'))::uuid
  from generate_series(1, 40) a, generate_series(1, 5) p where (a + p) % 3 <> 0;
insert into agent_sessions (id, agent_id, organization_id, started_at, ended_at)
  select gen_random_uuid(), ('00000000-0000-4000-8002-0000000000' || lpad((1 + i % 40)::text, 2, '0'))::uuid, '00000000-0000-4000-8000-000000000001',
    start, start + make_interval(mins => 20 + (random() * 220)::int)
  from (select i, timestamptz '2026-07-01 00:00Z' - make_interval(secs => random() * ${days} * 86400) as start from generate_series(1, ${sessions}) i) s;
insert into widget_pageviews (id, organization_id, pool_id, visitor_id, page_url, agent_id, visitor_country_code, created_at)
  select gen_random_uuid(), ${organization},
    case when p < 1 then null else ('00000000-0000-4000-8001-00000000000' || p::int)::uuid end,
    md5(i::text), 'https://www.example.com/products/' || (i % 997),
    case when random() < 0.3 then null else ('00000000-0000-4000-8002-0000000000' || lpad((1 + i % 40)::text, 2, '0'))::uuid end,
    case when c < 0.02 then null else chr(65 + (power(c, 3) * 39)::int / 8) || chr(65 + (power(c, 3) * 39)::int % 8) end,
    timestamptz '2026-07-01 00:00Z' - make_interval(secs => i * (${days} * 86400.0 / ${visits}))
  from (select i, random() as u, floor(random() * 6) as p, random() as c from generate_series(1, ${visits}) i) v;
analyze;`
}
