import type { TestDatabase } from './source-database.ts'

/**
 * Gives the tables of a company (of the plain schema) another product's names, in two schemas: capitals, quotes, spaces and other scripts among them, one of
 * them a view, beside tables that are none of them.
 */
export async function giveStrangeNames(database: TestDatabase): Promise<void> {
  await database.run(`
create schema crm;
create schema "Büro ""Nord""";

alter table widget_pageviews rename to "Hits";
alter table "Hits" set schema "Büro ""Nord""";
alter table "Büro ""Nord"""."Hits" rename organization_id to "tenantId";
alter table "Büro ""Nord"""."Hits" rename pool_id to team_id;
alter table "Büro ""Nord"""."Hits" rename agent_id to served_by;
alter table "Büro ""Nord"""."Hits" rename visitor_country_code to geo_country;
alter table "Büro ""Nord"""."Hits" rename created_at to "At";

alter table agent_sessions rename to shift_log_raw;
alter table shift_log_raw set schema crm;
create view crm.shifts as select id, agent_id as person_id, organization_id as tenant_id, started_at as "from", ended_at as "to" from crm.shift_log_raw;
alter table crm.shift_log_raw rename agent_id to who;

alter table organizations rename to tenants;
alter table tenants rename name to title;
alter table agent_pools rename to teams;
alter table teams set schema crm;
alter table crm.teams rename organization_id to tenant_id;
alter table agent_profiles rename to people;
alter table people set schema crm;
alter table crm.people rename organization_id to tenant_id;
alter table crm.people rename display_name to "Name";
alter table agent_pool_members rename to team_members;
alter table team_members set schema crm;
alter table crm.team_members rename agent_id to person_id;
alter table crm.team_members rename pool_id to team_id;
alter table call_logs rename to звонки;

create table crm.orders (id bigint, tenant_id uuid, total numeric, created_at timestamptz);
create table crm.hits_by_country (tenant_id uuid, served_by json, at date, country text);
create table public.salaries (person_id uuid, amount numeric);`)
}
