import { z } from 'zod'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import { assumptionsSchema } from '../plan/assumptions/assumption-schema.ts'
import { inOrder } from '../plan/order.ts'
import { type Plan, type PlanKind, type Shift, type TimeRange } from '../plan/plan.ts'
import { rotationPattern, writtenOut } from '../plan/rotation/pattern.ts'
import { cyclesFor, ROTATION_LIMITS } from '../plan/rotation/rotation.ts'
import { PLAN_LIMITS, validatePlan, validateShift } from '../plan/validate-plan.ts'
import { formatWallTime, parseWallTime } from '../plan/wall-time.ts'
import { dayOfWeekOf, formatLocalDate, isLocalDate, parseLocalDate } from '../time/local.ts'
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
  /** Which week of the cycle, from 1; absent: the first. */
  week: z.int().min(1).max(ROTATION_LIMITS.cycleWeeks).exactOptional(),
})
const exception = z.strictObject({
  date: z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"'),
  /** null: unassigned shifts. */
  agentId: id.nullable(),
  /** What the agent works on that date instead; empty: nothing. */
  shifts: z.array(z.strictObject({ ...shiftFields, id: z.undefined().optional(), agentId: z.undefined().optional() })),
})
/** How a weekly plan repeats over several weeks; absent: every week is the same. */
const rotationFields = {
  cycleWeeks: z.int().min(1).max(ROTATION_LIMITS.cycleWeeks).exactOptional(),
  /** Local date on which week 1 begins: any day of the week. */
  anchor: z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"').exactOptional(),
  /** How often the cycle is worked; absent: for a year. */
  cycles: z.int().min(1).max(ROTATION_LIMITS.weeks).exactOptional(),
  exceptions: z.array(exception).max(PLAN_LIMITS.shifts).exactOptional(),
}
const datedShift = z.strictObject({
  ...shiftFields,
  date: z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"'),
})

/** A plan as a file: what `covercast predict --plan` reads and an export writes. docs/command-line.md describes it. */
export const planFileSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...planFields,
      kind: z.literal('weekly'),
      ...rotationFields,
      shifts: z.array(weeklyShift).max(PLAN_LIMITS.shifts),
    }),
    z.strictObject({ ...planFields, kind: z.literal('dated'), shifts: z.array(datedShift).max(PLAN_LIMITS.shifts) }),
  ],
  'is neither "weekly" nor "dated"',
)

/** A plan file with everything in it. */
export type PlanFile = z.output<typeof planFileSchema>

type FileShift = PlanFile['shifts'][number]
type WeeklyFile = Extract<PlanFile, { kind: 'weekly' }>

/** A rotation in a file that does not say how long it goes on. */
const WEEKS_OF_YEAR = 52

/**
 * The plan that a file holds: its text, or the JSON value. Shifts without an id are given one by their place in the plan's order, so
 * that the same file is always the same plan. Throws AppError 'invalid-input' that names the path of what is wrong and why.
 */
export function planFromFile(file: unknown): Plan {
  const content = parsedFile(planFileSchema, file, { what: 'a plan file' })
  const shifts: readonly Shift[] = content.shifts.map((shift, index) => readShift(shift, { index, kind: content.kind }))
  const rotated = content.kind === 'weekly' ? readRotation(content, shifts) : null
  const plan: Plan = {
    name: content.name,
    timeZone: content.timeZone,
    poolId: content.poolId,
    ...(rotated ?? { kind: content.kind, shifts: withIds(shifts) }),
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

/** The shifts of a rotation on every date; null: the file has none. */
function readRotation(
  { cycleWeeks, anchor, cycles, exceptions = [], shifts: written }: WeeklyFile,
  shifts: readonly Shift[],
): Pick<Plan, 'kind' | 'shifts' | 'rotation'> | null {
  const late = written.findIndex(({ week = 1 }) => week > (cycleWeeks ?? 1))
  if (late !== -1) throw wrong(`shifts[${late}].week`, `is more than the ${cycleWeeks ?? 1} weeks of the cycle`)
  if (cycleWeeks === undefined && anchor === undefined && cycles === undefined && exceptions.length === 0) return null
  if (cycleWeeks === undefined) throw wrong('cycleWeeks', 'is missing: how many weeks the cycle has, 1 to 8')
  if (anchor === undefined) throw wrong('anchor', 'is missing: the date on which week 1 begins')
  const rotation = { cycleWeeks, anchor, cycles: cycles ?? cyclesFor(WEEKS_OF_YEAR, cycleWeeks) }
  if (cycleWeeks * rotation.cycles > ROTATION_LIMITS.weeks)
    throw wrong('cycles', `go on for more than ${ROTATION_LIMITS.weeks} weeks`)
  const first = dayOfWeekOf(anchor)
  const pattern = shifts.map((shift, index) => ({
    ...shift,
    day: 7 * ((written[index]!.week ?? 1) - 1) + ((shift.day - first + 7) % 7),
  }))
  if (pattern.length * rotation.cycles > PLAN_LIMITS.shifts)
    throw wrong('cycles', `make more than ${PLAN_LIMITS.shifts} shifts`)
  const differing = exceptions.map(({ date, agentId, shifts: own }, place) => ({
    day: parseLocalDate(date),
    agentId,
    shifts: own.map((shift, index) =>
      readShift({ ...shift, agentId, date }, { index, kind: 'dated', path: `exceptions[${place}].shifts` }),
    ),
  }))
  const all = writtenOut({ shifts: pattern, exceptions: differing }, rotation, () => '')
  return { kind: 'dated', shifts: withIds(all), rotation }
}

/**
 * A plan as a file value, for JSON.stringify: `planFromFile` gives the same plan back, ids included, but for a rotation's, whose shifts are
 * written once. Shifts stand in the plan's order.
 */
export function planToFile(plan: Plan): PlanFile {
  const { name, timeZone, poolId, kind, shifts, assumptions = [], rotation } = inOrder(plan)
  const fields = {
    name,
    timeZone,
    poolId,
    ...(assumptions.length === 0 ? {} : { assumptions }),
  }
  const pattern = rotationPattern(plan)
  if (rotation !== undefined && pattern !== null) {
    const first = dayOfWeekOf(rotation.anchor)
    return {
      ...fields,
      kind: 'weekly',
      ...rotation,
      shifts: pattern.shifts.map((shift) => ({
        agentId: shift.agentId,
        week: Math.floor(shift.day / 7) + 1,
        dayOfWeek: (shift.day + first) % 7,
        ...timesOf(shift),
      })),
      ...(pattern.exceptions.length === 0
        ? {}
        : {
            exceptions: pattern.exceptions.map(({ day, agentId, shifts: own }) => ({
              date: formatLocalDate(day),
              agentId,
              shifts: own.map(timesOf),
            })),
          }),
    }
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

function readShift(
  file: FileShift,
  { index, kind, path = 'shifts' }: { readonly index: number; readonly kind: PlanKind; readonly path?: string },
): Shift {
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
  if (problem) throw wrong(pathOf(problem.field, { file, shift, place: `${path}[${index}]` }), problem.reason)
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
  { file, shift, place }: { readonly file: FileShift; readonly shift: Shift; readonly place: string },
): string {
  const inFile = field.replace(/^day$/, 'date').replace(/^breaks\[(\d+)\]/, (_, number: string) => {
    const shiftBreak = shift.breaks[Number(number)]!
    return `breaks[${file.breaks.findIndex((each) => each.start === formatWallTime(shiftBreak.startMinute))}]`
  })
  return `${place}.${inFile}`
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
