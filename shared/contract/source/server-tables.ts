/** A column as the database's catalog has it. */
export interface ServerColumn {
  readonly name: string
  /** As SQL writes it, e.g. `timestamp with time zone`; a domain's base type. */
  readonly type: string
  /** Whether the connected user may read it. */
  readonly readable: boolean
  /** false: it is declared NOT NULL. A view's columns never are. */
  readonly nullable: boolean
}

/** A table or view as the database's catalog has it. */
export interface ServerTable {
  readonly schema: string
  readonly table: string
  readonly kind: 'table' | 'view' | 'materialized view' | 'foreign table'
  /** Whether the connected user may use the schema at all. */
  readonly schemaUsable: boolean
  /** Rows as the planner estimates them; null where it has not counted, and for views. */
  readonly estimatedRows: number | null
  /** In the order of the table. */
  readonly columns: readonly ServerColumn[]
}

/** The tables and views of one database, by schema and name; system schemas and partitions of a table are left out. */
export interface ServerTables {
  readonly tables: readonly ServerTable[]
  /** There are more than are listed. */
  readonly isCut: boolean
}
