import { acceptsType } from './column-kinds.ts'
import { forEachTable, mapColumns, type SourceChoices, type TableChoice, whyNotTable } from './choices.ts'
import { type ColumnPart, TABLE_KEYS, TABLE_PARTS, type TableKey, type TablePart } from './parts.ts'
import type { ServerColumn, ServerTable } from './server-tables.ts'

/**
 * The likeliest table for each part, with its columns, by names and types: the usual names first, then those that other products use.
 * Optional parts of which nothing is found are null; required ones keep their usual names.
 */
export function suggestChoices(serverTables: readonly ServerTable[]): SourceChoices {
  const tables = serverTables.map(readNames)
  const taken = new Set<NamedTable>()
  let schema: string | null = null
  const found = new Map<TableKey, TableChoice>()
  // Visits come first: what lies beside them is likelier meant.
  for (const key of TABLE_KEYS) {
    const best = bestTable(TABLE_PARTS[key], { tables: tables.filter((table) => !taken.has(table)), schema })
    if (best === null) continue
    taken.add(best.table)
    schema ??= best.table.table.schema
    found.set(key, { schema: best.table.table.schema, table: best.table.table.table, columns: best.columns })
  }
  const usual = (key: TableKey): TableChoice => ({
    schema: schema ?? 'public',
    table: TABLE_PARTS[key].usual,
    columns: mapColumns(TABLE_PARTS[key], usualName),
  })
  return {
    tables: forEachTable((key) => found.get(key) ?? (TABLE_PARTS[key].required ? usual(key) : null)),
    timestampsWithoutZone: 'refuse',
  }
}

/** The columns of a table that a part most likely means; what is not found is null. */
export function suggestColumns(part: TablePart, table: ServerTable): TableChoice['columns'] {
  return chooseColumns(part, readNames(table))
}

function chooseColumns(part: TablePart, table: NamedTable): TableChoice['columns'] {
  const columns = usableColumns(part, table)
  const taken = new Set<string>()
  const chosen = new Map<string, string>()
  // Required ones choose first, and exact names before likely ones.
  const order = Object.entries(part.columns).toSorted(([, a], [, b]) => Number(b.required) - Number(a.required))
  for (const namesOf of [usualNames, (column: ColumnPart) => column.otherNames]) {
    for (const [key, column] of order) {
      if (chosen.has(key)) continue
      const name = firstOf(
        namesOf(column),
        columns.get(key)!.filter((one) => !taken.has(one.name)),
      )
      if (name === undefined) continue
      chosen.set(key, name)
      taken.add(name)
    }
  }
  for (const [key, { required, kind }] of order) {
    const left = columns.get(key)!.filter(({ name }) => !taken.has(name))
    // The only one of its kind needs no name to go by.
    if (required && kind === 'instant' && !chosen.has(key) && left.length === 1) chosen.set(key, left[0]!.name)
  }
  return mapColumns(part, (_, key) => chosen.get(key) ?? null)
}

/** A table with its names as they are compared. */
interface NamedTable {
  readonly table: ServerTable
  readonly plainName: string
  readonly columns: readonly NamedColumn[]
}

interface NamedColumn extends ServerColumn {
  readonly plainName: string
}

function readNames(table: ServerTable): NamedTable {
  return {
    table,
    plainName: plainName(table.table),
    columns: table.columns.map((column) => ({ ...column, plainName: plainName(column.name) })),
  }
}

interface Candidate {
  readonly table: NamedTable
  readonly columns: TableChoice['columns']
  readonly score: number
}

interface Search {
  readonly tables: readonly NamedTable[]
  /** Where visits are. */
  readonly schema: string | null
}

const EXACT_NAME = 1000
const LIKELY_NAME = 500
/** Every complete one is likelier. */
const INCOMPLETE = 10_000
const PART_OF_NAME = 250
const SAME_SCHEMA = 60
const USUAL_COLUMN = 25
const LIKELY_COLUMN = 10

function bestTable(part: TablePart, { tables, schema }: Search): Candidate | null {
  const scoreOf = nameScores(part)
  const candidates = tables.flatMap((table): readonly Candidate[] => {
    const named = scoreOf(table.plainName)
    if (named === 0) return []
    const columns = chooseColumns(part, table)
    const isComplete = whyNotTable(table.table) === null && isEnough(part, columns)
    // Where one is needed, the likeliest will do: what is missing of it shows.
    if (!isComplete && !part.required) return []
    const score =
      named +
      columnScore(part, columns) +
      (table.table.schema === schema ? SAME_SCHEMA : 0) -
      (isComplete ? 0 : INCOMPLETE)
    return [{ table, columns, score }]
  })
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || one.score > best.score ? one : best),
    null,
  )
}

function isEnough({ columns, oneOf }: TablePart, chosen: TableChoice['columns']): boolean {
  const hasRequired = Object.entries(columns).every(([key, { required }]) => !required || chosen[key] !== null)
  return hasRequired && (oneOf?.some((set) => set.every((key) => chosen[key] !== null)) ?? true)
}

/** How much a table's name speaks for a part; 0: nothing does. */
function nameScores({ usual, otherNames }: TablePart): (plain: string) => number {
  const names = [usual, ...otherNames].map(plainName)
  return (plain) => {
    const exact = names.indexOf(plain)
    if (exact === 0) return EXACT_NAME
    if (exact > 0) return LIKELY_NAME - exact
    const within = names.findIndex((name) => plain.endsWith(`_${name}`) || plain.startsWith(`${name}_`))
    return within < 0 ? 0 : PART_OF_NAME - within
  }
}

function columnScore({ columns }: TablePart, chosen: TableChoice['columns']): number {
  return Object.entries(columns).reduce((score, [key, column]) => {
    const name = chosen[key]
    if (name === null || name === undefined) return score
    return (
      score + (usualNames(column).some((usual) => plainName(usual) === plainName(name)) ? USUAL_COLUMN : LIKELY_COLUMN)
    )
  }, 0)
}

function usableColumns({ columns }: TablePart, table: NamedTable): ReadonlyMap<string, readonly NamedColumn[]> {
  return new Map(
    Object.entries(columns).map(
      ([key, { kind }]) =>
        [key, table.columns.filter(({ type, readable }) => readable && acceptsType(kind, type))] as const,
    ),
  )
}

function firstOf(names: readonly string[], columns: readonly NamedColumn[]): string | undefined {
  for (const name of names) {
    const found = columns.find((column) => column.plainName === name)
    if (found !== undefined) return found.name
  }
  return undefined
}

function usualNames({ usual }: ColumnPart): readonly string[] {
  return [usual ?? []].flat()
}

function usualName(column: ColumnPart): string | null {
  return usualNames(column)[0] ?? null
}

/** "createdAt", "Created At" and "CREATED_AT" are one name. */
function plainName(name: string): string {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
}
