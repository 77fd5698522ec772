import { acceptsType, KIND_NAMES, TIMESTAMP } from './column-kinds.ts'
import { DEFAULT_MAPPING, type SourceMapping, type SourceMappingInput } from './mapping.ts'
import { type ColumnPart, TABLE_KEYS, TABLE_PARTS, type TableKey, type TablePart } from './parts.ts'
import type { ServerColumn, ServerTable } from './server-tables.ts'

/** One table as a mapping names it, with the first of several names of a column; null: it is not read. */
export interface TableChoice {
  readonly schema: string
  readonly table: string
  /** By the mapping's key; null: not read. */
  readonly columns: Readonly<Record<string, string | null>>
}

/** What is chosen to be read, each table with its schema: a mapping as a person picks it. */
export interface SourceChoices {
  readonly tables: Readonly<Record<TableKey, TableChoice | null>>
  readonly timestampsWithoutZone: SourceMapping['timestampsWithoutZone']
}

type NamesOf = Readonly<Record<string, string | readonly string[] | null | undefined>>

/**
 * What a mapping document chooses among these tables. What it does not name has its usual name where the server has that, and is not read
 * otherwise; only what is required keeps its usual name, so that it shows as missing. Of several names of a column the first that can be
 * read is taken.
 */
export function choicesOf(document: SourceMappingInput, tables: readonly ServerTable[]): SourceChoices {
  const choice = (key: TableKey): TableChoice | null => {
    const part = TABLE_PARTS[key]
    const named: NamesOf | null | undefined = document[key] as NamesOf | null | undefined
    if (named === null) return null
    const place = {
      schema: nameOf(named?.['schema']) ?? document.schema ?? DEFAULT_MAPPING.schema,
      table: nameOf(named?.['table']) ?? part.usual,
    }
    const found = findTable(tables, place)
    if (named === undefined && found === undefined && !part.required) return null
    return {
      ...place,
      columns: mapColumns(part, (column, columnKey) =>
        chooseColumn(column, { named: named?.[columnKey], table: found }),
      ),
    }
  }
  return {
    tables: forEachTable(choice),
    timestampsWithoutZone: document.timestampsWithoutZone ?? DEFAULT_MAPPING.timestampsWithoutZone,
  }
}

/** What the choices change, and among which tables. */
export interface MappingRequest {
  readonly tables: readonly ServerTable[]
  /** The mapping in force, of which what is not chosen anew stays as it is written; null: there is none yet, and all is written out. */
  readonly before: SourceMappingInput | null
}

/** The mapping document of the choices; null: every name is the usual one. Tables name their schema only where it is not the document's. */
export function mappingOf(choices: SourceChoices, { tables, before }: MappingRequest): SourceMappingInput | null {
  const isAsBefore =
    changedTables(choices, { tables, before: before ?? {} }).length === 0 &&
    choices.timestampsWithoutZone === (before?.timestampsWithoutZone ?? DEFAULT_MAPPING.timestampsWithoutZone)
  if (isAsBefore) return before
  if (before === null) return writeMapping(choices)
  const schema = before.schema ?? DEFAULT_MAPPING.schema
  return {
    ...before,
    schema,
    timestampsWithoutZone: choices.timestampsWithoutZone,
    ...Object.fromEntries(
      changedTables(choices, { tables, before }).map((key) => [key, writeTable(choices.tables[key], schema)]),
    ),
  }
}

/** The whole mapping document of the choices, every name written out; its schema is that of visits. */
export function writeMapping({ tables, timestampsWithoutZone }: SourceChoices): SourceMappingInput {
  const schema = tables.pageviews?.schema ?? DEFAULT_MAPPING.schema
  return {
    schema,
    timestampsWithoutZone,
    ...forEachTable((key) => writeTable(tables[key], schema)),
  } as SourceMappingInput
}

function writeTable(choice: TableChoice | null, schema: string): Readonly<Record<string, string | null>> | null {
  return choice === null
    ? null
    : { ...(choice.schema === schema ? {} : { schema: choice.schema }), table: choice.table, ...choice.columns }
}

/** The tables of which the choices read something else than the document. */
function changedTables(
  choices: SourceChoices,
  { tables, before }: { readonly tables: readonly ServerTable[]; readonly before: SourceMappingInput },
): readonly TableKey[] {
  const old = choicesOf(before, tables)
  return TABLE_KEYS.filter((key) => JSON.stringify(old.tables[key]) !== JSON.stringify(choices.tables[key]))
}

/** The table of that schema and name; undefined: the server lists none. */
function findTable(
  tables: readonly ServerTable[],
  { schema, table }: Pick<TableChoice, 'schema' | 'table'>,
): ServerTable | undefined {
  return tables.find((one) => one.table === table && one.schema === schema)
}

/** Why a column cannot be chosen for a part, in a sentence; null: it can. */
export function whyNotColumn({ kind }: Pick<ColumnPart, 'kind'>, { type, readable }: ServerColumn): string | null {
  if (!readable) return 'Your database user may not read this column.'
  return acceptsType(kind, type) ? null : `This column is ${type}. It must hold ${KIND_NAMES[kind]}.`
}

/** Why a table cannot be chosen at all; null: it can. */
export function whyNotTable({ schema, schemaUsable, columns }: ServerTable): string | null {
  if (!schemaUsable) return `Your database user may not use the schema ${schema}.`
  return columns.some(({ readable }) => readable) ? null : 'Your database user may not read any of its columns.'
}

/** What is right and wrong with one chosen column. */
export interface ColumnCheck {
  /** undefined: not chosen, or the table has none of that name. */
  readonly column: ServerColumn | undefined
  /** Why it cannot be read; null: it can, or it is not to be read. */
  readonly problem: string | null
  /** What to think about although it can be read. */
  readonly notice: string | null
}

/** What is right and wrong with one chosen table. */
export interface TableCheck {
  readonly key: TableKey
  readonly choice: TableChoice | null
  readonly table: ServerTable | undefined
  /** `off`: not read, on purpose. `unusable`: chosen, but not readable as chosen. */
  readonly state: 'ready' | 'off' | 'unusable'
  /** What is wrong with the table as a whole. */
  readonly problem: string | null
  readonly columns: Readonly<Record<string, ColumnCheck>>
}

export interface ChoicesCheck {
  readonly tables: Readonly<Record<TableKey, TableCheck>>
  /** Whether every table that is chosen, and all that is required, can be read as chosen. */
  readonly isReady: boolean
  /** Chosen columns of instants without a time zone, as schema.table.column: somebody must say that they hold UTC. */
  readonly withoutZone: readonly string[]
}

/** Checks every choice against what the server has, by the rules by which it is read later. */
export function checkChoices(choices: SourceChoices, tables: readonly ServerTable[]): ChoicesCheck {
  const withoutZone: string[] = []
  const checked = forEachTable((key) => {
    const check = checkTable(key, choices, tables)
    for (const { column, problem } of Object.values(check.columns)) {
      if (column?.type === TIMESTAMP && (problem === null || problem === NO_ZONE))
        withoutZone.push(`${check.choice!.schema}.${check.choice!.table}.${column.name}`)
    }
    return check
  })
  return { tables: checked, isReady: Object.values(checked).every(({ state }) => state !== 'unusable'), withoutZone }
}

const NO_ZONE = 'Its instants have no time zone. Say below whether they hold UTC.'

function checkTable(key: TableKey, choices: SourceChoices, tables: readonly ServerTable[]): TableCheck {
  const part = TABLE_PARTS[key]
  const choice = choices.tables[key]
  if (choice === null)
    return {
      key,
      choice,
      table: undefined,
      state: part.required ? 'unusable' : 'off',
      problem: part.required ? 'Choose a table or view.' : null,
      columns: {},
    }
  const table = findTable(tables, choice)
  const shown = `${choice.schema}.${choice.table}`
  if (table === undefined)
    return { key, choice, table, state: 'unusable', problem: `This database has no table ${shown}.`, columns: {} }
  const columns = mapColumns(part, (column, columnKey) =>
    checkColumn(column, { table, name: choice.columns[columnKey] ?? null, choices }),
  )
  const problem = whyNotTable(table) ?? missingSet(part.oneOf, choice)
  const isUsable = problem === null && Object.values(columns).every((check) => check.problem === null)
  return { key, choice, table, state: isUsable ? 'ready' : 'unusable', problem, columns }
}

interface ChosenColumn {
  readonly table: ServerTable
  readonly name: string | null
  readonly choices: SourceChoices
}

function checkColumn(part: ColumnPart, { table, name, choices }: ChosenColumn): ColumnCheck {
  const column = table.columns.find((one) => one.name === name)
  const result = (problem: string | null, notice: string | null = null): ColumnCheck => ({ column, problem, notice })
  if (name === null) return result(part.required ? 'Choose a column.' : null)
  if (column === undefined) return result(`The table has no column ${name}.`)
  const why = whyNotColumn(part, column)
  if (why !== null) return result(why)
  if (column.type === TIMESTAMP && choices.timestampsWithoutZone === 'refuse') return result(NO_ZONE)
  return result(
    null,
    part.kind === 'mark' && !column.nullable
      ? 'This column is never NULL, so every visit would count as covered.'
      : null,
  )
}

function missingSet(oneOf: readonly (readonly string[])[] | undefined, { columns }: TableChoice): string | null {
  if (oneOf === undefined || oneOf.some((set) => set.every((key) => (columns[key] ?? null) !== null))) return null
  return 'It needs a status with the time of the change, or a status with its start and end.'
}

interface NamedColumn {
  /** As the document has it; undefined: it does not. */
  readonly named: string | readonly string[] | null | undefined
  readonly table: ServerTable | undefined
}

function chooseColumn({ usual, required }: ColumnPart, { named, table }: NamedColumn): string | null {
  if (named === null) return null
  const names = [named ?? usual ?? []].flat()
  const has = (name: string, mustBeReadable: boolean): boolean =>
    table?.columns.some((column) => column.name === name && (column.readable || !mustBeReadable)) ?? false
  const found = names.find((name) => has(name, true)) ?? names.find((name) => has(name, false))
  return found ?? (required || named !== undefined ? (names[0] ?? null) : null)
}

function nameOf(value: string | readonly string[] | null | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** One value for each column of a part, by its key. */
export function mapColumns<T>(
  part: TablePart,
  make: (column: ColumnPart, key: string) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(part.columns).map(([key, column]) => [key, make(column, key)] as const))
}

/** One value for each table of a mapping, by its key. */
export function forEachTable<T>(make: (key: TableKey) => T): Readonly<Record<TableKey, T>> {
  return Object.fromEntries(TABLE_KEYS.map((key) => [key, make(key)])) as Record<TableKey, T>
}
