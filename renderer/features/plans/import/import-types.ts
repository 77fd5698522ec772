import type { DateOrder } from '../../../../shared/roster/date-text.ts'
import type { Outputs } from '../../../app/rpc/procedures.ts'

/** What is in a file, as the backend reads it. */
export type RosterPreview = Outputs['rosters']['preview']
/** What was stored of it. */
export type StoredRoster = Outputs['rosters']['store']

/** A file, or a table that was pasted. */
export interface RosterFile {
  readonly file: File
  /** Tells apart files that were chosen one after the other. */
  readonly id: string
}

/** How a file is to be read, and what becomes of it. */
export interface ImportChoices {
  /** null: as the workspace, or the plan that it goes into. */
  readonly timeZone: string | null
  /** null: as the file shows. */
  readonly dateOrder: DateOrder | null
  readonly sheet: string | null
  /** null: a new plan. */
  readonly into: string | null
  /** Weeks that take turns are not made a rotation. */
  readonly datesOnly: boolean
  /** Who is meant by names of the file; null: somebody new. */
  readonly names: ReadonlyMap<string, string | null>
}

export const NO_CHOICES: ImportChoices = {
  timeZone: null,
  dateOrder: null,
  sheet: null,
  into: null,
  datesOnly: false,
  names: new Map(),
}

/** A file of a name, with an id of its own. */
export function rosterFile(file: File): RosterFile {
  return { file, id: crypto.randomUUID() }
}
