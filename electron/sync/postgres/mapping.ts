import { z } from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'

const name = z.string().min(1).refine((text) => !text.includes('\0'), 'A name cannot hold a NUL character')
/** One name, or several of which the first that the table has is read. */
const columnName = z.union([name, z.array(name).min(1).readonly()])
const column = (...usual: readonly [string, ...string[]]) => columnName.default(oneOrMany(usual))
/** A column that may be missing; null: it is not read even where it exists. */
const optionalColumn = (...usual: readonly [string, ...string[]]) => columnName.nullable().default(oneOrMany(usual))
/** A column that no product is known to have under a usual name: read only where it is named. */
const namedColumn = () => columnName.nullable().default(null)
const table = <T extends z.ZodRawShape>(usual: string, columns: T) =>
  // `schema` is only needed where a table is not beside the others.
  z.strictObject({ schema: name.optional(), table: name.default(usual), ...columns })

function oneOrMany(usual: readonly [string, ...string[]]): string | readonly string[] {
  return usual.length === 1 ? usual[0] : usual
}

/**
 * Which schema, tables and columns hold the facts. The defaults are the source schema of docs/source-database.md; another product's
 * tables are read by naming them. A table or column that is null is not read; where a column has several names, the first that the table has is.
 */
export const sourceMappingSchema = z.strictObject({
  schema: name.default('public'),
  /** How columns of type `timestamp without time zone` are taken: refused, or read as UTC. */
  timestampsWithoutZone: z.enum(['refuse', 'utc']).default('refuse'),
  pageviews: table('widget_pageviews', {
    organizationId: column('organization_id'),
    poolId: optionalColumn('pool_id'),
    agentId: column('agent_id'),
    country: optionalColumn('visitor_country_code'),
    createdAt: column('created_at'),
  }).prefault({}),
  sessions: table('agent_sessions', {
    id: column('id'),
    agentId: column('agent_id'),
    organizationId: column('organization_id'),
    startedAt: column('started_at'),
    endedAt: column('ended_at'),
    idleSeconds: optionalColumn('idle_seconds'),
    inCallSeconds: optionalColumn('in_call_seconds'),
    awaySeconds: optionalColumn('away_seconds'),
    /** A heartbeat: when the agent was last seen online in this session. */
    lastSeenAt: namedColumn(),
  }).prefault({}),
  /** A log of changes (`toStatus` at `changedAt`), or intervals (`status` from `startedAt` to `endedAt`): the columns say which. */
  statusChanges: table('agent_status_changes', {
    /** Without it, rows are the organization's by their agent. */
    organizationId: optionalColumn('organization_id'),
    agentId: column('agent_id'),
    fromStatus: optionalColumn('from_status'),
    toStatus: optionalColumn('to_status'),
    changedAt: optionalColumn('changed_at'),
    status: optionalColumn('status'),
    startedAt: optionalColumn('started_at'),
    endedAt: optionalColumn('ended_at'),
  })
    .nullable()
    .prefault({}),
  organizations: table('organizations', {
    id: column('id'),
    name: optionalColumn('name'),
    blockedCountries: optionalColumn('blocked_countries'),
    countryListMode: optionalColumn('country_list_mode'),
  })
    .nullable()
    .prefault({}),
  pools: table('agent_pools', {
    id: column('id'),
    organizationId: column('organization_id'),
    name: optionalColumn('name'),
    isCatchAll: optionalColumn('is_catch_all'),
  })
    .nullable()
    .prefault({}),
  agents: table('agent_profiles', {
    id: column('id'),
    organizationId: column('organization_id'),
    displayName: optionalColumn('display_name'),
    isActive: optionalColumn('is_active'),
    deactivatedAt: optionalColumn('deactivated_at'),
    maxSimultaneous: optionalColumn('max_simultaneous_simulations'),
  })
    .nullable()
    .prefault({}),
  poolMembers: table('agent_pool_members', {
    agentId: column('agent_profile_id', 'agent_id'),
    poolId: column('pool_id'),
    priorityRank: optionalColumn('priority_rank'),
  })
    .nullable()
    .prefault({}),
  calls: table('call_logs', {
    organizationId: column('organization_id'),
    poolId: optionalColumn('pool_id'),
    agentId: optionalColumn('agent_id'),
    /** Only ever compared within the database, to count attempts of one visitor once; never fetched. */
    visitorId: optionalColumn('visitor_id'),
    status: optionalColumn('status'),
    durationSeconds: optionalColumn('duration_seconds'),
    createdAt: column('created_at'),
  })
    .nullable()
    .prefault({}),
})

export type SourceMapping = z.output<typeof sourceMappingSchema>
export type SourceMappingInput = z.input<typeof sourceMappingSchema>

/** The mapping of the usual source schema. */
export const DEFAULT_MAPPING: SourceMapping = sourceMappingSchema.parse({})

/** Fills a partial mapping with the defaults. Throws AppError 'invalid-input' that names the wrong part. */
export function parseMapping(input: unknown): SourceMapping {
  const result = sourceMappingSchema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.join('.')
  throw new AppError({
    code: 'invalid-input',
    message: `The names of the source's tables and columns cannot be used${path ? ` (${path})` : ''}: ${issue?.message ?? 'unknown reason'}.`,
    next: 'docs/source-database.md lists what can be named.',
  })
}
