import type { ColumnKind } from './column-kinds.ts'

/** A column that a mapping can name. */
export interface ColumnPart {
  /** What it is called on screens. */
  readonly label: string
  /** What it holds. */
  readonly meaning: string
  readonly kind: ColumnKind
  /** false: the mapping may say null, and the column is not read. */
  readonly required: boolean
  /** Its name where the mapping does not name it; of several the first that the table has. null: it is read only where it is named. */
  readonly usual: string | readonly string[] | null
  /** Names under which other products have it, the likeliest first; only a suggestion looks for them. */
  readonly otherNames: readonly string[]
  /** What is off without it; columns that are required have none. */
  readonly without?: string
  /** true: it is read where the user was granted it on purpose, and never asked for. */
  readonly isOptIn?: true
}

/** A table or view that a mapping can name. */
export interface TablePart {
  readonly label: string
  readonly meaning: string
  /** false: the mapping may say null, and the table is not read. */
  readonly required: boolean
  readonly usual: string
  readonly otherNames: readonly string[]
  readonly without?: string
  readonly columns: Readonly<Record<string, ColumnPart>>
  /** Sets of columns, by key, of which the table must have one; absent: the required columns will do. */
  readonly oneOf?: readonly (readonly string[])[]
}

const organizationId = {
  label: 'Organization',
  meaning: 'The organization that it belongs to',
  kind: 'identifier',
  required: true,
  usual: 'organization_id',
  otherNames: [
    'org_id',
    'organisation_id',
    'tenant_id',
    'account_id',
    'company_id',
    'customer_id',
    'client_id',
    'workspace_id',
    'site_id',
    'website_id',
    'organization',
    'tenant',
    'account',
    'company',
  ],
} as const satisfies ColumnPart

const TEAM_NAMES = [
  'team_id',
  'group_id',
  'department_id',
  'queue_id',
  'inbox_id',
  'skill_id',
  'pool',
  'team',
  'department',
  'queue',
] as const
const PERSON_NAMES = [
  'agent_profile_id',
  'person_id',
  'user_id',
  'operator_id',
  'employee_id',
  'staff_id',
  'member_id',
  'profile_id',
  'assignee_id',
  'agent',
  'operator',
] as const
const BEGIN_NAMES = [
  'started',
  'start_at',
  'start_time',
  'starts_at',
  'begin_at',
  'began_at',
  'online_at',
  'login_at',
  'logged_in_at',
  'from',
  'start',
  'begin',
  'created_at',
] as const
const END_NAMES = [
  'ended',
  'end_at',
  'end_time',
  'ends_at',
  'finished_at',
  'offline_at',
  'logout_at',
  'logged_out_at',
  'to',
  'until',
  'end',
  'closed_at',
] as const
const MOMENT_NAMES = [
  'created',
  'occurred_at',
  'visited_at',
  'viewed_at',
  'event_time',
  'timestamp',
  'time',
  'ts',
  'at',
  'inserted_at',
  'date_created',
] as const
const PERSON_TITLES = ['name', 'full_name', 'display', 'username', 'nickname', 'email'] as const
const GROUP_TITLES = ['title', 'display_name', 'label', 'company_name'] as const

const SECONDS = {
  kind: 'number',
  required: false,
  without: 'How agents spend their time online is not known from sessions.',
} as const
const STATUS = { kind: 'text', required: false, without: 'Needed in tables that record statuses in this way.' } as const

/**
 * Every table and column that a mapping can name. The mapping's schema, what is looked up in the database's catalog, the screen to pick
 * from and the suggestion all follow it: a part that is added here is there everywhere, and read once the layout uses it.
 */
const SOURCE_PARTS = {
  pageviews: {
    label: 'Visits',
    meaning: 'One row for each visit, with the agent who was available, or none',
    required: true,
    usual: 'widget_pageviews',
    otherNames: ['pageviews', 'page_views', 'visits', 'hits', 'visitor_events', 'widget_visits', 'visitors'],
    columns: {
      organizationId,
      poolId: {
        label: 'Pool',
        meaning: 'The team that the visit was for',
        kind: 'identifier',
        required: false,
        usual: 'pool_id',
        otherNames: TEAM_NAMES,
        without: 'All visits count as one pool.',
      },
      agentId: {
        label: 'Available agent',
        meaning: 'The agent who was available; NULL where nobody was, so that the visitor was missed',
        kind: 'mark',
        required: true,
        usual: 'agent_id',
        // Not "user_id" and the like: in a table of visits that is the visitor.
        otherNames: [
          'served_by',
          'available_agent_id',
          'assigned_agent_id',
          'agent_profile_id',
          'assigned_to',
          'assignee_id',
          'operator_id',
          'employee_id',
          'staff_id',
          'agent',
          'operator',
        ],
      },
      country: {
        label: 'Country',
        meaning: 'Two-letter code of the visitor’s country',
        kind: 'text',
        required: false,
        usual: 'visitor_country_code',
        otherNames: ['country_code', 'visitor_country', 'country', 'geo_country', 'country_iso'],
        without: 'The country filter is off.',
      },
      createdAt: {
        label: 'Time of the visit',
        meaning: 'When the visitor came',
        kind: 'instant',
        required: true,
        usual: 'created_at',
        otherNames: MOMENT_NAMES,
      },
    },
  },
  sessions: {
    label: 'Sessions',
    meaning: 'One row for each time that an agent was online',
    required: true,
    usual: 'agent_sessions',
    otherNames: [
      'sessions',
      'shifts',
      'agent_shifts',
      'work_sessions',
      'online_sessions',
      'shift_log',
      'presence',
      'logins',
      'operator_sessions',
    ],
    columns: {
      id: {
        label: 'Session',
        meaning: 'Names the row',
        kind: 'identifier',
        required: true,
        usual: 'id',
        otherNames: ['session_id', 'uuid', 'shift_id'],
      },
      agentId: {
        label: 'Agent',
        meaning: 'The agent who was online',
        kind: 'identifier',
        required: true,
        usual: 'agent_id',
        otherNames: PERSON_NAMES,
      },
      organizationId,
      startedAt: {
        label: 'Start',
        meaning: 'When the agent came online',
        kind: 'instant',
        required: true,
        usual: 'started_at',
        otherNames: BEGIN_NAMES,
      },
      endedAt: {
        label: 'End',
        meaning: 'When the agent went offline; NULL while online',
        kind: 'instant',
        required: true,
        usual: 'ended_at',
        otherNames: END_NAMES,
      },
      idleSeconds: {
        ...SECONDS,
        label: 'Idle time',
        meaning: 'Seconds in which the agent waited for visitors',
        usual: 'idle_seconds',
        otherNames: ['idle', 'waiting_seconds'],
      },
      inCallSeconds: {
        ...SECONDS,
        label: 'Time in calls',
        meaning: 'Seconds in which the agent was in a call',
        usual: 'in_call_seconds',
        otherNames: ['busy_seconds', 'talk_seconds'],
      },
      awaySeconds: {
        ...SECONDS,
        label: 'Time away',
        meaning: 'Seconds in which the agent was away',
        usual: 'away_seconds',
        otherNames: ['pause_seconds', 'break_seconds'],
      },
      lastSeenAt: {
        label: 'Last seen',
        meaning: 'When the agent was last seen online in the session (a heartbeat)',
        kind: 'instant',
        required: false,
        usual: null,
        otherNames: ['last_seen_at', 'heartbeat_at', 'last_heartbeat_at', 'last_activity_at', 'last_active_at'],
        without: 'A session that was never closed ends with the agent’s next one, at the latest.',
      },
    },
  },
  statusChanges: {
    label: 'Agents’ statuses',
    meaning: 'When agents were idle, in a call or away: a log of changes, or intervals',
    required: false,
    usual: 'agent_status_changes',
    otherNames: [
      'status_changes',
      'agent_statuses',
      'agent_status_log',
      'status_log',
      'presence_log',
      'agent_events',
      'status_history',
    ],
    without: 'Agents count as available whenever they are online.',
    oneOf: [
      ['toStatus', 'changedAt'],
      ['status', 'startedAt', 'endedAt'],
    ],
    columns: {
      organizationId: {
        ...organizationId,
        required: false,
        without: 'Rows belong to the organization of their agent.',
      },
      agentId: {
        label: 'Agent',
        meaning: 'The agent that has the status',
        kind: 'identifier',
        required: true,
        usual: 'agent_id',
        otherNames: PERSON_NAMES,
      },
      fromStatus: {
        ...STATUS,
        label: 'Status before',
        meaning: 'In a log of changes: idle, in_call or away',
        usual: 'from_status',
        otherNames: ['old_status', 'previous_status'],
      },
      toStatus: {
        ...STATUS,
        label: 'Status after',
        meaning: 'In a log of changes: idle, in_call or away',
        usual: 'to_status',
        otherNames: ['new_status'],
      },
      changedAt: {
        ...STATUS,
        label: 'Time of the change',
        meaning: 'In a log of changes: when the status changed',
        kind: 'instant',
        usual: 'changed_at',
        otherNames: MOMENT_NAMES,
      },
      status: {
        ...STATUS,
        label: 'Status',
        meaning: 'In intervals: idle, in_call or away',
        usual: 'status',
        otherNames: ['state'],
      },
      startedAt: {
        ...STATUS,
        label: 'Start',
        meaning: 'In intervals: when the status began',
        kind: 'instant',
        usual: 'started_at',
        otherNames: BEGIN_NAMES,
      },
      endedAt: {
        ...STATUS,
        label: 'End',
        meaning: 'In intervals: when the status ended',
        kind: 'instant',
        usual: 'ended_at',
        otherNames: END_NAMES,
      },
    },
  },
  organizations: {
    label: 'Organizations',
    meaning: 'Names and country rules of organizations',
    required: false,
    usual: 'organizations',
    otherNames: [
      'organisations',
      'orgs',
      'tenants',
      'accounts',
      'companies',
      'customers',
      'clients',
      'workspaces',
      'websites',
      'sites',
    ],
    without: 'Organizations have no names and no country rule.',
    columns: {
      id: {
        label: 'Organization',
        meaning: 'Names the organization',
        kind: 'identifier',
        required: true,
        usual: 'id',
        otherNames: ['organization_id', 'tenant_id', 'account_id', 'company_id', 'uuid'],
      },
      name: {
        label: 'Name',
        meaning: 'What it is called',
        kind: 'text',
        required: false,
        usual: 'name',
        otherNames: GROUP_TITLES,
        without: 'Organizations have no names.',
      },
      blockedCountries: {
        label: 'Countries of its rule',
        meaning: 'Codes of the countries that it blocks, or alone allows',
        kind: 'text-list',
        required: false,
        usual: 'blocked_countries',
        otherNames: ['country_list', 'excluded_countries', 'countries'],
        without: 'Visits of all countries count.',
      },
      countryListMode: {
        label: 'Mode of its rule',
        meaning: 'blocklist or allowlist',
        kind: 'text',
        required: false,
        usual: 'country_list_mode',
        otherNames: ['country_mode', 'list_mode'],
        without: 'The countries of the rule are blocked.',
      },
      plan: {
        label: 'Plan',
        meaning: 'The plan it is on; for the health of organizations only',
        kind: 'text',
        required: false,
        usual: 'plan',
        otherNames: ['plan_name', 'tier', 'subscription_plan'],
        without: 'Organizations have no plan.',
        isOptIn: true,
      },
      subscriptionStatus: {
        label: 'Subscription',
        meaning: '“active” for one that is at risk where its score is low; for the health of organizations only',
        kind: 'text',
        required: false,
        usual: 'subscription_status',
        otherNames: ['billing_status', 'account_status'],
        without: 'No organization counts as at risk.',
        isOptIn: true,
      },
      mrr: {
        label: 'Monthly revenue',
        meaning: 'What it pays a month; for the health of organizations only',
        kind: 'number',
        required: false,
        usual: 'mrr',
        otherNames: ['monthly_recurring_revenue', 'monthly_revenue'],
        without: 'The revenue at risk is not known.',
        isOptIn: true,
      },
    },
  },
  pools: {
    label: 'Pools',
    meaning: 'Names of teams',
    required: false,
    usual: 'agent_pools',
    otherNames: ['pools', 'teams', 'groups', 'departments', 'queues', 'agent_groups', 'inboxes', 'skills'],
    without: 'Pools have no names.',
    columns: {
      id: {
        label: 'Pool',
        meaning: 'Names the pool',
        kind: 'identifier',
        required: true,
        usual: 'id',
        otherNames: ['pool_id', 'team_id', 'group_id', 'department_id', 'queue_id', 'uuid'],
      },
      organizationId,
      name: {
        label: 'Name',
        meaning: 'What it is called',
        kind: 'text',
        required: false,
        usual: 'name',
        otherNames: GROUP_TITLES,
        without: 'Pools have no names.',
      },
      isCatchAll: {
        label: 'Catches all',
        meaning: 'Whether it takes the visits of all pages without a pool',
        kind: 'boolean',
        required: false,
        usual: 'is_catch_all',
        otherNames: ['catch_all', 'is_default', 'default_pool', 'is_fallback'],
        without: 'No pool catches all.',
      },
    },
  },
  agents: {
    label: 'Agents',
    meaning: 'Names of agents',
    required: false,
    usual: 'agent_profiles',
    otherNames: ['agents', 'people', 'operators', 'staff', 'employees', 'users', 'profiles', 'team_members'],
    without: 'Agents have no names.',
    columns: {
      id: {
        label: 'Agent',
        meaning: 'Names the agent',
        kind: 'identifier',
        required: true,
        usual: 'id',
        otherNames: ['agent_id', 'person_id', 'user_id', 'operator_id', 'employee_id', 'uuid'],
      },
      organizationId,
      displayName: {
        label: 'Name',
        meaning: 'What the agent is called',
        kind: 'text',
        required: false,
        usual: 'display_name',
        otherNames: PERSON_TITLES,
        without: 'Agents have no names.',
      },
      isActive: {
        label: 'Active',
        meaning: 'Whether the agent still works here',
        kind: 'boolean',
        required: false,
        usual: 'is_active',
        otherNames: ['active', 'enabled', 'is_enabled'],
        without: 'Agents count as active until they are deactivated.',
      },
      deactivatedAt: {
        label: 'Deactivated',
        meaning: 'When the agent was deactivated; NULL while active',
        kind: 'instant',
        required: false,
        usual: 'deactivated_at',
        otherNames: ['disabled_at', 'archived_at', 'left_at', 'deleted_at'],
        without: 'Agents are not known to have left at a certain time.',
      },
      maxSimultaneous: {
        label: 'Visitors at once',
        meaning: 'How many visitors the agent serves at the same time, at most',
        kind: 'number',
        required: false,
        usual: 'max_simultaneous_simulations',
        otherNames: ['max_simultaneous', 'max_concurrent', 'max_chats', 'concurrency', 'capacity'],
        without: 'How many visitors an agent serves at once is learned from history.',
      },
    },
  },
  poolMembers: {
    label: 'Members of pools',
    meaning: 'One row for each agent in each pool',
    required: false,
    usual: 'agent_pool_members',
    otherNames: [
      'pool_members',
      'team_members',
      'group_members',
      'members',
      'agent_teams',
      'team_agents',
      'department_members',
      'memberships',
    ],
    without: 'Every agent counts for every pool.',
    columns: {
      agentId: {
        label: 'Agent',
        meaning: 'The agent who serves the pool',
        kind: 'identifier',
        required: true,
        usual: ['agent_profile_id', 'agent_id'],
        otherNames: PERSON_NAMES,
      },
      poolId: {
        label: 'Pool',
        meaning: 'The pool that the agent serves',
        kind: 'identifier',
        required: true,
        usual: 'pool_id',
        otherNames: TEAM_NAMES,
      },
    },
  },
  calls: {
    label: 'Calls',
    meaning: 'One row for each call of a visitor to an agent',
    required: false,
    usual: 'call_logs',
    otherNames: ['calls', 'call_log', 'call_records', 'conversations', 'chats'],
    without: 'Recommendations use typical call volumes and lengths until there is enough history.',
    columns: {
      organizationId,
      poolId: {
        label: 'Pool',
        meaning: 'The pool that was called',
        kind: 'identifier',
        required: false,
        usual: 'pool_id',
        otherNames: TEAM_NAMES,
        without: 'Calls are those of all pools together.',
      },
      agentId: {
        label: 'Agent',
        meaning: 'The agent who was called',
        kind: 'identifier',
        required: false,
        usual: 'agent_id',
        otherNames: PERSON_NAMES,
        without: 'Calls are not known by agent.',
        isOptIn: true,
      },
      visitorId: {
        label: 'Visitor',
        meaning:
          'Tells repeated attempts of one visitor from several visitors. Compared in the database, never fetched',
        kind: 'identifier',
        required: false,
        usual: 'visitor_id',
        otherNames: ['caller_id', 'contact_id', 'customer_id', 'session_id'],
        without: 'Every attempt counts as a call, so visitors who were passed on count more than once.',
        isOptIn: true,
      },
      status: {
        label: 'Status',
        meaning: '“completed” for a call that was answered and ended',
        kind: 'text',
        required: false,
        usual: 'status',
        otherNames: ['state', 'outcome', 'result', 'disposition'],
        without: 'Every call with a length counts as completed.',
      },
      durationSeconds: {
        label: 'Length',
        meaning: 'How long the call took, in seconds',
        kind: 'number',
        required: false,
        usual: 'duration_seconds',
        otherNames: ['duration_secs', 'duration_s', 'seconds', 'duration', 'talk_seconds', 'length_seconds'],
        without: 'Calls are taken to be of typical length.',
      },
      createdAt: {
        label: 'Time of the call',
        meaning: 'When the visitor called',
        kind: 'instant',
        required: true,
        usual: 'created_at',
        otherNames: ['started_at', 'called_at', ...MOMENT_NAMES],
      },
    },
  },
} as const satisfies Readonly<Record<string, TablePart>>

export type SourceParts = typeof SOURCE_PARTS
/** The mapping's key of a table. */
export type TableKey = keyof SourceParts
export const TABLE_KEYS = Object.keys(SOURCE_PARTS) as readonly TableKey[]

/** The same parts, each read alike. */
export const TABLE_PARTS: Readonly<Record<TableKey, TablePart>> = SOURCE_PARTS
