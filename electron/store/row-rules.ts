import { LIMITS } from '../../shared/contract/limits.ts'
import type { Db } from './connection.ts'

/** A table, and the SQL condition that each of its rows meets; what is NULL meets any. */
export type RowRule = readonly [table: string, condition: string]

/** The farthest instants that a date can have. */
const FARTHEST_MS = 8.64e15

/** The column holds an instant that may stand for the present. */
export const isPresent = (column: string): string => `${column} BETWEEN ${LIMITS.earliestNow} AND ${LIMITS.latestNow}`

/** The column holds an instant of any date. */
export const isInstant = (column: string): string => `${column} BETWEEN ${-FARTHEST_MS} AND ${FARTHEST_MS}`

/** The column holds a local date that the app takes. */
export const isDate = (column: string): string =>
  `(date(${column}) IS ${column} AND ${column} BETWEEN '${LIMITS.firstDate}' AND '${LIMITS.lastDate}')`

/** The column holds a count, to which much can be added yet. */
export const isCount = (column: string): string => `${column} BETWEEN 0 AND 1000000000000`

export const isShorterThan = (column: string, characters: number): string => `length(${column}) < ${characters}`

export function allOf(...conditions: readonly string[]): string {
  return conditions.join(' AND ')
}

/** The first table that has a row against the rules; null: there is none. */
export function tableAgainst(db: Db, rules: readonly RowRule[]): string | null {
  const found = rules.find(
    ([table, condition]) => db.prepare(`SELECT 1 FROM ${table} WHERE NOT (${condition}) LIMIT 1`).get() !== undefined,
  )
  return found?.[0] ?? null
}
