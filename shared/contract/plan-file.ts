import { z } from 'zod'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import { assumptionsSchema } from '../plan/assumptions/assumption-schema.ts'
import { inOrder } from '../plan/order.ts'
import { type Plan, type PlanKind, type Shift, type TimeRange } from '../plan/plan.ts'
import { PLAN_LIMITS, validatePlan, validateShift } from '../plan/validate-plan.ts'
import { formatWallTime, parseWallTime } from '../plan/wall-time.ts'
import { formatLocalDate, isLocalDate, parseLocalDate } from '../time/local.ts'
import { isIanaZone } from '../time/zone.ts'
import type { AppError } from '../foundation/errors.ts'
import { parsedFile, unreadableFile } from './file-value.ts'

/** Times are "HH:MM" on a quarter of an hour; an end not after its start is on the next day. */
const startTime = z.string().refine(isStartTime, 'is not a time from 00:00 to 23:59, such as "09:00"')
const endTime = z
  .string()
  .refine((text) => parseWallTime(text) !== null, 'is not a time from 00:00 to 24:00, such as "17:30"')

const id = z.string().min(1).max(PLAN_LIMITS.idLength)

const shiftFields = {
  /** Written where it is not the one that a reader would give; a file made by hand needs none. */
  id: id.optional(),
  /** null: an open shift. */
  agentId: id.nullable(),
  start: startTime,
  end: endTime,
  breaks: z.array(z.strictObject({ start: startTime, end: endTime })).default([]),
  note: z.string().max(PLAN_LIMITS.noteLength).default(''),
}

const planFields = {
  name: z.string().max(PLAN_LIMITS.nameLength),
  /** IANA. */
  timeZone: z.string(),
  /** null: all pools. */
  poolId: id.nullable().default(null),
  /** What the plan takes of the world to be otherwise; docs/what-if.md describes it. Absent: nothing. */
  assumptions: assumptionsSchema.exactOptional(),
}

const weeklyShift = z.strictObject({
  ...shiftFields,
  dayOfWeek: z.number().refine(isDayOfWeek, 'is not a day of the week, 0 (Sunday) to 6'),
})
const datedShift = z.strictObject({
  ...shiftFields,
  date: z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"'),
})

/** A plan as a file: what `covercast predict --plan` reads and an export writes. docs/command-line.md describes it. */
export const planFileSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...planFields, kind: z.literal('weekly'), shifts: z.array(weeklyShift).max(PLAN_LIMITS.shifts) }),
    z.strictObject({ ...planFields, kind: z.literal('dated'), shifts: z.array(datedShift).max(PLAN_LIMITS.shifts) }),
  ],
  'is neither "weekly" nor "dated"',
)

/** A plan file with everything in it. */
export type PlanFile = z.output<typeof planFileSchema>

type FileShift = PlanFile['shifts'][number]

/**
 * The plan that a file holds: its text, or the JSON value. Shifts without an id are given one by their place in the plan's order, so
 * that the same file is always the same plan. Throws AppError 'invalid-input' that names the path of what is wrong and why.
 */
export function planFromFile(file: unknown): Plan {
  const content = parsedFile(planFileSchema, file, { what: 'a plan file' })
  const shifts: readonly Shift[] = content.shifts.map((shift, index) => readShift(shift, { index, kind: content.kind }))
  const plan: Plan = {
    name: content.name,
    timeZone: content.timeZone,
    poolId: content.poolId,
    kind: content.kind,
    shifts: withIds(shifts),
    ...(content.assumptions === undefined || content.assumptions.length === 0
      ? {}
      : { assumptions: content.assumptions }),
  }
  const problem = validatePlan({ ...plan, shifts: [] })[0]
  if (problem) throw wrong(problem.field, problem.reason)
  if (!isIanaZone(plan.timeZone))
    throw wrong('timeZone', `"${plan.timeZone}" is not an IANA name such as Europe/Berlin or America/New_York`)
  return inOrder(plan)
}

/**
 * A plan as a file value, for JSON.stringify: `planFromFile` gives the same plan back, ids included. Shifts stand in the plan's order.
 */
export function planToFile(plan: Plan): PlanFile {
  const { name, timeZone, poolId, kind, shifts, assumptions = [] } = inOrder(plan)
  const fields = {
    name,
    timeZone,
    poolId,
    ...(assumptions.length === 0 ? {} : { assumptions }),
  }
  if (kind === 'weekly') {
    return {
      ...fields,
      kind,
      shifts: shifts.map((shift, index) => ({
        ...idField(shift, index),
        agentId: shift.agentId,
        dayOfWeek: shift.day,
        ...timesOf(shift),
      })),
    }
  }
  return {
    ...fields,
    kind,
    shifts: shifts.map((shift, index) => ({
      ...idField(shift, index),
      agentId: shift.agentId,
      date: formatLocalDate(shift.day),
      ...timesOf(shift),
    })),
  }
}

/** The text of a plan file: one shift a line would be hard to read, so it is indented by two. */
export function planToText(plan: Plan): string {
  return `${JSON.stringify(planToFile(plan), null, 2)}\n`
}

function timesOf(shift: Shift): Pick<FileShift, 'start' | 'end' | 'breaks' | 'note'> {
  return {
    start: formatWallTime(shift.startMinute),
    end: formatWallTime(shift.endMinute),
    breaks: shift.breaks.map((shiftBreak) => ({
      start: formatWallTime(shiftBreak.startMinute),
      end: formatWallTime(shiftBreak.endMinute),
    })),
    note: shift.note,
  }
}

function idField(shift: Shift, index: number): { readonly id?: string } {
  return shift.id === madeId(index) ? {} : { id: shift.id }
}

function readShift(file: FileShift, { index, kind }: { readonly index: number; readonly kind: PlanKind }): Shift {
  const times = rangeFrom(file, 0)
  const shift: Shift = {
    id: file.id ?? '',
    agentId: file.agentId,
    day: 'date' in file ? parseLocalDate(file.date) : file.dayOfWeek,
    ...times,
    breaks: file.breaks
      .map((shiftBreak) => rangeFrom(shiftBreak, times.startMinute))
      .sort((one, other) => one.startMinute - other.startMinute),
    note: file.note,
  }
  const problem = validateShift({ ...shift, id: file.id ?? 'made later' }, kind)[0]
  if (problem) throw wrong(pathOf(problem.field, { file, shift, index }), problem.reason)
  return shift
}

/** `from`: the minute before which a time belongs to the next day. */
function rangeFrom(times: { readonly start: string; readonly end: string }, from: number): TimeRange {
  const startOfDay = parseWallTime(times.start)!
  const startMinute = startOfDay < from ? startOfDay + DAY_MINUTES : startOfDay
  const endOfDay = parseWallTime(times.end)! + (startMinute - startOfDay)
  return { startMinute, endMinute: endOfDay > startMinute ? endOfDay : endOfDay + DAY_MINUTES }
}

/** Breaks were sorted: the path names the one in the file. */
function pathOf(
  field: string,
  { file, shift, index }: { readonly file: FileShift; readonly shift: Shift; readonly index: number },
): string {
  const inFile = field.replace(/^day$/, 'date').replace(/^breaks\[(\d+)\]/, (_, place: string) => {
    const shiftBreak = shift.breaks[Number(place)]!
    return `breaks[${file.breaks.findIndex((each) => each.start === formatWallTime(shiftBreak.startMinute))}]`
  })
  return `shifts[${index}].${inFile}`
}

function withIds(shifts: readonly Shift[]): readonly Shift[] {
  const places = new Map<string, number>()
  for (const [index, { id }] of shifts.entries()) {
    if (id === '') continue
    const other = places.get(id)
    if (other !== undefined) throw wrong(`shifts[${index}].id`, `"${id}" is the id of shifts[${other}] too`)
    places.set(id, index)
  }
  if (places.size === shifts.length) return shifts
  return inOrder({ name: '', timeZone: '', poolId: null, kind: 'dated', shifts }).shifts.map((shift, index) =>
    shift.id === '' ? { ...shift, id: unusedId(madeId(index), places) } : shift,
  )
}

function unusedId(id: string, taken: ReadonlyMap<string, number>): string {
  let unused = id
  for (let count = 2; taken.has(unused); count++) unused = `${id}-${count}`
  return unused
}

function madeId(index: number): string {
  return `shift-${index + 1}`
}

function isStartTime(text: string): boolean {
  const minute = parseWallTime(text)
  return minute !== null && minute < DAY_MINUTES
}

function isDayOfWeek(day: number): boolean {
  return Number.isInteger(day) && day >= 0 && day < 7
}

function wrong(path: string, reason: string): AppError {
  return unreadableFile({ what: 'a plan file', path, reason })
}
