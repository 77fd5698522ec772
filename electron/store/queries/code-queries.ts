import type { Db } from '../connection.ts'

/** Codes of one kind, numbered for the whole cache in order of appearance. Numbers are never reused. */
export interface CodeBook {
  /** The number of a code, a new one where it has none yet. */
  ordinalOf(code: string | null): number
  /** All codes, each at its number. */
  codes(): readonly (string | null)[]
  /** Drops what is remembered: after a rolled back transaction, or where another process may have written. */
  forget(): void
}

export type CodeTable = 'pool_codes' | 'country_codes' | 'page_class_codes' | 'agent_codes'

/** The numbers of pools, countries, classes of pages or agents. In the first three, 0 is null ("No pool", unknown country, other pages). */
export function codeBook(db: Db, table: CodeTable): CodeBook {
  const insert = db.prepare<[number, string | null]>(`INSERT INTO ${table} (ordinal, code) VALUES (?, ?)`)
  let codes: (string | null)[] | null = null
  let ordinals = new Map<string | null, number>()

  function load(): (string | null)[] {
    if (codes !== null) return codes
    codes = readCodes(db, table)
    ordinals = new Map(codes.map((code, ordinal) => [code, ordinal]))
    return codes
  }

  return {
    ordinalOf: (code) => {
      const known = load()
      const ordinal = ordinals.get(code)
      if (ordinal !== undefined) return ordinal
      const next = known.length
      insert.run(next, code)
      known.push(code)
      ordinals.set(code, next)
      return next
    },
    codes: () => [...load()],
    forget: () => {
      codes = null
    },
  }
}

/** All codes of a table, each at its number. */
export function readCodes(db: Db, table: CodeTable): (string | null)[] {
  return db.prepare<[], string | null>(`SELECT code FROM ${table} ORDER BY ordinal`).pluck().all()
}
