import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { addressIn, withoutAddress } from '../../../shared/roster/address.ts'
import type { Role } from '../../../shared/roster/headers.ts'
import type { Person } from '../../../shared/roster/roster.ts'

/** Where a table names agents: indexes of columns, -1 where there is none. */
export interface PersonColumns {
  /** Covercast's own: the first of the names is an id. */
  readonly isOwn: boolean
  /** Names or ids; the first that is filled counts. */
  readonly names: readonly number[]
  readonly firstName: number
  readonly lastName: number
  readonly id: number
  readonly email: number
}

/** The columns that name agents, by the roles of all columns. */
export function personColumns(roles: readonly (Role | null)[], isOwn: boolean): PersonColumns {
  const first = (role: Role): number => roles.indexOf(role)
  return {
    isOwn,
    names: roles.flatMap((role, column) => (role === 'agent' ? [column] : [])),
    firstName: first('first-name'),
    lastName: first('last-name'),
    id: first('agent-id'),
    email: first('email'),
  }
}

/** Whether a table names agents at all. */
export function namesAgents({ names, lastName, id, email }: PersonColumns): boolean {
  return names.length > 0 || [lastName, id, email].some((column) => column !== -1)
}

/** Every column that names agents. */
export function columnsOfPerson({ names, firstName, lastName, id, email }: PersonColumns): readonly number[] {
  return [...names, firstName, lastName, id, email].filter((column) => column !== -1)
}

/** Whom a row names; null: nobody. */
export function personOf(
  row: readonly string[],
  { isOwn, names, firstName, lastName, id, email }: PersonColumns,
): Person | null {
  const cell = (column: number): string => harmfulAgain(row[column] ?? '').trim()
  const filled = names.map(cell).filter((name) => name !== '')
  const both = [cell(firstName), cell(lastName)].filter((part) => part !== '').join(' ')
  // Beside an id of Covercast's own its name says who it was, where the id is not known.
  const [ownId, written] = isOwn && filled.length > 1 ? [filled[0]!, filled[1]!] : ['', filled[0] ?? both]
  const person = {
    name: isOwn ? written : withoutAddress(written),
    id: ownId || cell(id) || null,
    email: cell(email) || (isOwn ? '' : addressIn(written)) || null,
  }
  return person.name === '' && person.id === null && person.email === null ? null : person
}

/** The number, from 1, of the first column that names agents. */
export function firstPersonColumn(columns: PersonColumns): number {
  return Math.min(...columnsOfPerson(columns)) + 1
}
