import { planFromFile } from '../../../shared/contract/plan-file.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { readSheets } from '../../../shared/roster/read-sheets.ts'
import type { FoundRoster, ReadOptions, Sheet } from '../../../shared/roster/roster.ts'
import { readCalendar } from './calendar-roster.ts'
import { csvSheet } from './csv-sheet.ts'
import { isCalendar, openFile } from './open-file.ts'
import { ownWorkbook, ownZone, type OwnPlan } from './own-workbook.ts'
import { tooLarge } from './roster-failures.ts'

/** What a file holds: a roster that is to become a plan, or a plan of Covercast's own. */
export type FileContent =
  | {
      readonly kind: 'roster'
      readonly found: FoundRoster
      readonly sheet: string | null
      readonly sheets: readonly string[]
      /** What it holds about the plan where it is Covercast's own; null: it is another's, or holds nothing. */
      readonly own: OwnPlan | null
      /** The sheet that people read beside that of the shifts; null: there is none. */
      readonly roster: Sheet | null
    }
  | { readonly kind: 'plan'; readonly plan: Plan }

interface FileOptions extends ReadOptions {
  /** null: the first that holds a roster. */
  readonly sheet: string | null
  /** Somebody chose the zone: then that of a file of Covercast's own does not hold. */
  readonly isZoneChosen: boolean
}

/** Reads a file of any kind that can hold a roster. Throws AppError 'invalid-input' where nothing of it can be read, or it holds too much. */
export async function readRosterFile(bytes: Uint8Array, name: string, options: FileOptions): Promise<FileContent> {
  const content = await contentOf(bytes, name, options)
  if (content.kind === 'roster' && content.found.shifts.length > LIMITS.rosterShifts)
    throw tooLarge(
      `The file has ${content.found.shifts.length.toLocaleString('en-US')} shifts`,
      LIMITS.rosterShifts.toLocaleString('en-US'),
    )
  return content
}

async function contentOf(bytes: Uint8Array, name: string, options: FileOptions): Promise<FileContent> {
  const opened = await openFile(bytes)
  if (opened.sheets !== null) return fromSheets(opened.sheets, options)
  const { text } = opened
  const start = text.trimStart()
  if (isCalendar(start))
    return { kind: 'roster', found: readCalendar(text, options), sheet: null, sheets: [], own: null, roster: null }
  if (start.startsWith('{')) return { kind: 'plan', plan: planFromFile(text) }
  return fromSheets([csvSheet(text, name)], options)
}

function fromSheets(sheets: readonly Sheet[], options: FileOptions): FileContent {
  const book = options.sheet === null ? ownWorkbook(sheets) : null
  const zone = book?.plan?.timeZone ?? ownZone(book?.shifts ?? sheets[0]!)
  const timeZone = zone === null || options.isZoneChosen ? options.timeZone : zone
  const { sheet, found } = readSheets(sheets, book?.shifts.name ?? options.sheet, { ...options, timeZone })
  const own =
    zone === null
      ? null
      : { name: null, poolId: null, assumptions: [], rotation: null, isWhole: false, ...book?.plan, timeZone }
  return { kind: 'roster', found, sheet, sheets: sheets.map(({ name }) => name), own, roster: book?.roster ?? null }
}
