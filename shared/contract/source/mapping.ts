import { z } from 'zod'
import { AppError } from '../../foundation/errors.ts'
import { type ColumnPart, type SourceParts, TABLE_KEYS, TABLE_PARTS, type TableKey, type TablePart } from './parts.ts'

const name = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'), 'A name cannot hold a NUL character')

/** One name, or several of which the first that the table has is read. */
type ColumnName = string | readonly string[]
type MappedColumns<Columns> = {
  readonly [Key in keyof Columns]: Columns[Key] extends { readonly required: true } ? ColumnName : ColumnName | null
}
/** `schema` is only needed where a table is not beside the others. */
type MappedTable<Key extends TableKey> = {
  readonly schema?: string | undefined
  readonly table: string
} & MappedColumns<SourceParts[Key]['columns']>
type MappedTables = {
  readonly [Key in TableKey]: SourceParts[Key]['required'] extends true ? MappedTable<Key> : MappedTable<Key> | null
}
type PartialTables = {
  readonly [Key in TableKey]?: Partial<MappedTable<Key>> | Extract<MappedTables[Key], null> | undefined
}

/**
 * Which schema, tables and columns hold the facts: the parts of shared/contract/source/parts.ts by their keys. A table or column that is
 * null is not read; where a column has several names, the first that the table has is.
 */
export type SourceMapping = {
  readonly schema: string
  /** How columns of type `timestamp without time zone` are taken: refused, or read as UTC. */
  readonly timestampsWithoutZone: 'refuse' | 'utc'
} & MappedTables
export type SourceMappingInput = Partial<Pick<SourceMapping, 'schema' | 'timestampsWithoutZone'>> & PartialTables

const columnName = z.union(
  [name, z.array(name).min(1).readonly()],
  'It must be a name of at least one character, or a list of them',
)

function columnSchema({ required, usual }: ColumnPart): z.ZodType {
  if (required) return usual === null ? columnName : columnName.default(usual)
  return columnName.nullable().default(usual)
}

/** Columns that earlier versions named and never read: a document that still names them means the same. */
const RETIRED: Partial<Readonly<Record<TableKey, readonly string[]>>> = { poolMembers: ['priorityRank'] }

function tableSchema(key: TableKey, { required, usual, columns }: TablePart): z.ZodType {
  const named = Object.entries(columns).map(([column, part]) => [column, columnSchema(part)] as const)
  const retired = (RETIRED[key] ?? []).map((column) => [column, z.unknown().optional()] as const)
  const table = z
    .strictObject({
      schema: name.optional(),
      table: name.default(usual),
      ...Object.fromEntries(named),
      ...Object.fromEntries(retired),
    })
    .transform((document) =>
      Object.fromEntries(Object.entries(document).filter(([column]) => !RETIRED[key]?.includes(column))),
    )
  return required ? table.prefault({}) : table.nullable().prefault({})
}

/**
 * The defaults are the source schema of docs/source-database.md; another product's tables are read by naming them.
 */
export const sourceMappingSchema = z.strictObject({
  schema: name.default('public'),
  timestampsWithoutZone: z.enum(['refuse', 'utc']).default('refuse'),
  ...Object.fromEntries(TABLE_KEYS.map((key) => [key, tableSchema(key, TABLE_PARTS[key])])),
}) as unknown as z.ZodType<SourceMapping, SourceMappingInput>

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
