import { acceptsType, TIMESTAMP, type TIMESTAMPTZ } from '../../../shared/contract/source/column-kinds.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'

/** A quoted column of instants; those without a zone hold UTC. */
export interface InstantColumn {
  readonly name: string
  readonly type: typeof TIMESTAMPTZ | typeof TIMESTAMP
}

/** Whether a column's type can hold instants. */
export function isInstantType(type: string): type is InstantColumn['type'] {
  return acceptsType('instant', type)
}

/** A parameter in the column's own type, so that an index on the column serves. Give it `instantText` or `instantArray`. */
export function asInstant(parameter: string, column: InstantColumn): string {
  return `${parameter}::${column.type === TIMESTAMP ? 'timestamp' : 'timestamptz'}`
}

/** The same for a list of instants. */
export function asInstants(parameter: string, column: InstantColumn): string {
  return `${asInstant(parameter, column)}[]`
}

/** SQL for an instant of one column's type in another's, so that they compare whatever the server's time zone. */
export function sameInstant(expression: string, from: InstantColumn, to: InstantColumn): string {
  return from.type === to.type ? expression : `(${expression} at time zone 'UTC')`
}

/** A whole millisecond as text that every server setting reads alike; without a zone's type the Z is ignored, and it is UTC. */
export function instantText(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

/** SQL for epoch milliseconds, rounded down exactly; an infinite instant gives an infinite number. */
export function epochMsSql(expression: string): string {
  // date_part is a float of seconds, in which a microsecond short of a millisecond could round up: cut first, then round.
  return `round(date_part('epoch', date_trunc('milliseconds', ${expression})) * 1000)`
}

/** SQL for the UTC day number of a finite instant of this column. */
export function utcDaySql(column: InstantColumn): string {
  const utc = column.type === TIMESTAMP ? column.name : `(${column.name} at time zone 'UTC')`
  return `(${utc}::date - date '1970-01-01')`
}

/**
 * SQL for the end of a session in epoch milliseconds: NULL while it is open (NULL or 'infinity'); '-infinity' becomes the epoch,
 * an end before every start, which is as impossible as what was recorded.
 */
export function sessionEndSql(column: InstantColumn): string {
  return `case when ${column.name} = 'infinity' then null when ${column.name} = '-infinity' then 0 else ${epochMsSql(column.name)} end`
}

/** SQL for whether a session has no end. */
export function isOpenSql(endedAt: string): string {
  return `(${endedAt} is null or ${endedAt} = 'infinity')`
}

/** Milliseconds of a UTC day number's beginning. */
export function dayStart(day: number): number {
  return day * DAY_MS
}
