/**
 * Tables with the names that are read by default, and nothing that protects them: no keys between them, no enums, members by
 * `agent_id`, no row level security. For rows that the product's own schema would refuse.
 */
export const PLAIN_SCHEMA = `
create table organizations (
  id uuid primary key,
  name text not null,
  blocked_countries text[],
  country_list_mode text
);

create table agent_pools (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  is_catch_all boolean not null default false
);

create table agent_profiles (
  id uuid primary key,
  organization_id uuid not null,
  display_name text
);

create table agent_pool_members (
  agent_id uuid not null,
  pool_id uuid not null
);

create table agent_sessions (
  id uuid primary key default gen_random_uuid(),
  agent_id uuid not null,
  organization_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  idle_seconds int,
  in_call_seconds int,
  away_seconds int
);
create index on agent_sessions (organization_id, started_at desc);

create table widget_pageviews (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  pool_id uuid,
  visitor_id text,
  page_url text,
  agent_id uuid,
  visitor_country_code text,
  created_at timestamptz not null
);
create index on widget_pageviews (organization_id, created_at desc);
create index on widget_pageviews (agent_id);

create table call_logs (
  organization_id uuid,
  agent_id uuid,
  pool_id uuid,
  status text,
  duration_seconds int,
  created_at timestamptz
);
`
