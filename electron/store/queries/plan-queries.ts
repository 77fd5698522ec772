import { assumptionsSchema } from '../../../shared/plan/assumptions/assumption-schema.ts'
import type { Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import type { Plan, PlanKind, Shift } from '../../../shared/plan/plan.ts'
import { planOfParts } from '../../../shared/plan/plan-of-parts.ts'
import { planStepSchema, rotationSchema } from '../../../shared/plan/plan-schema.ts'
import type { Rotation } from '../../../shared/plan/rotation/rotation.ts'
import type { PlanStep } from '../../../shared/plan/step.ts'
import type { Db } from '../connection.ts'
import { breaksSchema } from '../stored-schemas.ts'
import { readStored } from '../stored-value.ts'

export interface PlanRow {
  readonly id: string
  readonly name: string
  readonly kind: PlanKind
  readonly timeZone: string
  readonly poolId: string | null
  /** JSON. */
  readonly settings: string
  /** JSON. */
  readonly assumptions: string
  /** JSON; null: its weeks do not repeat. */
  readonly rotation: string | null
  readonly archivedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly revision: number
  readonly doneStep: number
  readonly lastBase: number | null
  readonly lastOperations: number | null
  readonly lastDigest: string | null
}

export interface PlanTotalsRow {
  readonly planId: string
  readonly shifts: number
  readonly openShifts: number
  readonly agents: number
  readonly workedMinutes: number
  readonly firstDay: number
  readonly lastDay: number
}

interface ShiftRow {
  readonly id: string
  readonly agentId: string | null
  readonly day: number
  readonly startMinute: number
  readonly endMinute: number
  readonly breaks: string
  readonly note: string
}

interface StepRow {
  readonly planId: string
  readonly number: number
  readonly id: string
  readonly step: string
  readonly lengthSoFar: number
}

const PLAN_COLUMNS = `id, name, kind, time_zone AS timeZone, pool_id AS poolId, settings, assumptions, rotation, archived_at AS archivedAt, created_at AS createdAt,
  updated_at AS updatedAt, revision, done_step AS doneStep, last_base AS lastBase, last_operations AS lastOperations, last_digest AS lastDigest`
const SHIFT_COLUMNS = `id, agent_id AS agentId, day, start_minute AS startMinute, end_minute AS endMinute, breaks, note`

export const PLAN_SQL = {
  shift: `SELECT ${SHIFT_COLUMNS} FROM plan_shifts WHERE plan_id = ? AND id = ?`,
  shifts: `SELECT ${SHIFT_COLUMNS} FROM plan_shifts WHERE plan_id = ?`,
  stepById: 'SELECT number FROM plan_steps WHERE plan_id = ? AND id = ?',
  step: 'SELECT step FROM plan_steps WHERE plan_id = ? AND number = ?',
} as const

/** How many steps, and how many characters of them. */
export interface StepsKept {
  readonly count: number
  readonly length: number
}

export interface PlanQueries {
  rows(): readonly PlanRow[]
  row(id: string): PlanRow | undefined
  totals(): readonly PlanTotalsRow[]
  /** undefined: it has no shift. */
  totalsOf(planId: string): PlanTotalsRow | undefined
  insert(row: PlanRow): void
  /** All but the id, the kind and when it was made. */
  update(row: PlanRow): void
  remove(id: string): number
  /** Those that can be read, in no order. */
  shifts(planId: string): readonly Shift[]
  shift(planId: string, id: string): Shift | undefined
  countShifts(planId: string): number
  /** Each in the place of the shift with its id, if there is one. */
  putShifts(planId: string, shifts: readonly Shift[]): void
  removeShift(planId: string, id: string): void
  /** By number: those above `done`, and of those up to it the newest that `keep` has room for; null for one that is damaged. */
  newestSteps(
    planId: string,
    done: number,
    keep: StepsKept,
  ): readonly { readonly number: number; readonly step: PlanStep | null }[]
  /** null: there is none, or it is damaged. */
  step(planId: string, number: number): PlanStep | null
  stepNumber(planId: string, stepId: string): number | null
  addStep(planId: string, number: number, step: PlanStep): void
  removeStepsAbove(planId: string, number: number): void
  /** Forgets the oldest steps that `keep` has no room for. */
  pruneSteps(planId: string, newest: number, keep: StepsKept): void
}

/** The statements on plans, their shifts and their steps. Each runs in its caller's transaction. */
export function planQueries(db: Db): PlanQueries {
  const rows = db.prepare<[], PlanRow>(`SELECT ${PLAN_COLUMNS} FROM plans ORDER BY updated_at DESC, id`)
  const row = db.prepare<[string], PlanRow>(`SELECT ${PLAN_COLUMNS} FROM plans WHERE id = ?`)
  const totals = db.prepare<[], PlanTotalsRow>(totalsIn('plan_shifts'))
  const totalsOf = db.prepare<[string, string], PlanTotalsRow>(
    totalsIn('(SELECT * FROM plan_shifts WHERE plan_id = ?)'),
  )
  const insert = db.prepare<[PlanRow]>(`
    INSERT INTO plans (id, name, kind, time_zone, pool_id, settings, assumptions, rotation, archived_at, created_at, updated_at, revision, done_step, last_base, last_operations, last_digest)
    VALUES (@id, @name, @kind, @timeZone, @poolId, @settings, @assumptions, @rotation, @archivedAt, @createdAt, @updatedAt, @revision, @doneStep, @lastBase, @lastOperations, @lastDigest)`)
  const update = db.prepare<[PlanRow]>(`
    UPDATE plans SET name = @name, time_zone = @timeZone, pool_id = @poolId, settings = @settings, assumptions = @assumptions, rotation = @rotation, archived_at = @archivedAt, updated_at = @updatedAt,
      revision = @revision, done_step = @doneStep, last_base = @lastBase, last_operations = @lastOperations, last_digest = @lastDigest
    WHERE id = @id`)
  const remove = db.prepare<[string]>('DELETE FROM plans WHERE id = ?')
  const shifts = db.prepare<[string], ShiftRow>(PLAN_SQL.shifts)
  const shift = db.prepare<[string, string], ShiftRow>(PLAN_SQL.shift)
  const countShifts = db.prepare<[string], number>('SELECT count(*) FROM plan_shifts WHERE plan_id = ?').pluck()
  // By position: names take a quarter longer, and a roster has many thousands.
  const putShift = db.prepare<ShiftValues>(putting(1))
  const putManyShifts = db.prepare<ShiftValues[number][]>(putting(SHIFTS_AT_ONCE))
  const removeShift = db.prepare<[string, string]>('DELETE FROM plan_shifts WHERE plan_id = ? AND id = ?')
  const steps = db.prepare<[string, number, number, number], { readonly number: number; readonly step: string }>(
    'SELECT number, step FROM plan_steps WHERE plan_id = ? AND number > ? AND (number >= ? OR length_so_far > ?) ORDER BY number',
  )
  const step = db.prepare<[string, number], string>(PLAN_SQL.step).pluck()
  const stepNumber = db.prepare<[string, string], number>(PLAN_SQL.stepById).pluck()
  const lengthSoFar = db
    .prepare<[string, number], number>('SELECT length_so_far FROM plan_steps WHERE plan_id = ? AND number = ?')
    .pluck()
  const addStep = db.prepare<[StepRow]>(
    'INSERT INTO plan_steps (plan_id, number, id, step, length_so_far) VALUES (@planId, @number, @id, @step, @lengthSoFar)',
  )
  const removeStepsAbove = db.prepare<[string, number]>('DELETE FROM plan_steps WHERE plan_id = ? AND number > ?')
  const removeStepsTo = db.prepare<[string, number]>('DELETE FROM plan_steps WHERE plan_id = ? AND number <= ?')
  const removeOldest = db.prepare<[string, string, number]>(`
    DELETE FROM plan_steps WHERE plan_id = ? AND number = (SELECT min(number) FROM plan_steps WHERE plan_id = ?) AND length_so_far < ?`)

  return {
    rows: () => rows.all(),
    row: (id) => row.get(id),
    totals: () => totals.all(),
    totalsOf: (planId) => totalsOf.get(planId, planId),
    insert: (values) => void insert.run(values),
    update: (values) => void update.run(values),
    remove: (id) => remove.run(id).changes,
    shifts: (planId) => shifts.all(planId).flatMap((row) => shiftOf(row) ?? []),
    shift: (planId, id) => {
      const found = shift.get(planId, id)
      return found === undefined ? undefined : (shiftOf(found) ?? undefined)
    },
    countShifts: (planId) => countShifts.get(planId) ?? 0,
    putShifts: (planId, all) => {
      // In the order of the table's key: a roster has many thousands, and each would be put elsewhere.
      const values = all.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((each) => shiftValues(planId, each))
      const whole = values.length - (values.length % SHIFTS_AT_ONCE)
      for (let at = 0; at < whole; at += SHIFTS_AT_ONCE)
        putManyShifts.run(...values.slice(at, at + SHIFTS_AT_ONCE).flat())
      for (const each of values.slice(whole)) putShift.run(...each)
    },
    removeShift: (planId, id) => void removeShift.run(planId, id),
    newestSteps: (planId, done, keep) =>
      steps
        .all(planId, done - keep.count, done, (lengthSoFar.get(planId, done) ?? 0) - keep.length)
        .map((each) => ({ number: each.number, step: stepOf(each.step) })),
    step: (planId, number) => {
      const text = step.get(planId, number)
      return text === undefined ? null : stepOf(text)
    },
    stepNumber: (planId, stepId) => stepNumber.get(planId, stepId) ?? null,
    addStep: (planId, number, value) => {
      const text = JSON.stringify(value)
      addStep.run({
        planId,
        number,
        id: value.id,
        step: text,
        lengthSoFar: (lengthSoFar.get(planId, number - 1) ?? 0) + text.length,
      })
    },
    removeStepsAbove: (planId, number) => void removeStepsAbove.run(planId, number),
    pruneSteps: (planId, newest, keep) => {
      removeStepsTo.run(planId, newest - keep.count)
      const enough = (lengthSoFar.get(planId, newest) ?? 0) - keep.length
      if (enough <= 0) return
      // One by one from the oldest: mostly there is none, and never many.
      while (removeOldest.run(planId, planId, enough).changes > 0);
    },
  }
}

/** A plan's value from its row; without assumptions, or its rotation, where they are damaged. */
export function planOf(row: PlanRow, shifts: readonly Shift[]): Plan {
  const { name, timeZone, poolId, kind } = row
  const rotation = rotationOf(row)
  return planOfParts({
    name,
    timeZone,
    poolId,
    kind,
    shifts,
    assumptions: assumptionsOf(row) ?? [],
    rotation: rotation === 'none' ? null : rotation,
  })
}

/** null: it is damaged. */
export function rotationOf({ rotation }: Pick<PlanRow, 'rotation'>): Rotation | 'none' | null {
  if (rotation === null) return 'none'
  const read = readStored(rotationSchema, rotation)
  return read.isWhole ? read.value : null
}

/** null: they are damaged. */
export function assumptionsOf({ assumptions }: Pick<PlanRow, 'assumptions'>): readonly Assumption[] | null {
  if (assumptions === '[]') return []
  const read = readStored(assumptionsSchema, assumptions)
  return read.isWhole ? read.value : null
}

/** null: its breaks are none. */
function shiftOf({ id, agentId, day, startMinute, endMinute, breaks, note }: ShiftRow): Shift | null {
  if (breaks === '[]') return { id, agentId, day, startMinute, endMinute, breaks: [], note }
  const read = readStored(breaksSchema, breaks)
  return read.isWhole ? { id, agentId, day, startMinute, endMinute, breaks: read.value, note } : null
}

function stepOf(text: string): PlanStep | null {
  const read = readStored(planStepSchema, text)
  return read.isWhole ? read.value : null
}

type ShiftValues = [string, string, string | null, number, number, number, string, string]

/** One statement for each shift would take more than twice as long. */
const SHIFTS_AT_ONCE = 40

/** Breaks are read once for each text: thousands of shifts have the same. */
function totalsIn(shifts: string): string {
  return `
    WITH break_times AS MATERIALIZED (
      SELECT breaks, (
        SELECT coalesce(sum(json_extract(value, '$.endMinute') - json_extract(value, '$.startMinute')), 0)
        FROM json_each(CASE WHEN json_valid(breaks) THEN breaks ELSE '[]' END) WHERE type = 'object'
      ) AS minutes
      FROM (SELECT DISTINCT breaks FROM ${shifts})
    )
    SELECT plan_id AS planId, count(*) AS shifts, count(*) - count(agent_id) AS openShifts, count(DISTINCT agent_id) AS agents,
      sum(end_minute - start_minute - minutes) AS workedMinutes, min(day) AS firstDay, max(day) AS lastDay
    FROM ${shifts} CROSS JOIN break_times USING (breaks) GROUP BY plan_id`
}

function putting(count: number): string {
  const rows = Array.from({ length: count }, () => '(?, ?, ?, ?, ?, ?, ?, ?)')
  return `INSERT OR REPLACE INTO plan_shifts (plan_id, id, agent_id, day, start_minute, end_minute, breaks, note) VALUES ${rows.join(', ')}`
}

function shiftValues(planId: string, { id, agentId, day, startMinute, endMinute, breaks, note }: Shift): ShiftValues {
  return [planId, id, agentId, day, startMinute, endMinute, JSON.stringify(breaks), note]
}
