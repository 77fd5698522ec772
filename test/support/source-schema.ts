import { PLAIN_SCHEMA } from './plain-schema.ts'
import { ROW_LEVEL_SECURITY } from './row-level-security.ts'

/**
 * What a test database begins with: the product's schema with its row level security (`true`) or without it (`without-rls`), tables of
 * the same names without keys, enums and security, as another product may have them (`plain`), or nothing at all (`none`).
 */
export type SourceSchema = 'true' | 'without-rls' | 'plain' | 'none'

/** The statements that create a schema in an empty database. They need a superuser, and may run in many databases at once. */
export function schemaSql(schema: SourceSchema): string {
  if (schema === 'none') return ''
  if (schema === 'plain') return PLAIN_SCHEMA
  return schema === 'true' ? HOSTED_ROLES + TABLES + ROW_LEVEL_SECURITY : HOSTED_ROLES + TABLES
}

/**
 * The roles that a hosted Postgres of this kind comes with, and what it grants them by default: everything on public tables. Roles
 * belong to the whole server, so another database may create the same one at the same moment.
 */
const HOSTED_ROLES = `
do $$ begin create role anon nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role authenticated nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role service_role nologin bypassrls; exception when duplicate_object or unique_violation then null; end $$;

grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

-- Who asks: the host sets the signed-in user's id for each request.
create schema auth;
create function auth.uid() returns uuid language sql stable
  as $$ select nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$;
grant usage on schema auth to anon, authenticated, service_role;
`

/** The product's tables as far as anything of them is read, granted or protected. */
const TABLES = `
create type user_role as enum ('admin', 'agent');
create type subscription_plan as enum ('free', 'starter', 'pro', 'enterprise');
create type subscription_status as enum ('active', 'paused', 'cancelled', 'trialing', 'past_due');
create type country_list_mode as enum ('blocklist', 'allowlist');
create type agent_status as enum ('offline', 'idle', 'in_simulation', 'in_call');
create type call_status as enum ('pending', 'accepted', 'rejected', 'completed', 'missed');

create table organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique,
  plan subscription_plan not null default 'free',
  subscription_status subscription_status not null default 'active',
  seat_count integer not null default 1,
  mrr numeric(10, 2) not null default 0,
  blocked_countries text[] not null default '{}',
  country_list_mode country_list_mode not null default 'blocklist',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table users (
  id uuid primary key,
  organization_id uuid not null references organizations on delete cascade,
  email text not null,
  full_name text not null,
  role user_role not null default 'agent',
  is_platform_admin boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on users (organization_id);

create table agent_pools (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organizations on delete cascade,
  name text not null,
  description text,
  is_default boolean not null default false,
  is_catch_all boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on agent_pools (organization_id);

create table agent_profiles (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references users on delete cascade,
  organization_id uuid not null references organizations on delete cascade,
  display_name text not null,
  status agent_status not null default 'offline',
  max_simultaneous_simulations integer not null default 25,
  is_available boolean not null default false,
  is_active boolean not null default true,
  deactivated_at timestamptz,
  deactivated_by uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on agent_profiles (organization_id);

create table agent_pool_members (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references agent_pools on delete cascade,
  agent_profile_id uuid not null references agent_profiles on delete cascade,
  priority_rank integer not null default 1,
  created_at timestamptz not null default now(),
  unique (pool_id, agent_profile_id)
);
create index on agent_pool_members (agent_profile_id);

create table agent_sessions (
  id uuid primary key default gen_random_uuid(),
  agent_id uuid not null references agent_profiles on delete cascade,
  organization_id uuid not null references organizations on delete cascade,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  duration_seconds integer,
  idle_seconds integer not null default 0,
  in_call_seconds integer not null default 0,
  away_seconds integer not null default 0,
  ended_reason text check (ended_reason in ('logout', 'disconnect', 'idle_timeout', 'server_restart')),
  created_at timestamptz not null default now()
);
create index on agent_sessions (organization_id, started_at desc);
create index on agent_sessions (agent_id, started_at desc);

-- A log of transitions: a status lasts until the agent's next row.
create table agent_status_changes (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references agent_sessions on delete cascade,
  agent_id uuid not null references agent_profiles on delete cascade,
  from_status text not null,
  to_status text not null check (to_status in ('idle', 'in_call', 'away', 'offline')),
  changed_at timestamptz not null default now(),
  reason text
);
create index on agent_status_changes (session_id);
create index on agent_status_changes (agent_id, changed_at desc);

create table widget_pageviews (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organizations on delete cascade,
  pool_id uuid references agent_pools on delete set null,
  visitor_id text not null,
  page_url text not null,
  agent_id uuid references agent_profiles on delete set null,
  visitor_country_code text,
  created_at timestamptz not null default now()
);
create index on widget_pageviews (organization_id, created_at desc);
create index on widget_pageviews (agent_id);

create table call_logs (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organizations on delete cascade,
  agent_id uuid references agent_profiles on delete set null,
  pool_id uuid references agent_pools on delete set null,
  visitor_id text not null,
  page_url text not null,
  status call_status not null default 'pending',
  ring_started_at timestamptz,
  answered_at timestamptz,
  answer_time_seconds numeric,
  started_at timestamptz,
  ended_at timestamptz,
  duration_seconds integer,
  created_at timestamptz not null default now()
);
create index on call_logs (organization_id, created_at desc);
create index on call_logs (agent_id);
`
