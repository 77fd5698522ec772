/**
 * Row level security of every table. Helper functions run as their owner, because a policy of `users` that reads `users` would never
 * end; other policies read tables directly, so a role must be allowed to read those as well. Agents see what concerns themselves,
 * administrators their organization, platform administrators everything, and whoever is not signed in nothing.
 */
export const ROW_LEVEL_SECURITY = `
create function organization_of_current_user() returns uuid
  language sql stable security definer set search_path = public
  as $$ select organization_id from users where id = auth.uid() $$;

create function current_user_is_administrator() returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select 1 from users where id = auth.uid() and role = 'admin') $$;

create function current_user_is_platform_administrator() returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select 1 from users where id = auth.uid() and is_platform_admin) $$;

alter table organizations enable row level security;
create policy "Members see their organization" on organizations for select
  using (id = organization_of_current_user());
create policy "Administrators change their organization" on organizations for update
  using (id = organization_of_current_user() and current_user_is_administrator());
create policy "Platform administrators do everything" on organizations
  using (current_user_is_platform_administrator());

alter table users enable row level security;
create policy "Members see each other" on users for select
  using (organization_id = organization_of_current_user());
create policy "Users change themselves" on users for update
  using (id = auth.uid());
create policy "Platform administrators see all users" on users for select
  using (current_user_is_platform_administrator());

alter table agent_pools enable row level security;
create policy "Members see their pools" on agent_pools for select
  using (organization_id = organization_of_current_user());
create policy "Administrators manage their pools" on agent_pools
  using (organization_id = organization_of_current_user() and current_user_is_administrator());

alter table agent_profiles enable row level security;
create policy "Members see their agents" on agent_profiles for select
  using (organization_id = organization_of_current_user());
create policy "Agents change their own profile" on agent_profiles for update
  using (user_id = auth.uid());
create policy "Administrators manage their agents" on agent_profiles
  using (organization_id = organization_of_current_user() and current_user_is_administrator());

alter table agent_pool_members enable row level security;
create policy "Members see who serves their pools" on agent_pool_members for select
  using (exists (select 1 from agent_pools where agent_pools.id = pool_id and agent_pools.organization_id = organization_of_current_user()));
create policy "Administrators manage who serves their pools" on agent_pool_members
  using (
    current_user_is_administrator()
    and exists (select 1 from agent_pools where agent_pools.id = pool_id and agent_pools.organization_id = organization_of_current_user())
  );

alter table agent_sessions enable row level security;
create policy "Agents see their own sessions" on agent_sessions for select
  using (agent_id in (select agent_profiles.id from agent_profiles where agent_profiles.user_id = auth.uid()));
create policy "Administrators see the sessions of their organization" on agent_sessions for select
  using (organization_id = organization_of_current_user() and current_user_is_administrator());

alter table agent_status_changes enable row level security;
create policy "Agents see their own status changes" on agent_status_changes for select
  using (agent_id in (select agent_profiles.id from agent_profiles where agent_profiles.user_id = auth.uid()));
create policy "Administrators see the status changes of their organization" on agent_status_changes for select
  using (
    current_user_is_administrator()
    and exists (
      select 1 from agent_sessions
      where agent_sessions.id = session_id and agent_sessions.organization_id = organization_of_current_user()
    )
  );

alter table widget_pageviews enable row level security;
create policy "Members see the visits of their organization" on widget_pageviews for select
  using (organization_id = organization_of_current_user());
create policy "Platform administrators see all visits" on widget_pageviews for select
  using (current_user_is_platform_administrator());

alter table call_logs enable row level security;
create policy "Agents see their own calls" on call_logs for select
  using (agent_id in (select agent_profiles.id from agent_profiles where agent_profiles.user_id = auth.uid()));
create policy "Administrators see the calls of their organization" on call_logs for select
  using (organization_id = organization_of_current_user() and current_user_is_administrator());
create policy "Platform administrators see all calls" on call_logs for select
  using (current_user_is_platform_administrator());
`
