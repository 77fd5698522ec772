import type { Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import { assumptionsSchema } from '../../../shared/plan/assumptions/assumption-schema.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { rotationSchema } from '../../../shared/plan/plan-schema.ts'
import type { Rotation } from '../../../shared/plan/rotation/rotation.ts'
import { dateText } from '../../../shared/roster/date-text.ts'
import { isOwnHeader, OWN_SHEETS } from '../../../shared/roster/own-tables.ts'
import type { Remark, Sheet, WhyChanged } from '../../../shared/roster/roster.ts'
import { saysOpen, tidy } from '../../../shared/roster/words.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'
import { rosterCellText } from '../exports/plan-workbook.ts'

/** What a file of Covercast's own holds about the plan of its shifts. */
export interface OwnPlan {
  /** null: the file does not say it. */
  readonly name: string | null
  readonly timeZone: string
  readonly poolId: string | null
  readonly assumptions: readonly Assumption[]
  /** How its weeks repeat; null: they do not. */
  readonly rotation: Rotation | null
  /** Whether the file says all of it: of a table of shifts alone no more than the zone is known. */
  readonly isWhole: boolean
}

/** A workbook that Covercast wrote. */
export interface OwnWorkbook {
  readonly shifts: Sheet
  /** The same as people read it; null: it was taken out. */
  readonly roster: Sheet | null
  /** null: the sheet was taken out, or says nothing that can be read. */
  readonly plan: OwnPlan | null
}

/** Recognises a workbook of Covercast's own by its sheet of shifts; null: it is none. */
export function ownWorkbook(sheets: readonly Sheet[]): OwnWorkbook | null {
  const named = (wanted: string): Sheet | null => sheets.find(({ name }) => name === wanted) ?? null
  const shifts = named(OWN_SHEETS.shifts)
  if (shifts === null || !isOwnHeader(shifts.rows[0] ?? [])) return null
  return { shifts, roster: named(OWN_SHEETS.roster), plan: ownPlan(named(OWN_SHEETS.plan)) }
}

function ownPlan(sheet: Sheet | null): OwnPlan | null {
  const values = new Map(sheet?.rows.map(([name = '', value = '']) => [name, value]))
  const timeZone = values.get('time_zone') ?? ''
  if (!isTimeZone(timeZone)) return null
  const [name, poolId] = [values.get('name') ?? '', values.get('pool_id') ?? '']
  return {
    name: name.trim() === '' ? null : name,
    timeZone,
    poolId: poolId === '' ? null : poolId,
    assumptions: ownAssumptions(values.get('assumptions') ?? ''),
    rotation: ownRotation(values.get('rotation') ?? ''),
    isWhole: true,
  }
}

function ownRotation(text: string): Rotation | null {
  try {
    return rotationSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Of a cell that somebody changed nothing is left. */
function ownAssumptions(text: string): readonly Assumption[] {
  try {
    return assumptionsSchema.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

/**
 * The time zone of a table of Covercast's own, where all of its shifts are in one that is known; null: they are not, or the table is
 * another's.
 */
export function ownZone({ rows }: Sheet): string | null {
  const [header = [], ...shifts] = rows
  if (!isOwnHeader(header)) return null
  const column = header.indexOf('time_zone')
  const zones = new Set(shifts.map((row) => row[column] ?? ''))
  const [zone = ''] = zones
  return zones.size === 1 && isTimeZone(zone) ? zone : null
}

/**
 * Cells of the sheet that people read which do not say what the shifts say: somebody has changed one of the two, and only the shifts are
 * read.
 */
export function rosterDifferences(
  { name, rows }: Sheet,
  plan: Plan,
  agentName: (agentId: string) => string,
): readonly Remark<WhyChanged>[] {
  const [header = [], ...people] = rows
  const columns = header.flatMap((text, column) => {
    const date = dateText(text)
    const day = date?.kind === 'day' ? date.day : date?.kind === 'weekday' ? date.weekday : null
    return day === null ? [] : [{ column, day }]
  })
  const keyOf = (who: string, day: number): string => JSON.stringify([who, day])
  // Of the same name there may be several: then their cells together.
  const expected = new Map<string, string[]>()
  for (const [agentId, own] of Map.groupBy(plan.shifts, (shift) => shift.agentId)) {
    for (const [day, shifts] of Map.groupBy(own, (shift) => shift.day)) {
      const key = keyOf(agentId === null ? '' : tidy(agentName(agentId)), day)
      expected.set(key, [...(expected.get(key) ?? []), tidy(rosterCellText(shifts))])
    }
  }
  const differing: Remark<WhyChanged>[] = []
  for (const [index, row] of people.entries()) {
    const who = saysOpen(row[0] ?? '') ? '' : tidy(row[0] ?? '')
    for (const { column, day } of columns) {
      const text = tidy(row[column] ?? '')
      const left = expected.get(keyOf(who, day)) ?? []
      const at = left.indexOf(text)
      if (at !== -1) left.splice(at, 1)
      else if (text !== '')
        differing.push({ row: index + 2, column: column + 1, text: `${name}: ${text}`, why: 'sheet-differs' })
    }
  }
  const isListed = (row: number, column: number): boolean =>
    differing.some((one) => one.row === row && one.column === column)
  for (const [key, left] of expected) {
    const [who, day] = JSON.parse(key) as [string, number]
    const column = (columns.find((one) => one.day === day)?.column ?? -1) + 1
    const row = people.findIndex(([agent = '']) => (saysOpen(agent) ? '' : tidy(agent)) === who) + 2
    if (left.length > 0 && column > 0 && !isListed(row, column))
      differing.push({ row, column, text: `${name}: ${left.join(', ')}`, why: 'sheet-differs' })
  }
  return differing
}
