import { z } from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'

const name = z.string().min(1).refine((text) => !text.includes('\0'), 'A name cannot hold a NUL character')
const column = (usual: string) => name.default(usual)
/** A column that may be missing; null: it is not read even where it exists. */
const optionalColumn = (usual: string) => name.nullable().default(usual)
const table = <T extends z.ZodRawShape>(usual: string, columns: T) =>
  // `schema` is only needed where a table is not beside the others.
  z.strictObject({ schema: name.optional(), table: name.default(usual), ...columns })

/**
 * Which schema, tables and columns hold the facts. The defaults are the source schema of docs/source-database.md; another product's
 * tables are read by naming them. A table or column that is null is not read.
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
  }).prefault({}),
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
  })
    .nullable()
    .prefault({}),
  poolMembers: table('agent_pool_members', {
    agentId: column('agent_id'),
    poolId: column('pool_id'),
  })
    .nullable()
    .prefault({}),
  calls: table('call_logs', {
    organizationId: column('organization_id'),
    poolId: optionalColumn('pool_id'),
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
