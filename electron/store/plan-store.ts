import { randomUUID } from 'node:crypto'
import { clip } from '../../shared/foundation/clip.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { inOrder } from '../../shared/plan/order.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Rotation } from '../../shared/plan/rotation/rotation.ts'
import type { PlanStep } from '../../shared/plan/step.ts'
import { assertPlan, isDay, PLAN_LIMITS, validatePlan, validateShift } from '../../shared/plan/validate-plan.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import type { Db } from './connection.ts'
import { carryOut, refuseArchived, tooManyShifts } from './plan-store-edits.ts'
import type { PlanEdit, PlanSettings, PlanSummary, PublicationSummary, StoredPlan } from './plan-store-records.ts'
import { planSettingsSchema } from './stored-schemas.ts'
import { damagedRecord, type OnDamaged, readStored } from './stored-value.ts'
import { assumptionsOf, planOf, planQueries, rotationOf } from './queries/plan-queries.ts'
import type { PlanRow, PlanTotalsRow } from './queries/plan-queries.ts'
import { publicationQueries } from './queries/publication-queries.ts'

const STEPS_GIVEN = { count: 2000, length: 8 * 1024 * 1024 } as const

/** The plans of a workspace. Every write is one short transaction that is on the disk when the call returns. */
export interface PlanStore {
  /** The last changed first. */
  list(): readonly PlanSummary[]
  /** As it is listed. Throws 'not-found'. */
  summary(id: string): PlanSummary
  /** What is damaged of it is left out, and heard of. Throws 'not-found', 'store-damaged' where it is no plan. */
  get(id: string): StoredPlan
  /** Its name is made free: "October (2)". Returns its id. Throws 'invalid-input' where it is no plan or has too many shifts. */
  create(plan: Plan, settings?: PlanSettings): string
  /** Throws 'plan-changed' where the plan is of another revision and the edit is no repetition; then nothing of it is stored. */
  apply(id: string, edit: PlanEdit): { readonly revision: number }
  /** Sets those named, removes those that are null, leaves the others. No step to undo, and no new revision. */
  saveSettings(id: string, patch: PlanSettings): PlanSettings
  setArchived(id: string, archived: boolean): void
  /** With its publications. Throws 'conflict' where it is not archived. */
  erase(id: string): void
}

export interface PlanStoreOptions {
  readonly db: Db
  readonly now: () => number
  /** Runs a transaction of the user's work; its run says how many rows changed. */
  readonly write: (run: () => number) => void
  /** Runs what only reads, all of it on one state of the file. */
  readonly read: <T>(run: () => T) => T
  readonly onDamaged: OnDamaged
}

export function createPlanStore({ db, now, write, read, onDamaged }: PlanStoreOptions): PlanStore {
  const queries = planQueries(db)
  const publications = publicationQueries(db)

  function rowOf(id: string): PlanRow {
    const row = queries.row(id)
    if (row) return row
    throw new AppError({
      code: 'not-found',
      message: 'This plan is no longer there.',
      next: 'Choose another from the list of plans.',
    })
  }
  function settingsOf({ name, settings }: PlanRow): PlanSettings {
    const stored = readStored(planSettingsSchema, settings)
    if (stored.isWhole) return stored.value
    onDamaged(`the rules and costs of the plan "${name}"`)
    return {}
  }
  function change(id: string, after: (row: PlanRow) => PlanRow | null): PlanRow {
    let changed: PlanRow | null = null
    write(() => {
      const row = rowOf(id)
      const next = after(row)
      changed = next ?? row
      if (next === null) return 0
      queries.update(next)
      return 1
    })
    return changed!
  }

  return {
    list: () =>
      read(() => {
        const totals = new Map(queries.totals().map((each) => [each.planId, each]))
        const published = Map.groupBy(publications.summaries(), ({ planId }) => planId)
        return queries
          .rows()
          .map((row) => summaryOf({ row, totals: totals.get(row.id), publications: published.get(row.id) ?? [] }))
      }),
    summary: (id) =>
      read(() => {
        const own = publications.summaries().filter(({ planId }) => planId === id)
        return summaryOf({ row: rowOf(id), totals: queries.totalsOf(id), publications: own })
      }),
    get: (id) =>
      read(() => {
        const row = rowOf(id)
        const called = `the plan "${row.name}"`
        if (validatePlan(planOf(row, [])).length > 0) throw damagedRecord(called)
        const shifts = queries.shifts(id).filter((shift) => validateShift(shift, row.kind).length === 0)
        const lost = queries.countShifts(id) - shifts.length
        if (lost > 0) onDamaged(`${lost} ${lost === 1 ? 'shift' : 'shifts'} of ${called}`)
        if (rotationOf(row) === null) onDamaged(`how the weeks of ${called} repeat`)
        if (assumptionsOf(row) === null) onDamaged(`the assumptions of ${called}`)
        const steps = queries.newestSteps(id, row.doneStep, STEPS_GIVEN)
        if (steps.some(({ step }) => step === null)) onDamaged(`some of what can be undone in ${called}`)
        return {
          id,
          revision: row.revision,
          archived: row.archivedAt !== null,
          createdAt: row.createdAt,
          updatedAt: row.updatedAt,
          plan: inOrder(planOf(row, shifts)),
          done: untilDamaged(steps.filter(({ number }) => number <= row.doneStep).toReversed()).toReversed(),
          undone: untilDamaged(steps.filter(({ number }) => number > row.doneStep)).toReversed(),
          settings: settingsOf(row),
          publications: publications.summaries().filter(({ planId }) => planId === id),
        }
      }),
    create(plan, settings = {}) {
      if (plan.shifts.length > PLAN_LIMITS.shifts) throw tooManyShifts()
      assertPlan(plan)
      const id = randomUUID()
      const instant = now()
      write(() => {
        const { kind, timeZone, poolId } = plan
        const name = freePlanName(queries.rows(), plan.name)
        queries.insert({
          id,
          name,
          kind,
          timeZone,
          poolId,
          settings: JSON.stringify(settings),
          assumptions: JSON.stringify(plan.assumptions ?? []),
          rotation: plan.rotation === undefined ? null : JSON.stringify(plan.rotation),
          archivedAt: null,
          createdAt: instant,
          updatedAt: instant,
          revision: 1,
          doneStep: 0,
          lastBase: null,
          lastOperations: null,
          lastDigest: null,
        })
        queries.putShifts(id, plan.shifts)
        return 1
      })
      return id
    },
    apply: (id, edit) => ({ revision: change(id, (row) => carryOut({ queries, row, edit, now: now() })).revision }),
    saveSettings: (id, patch) =>
      settingsOf(
        change(id, (row) => {
          const text = JSON.stringify(
            Object.fromEntries(Object.entries({ ...settingsOf(row), ...patch }).filter(([, value]) => value !== null)),
          )
          if (text === row.settings) return null
          refuseArchived(row)
          return { ...row, settings: text, updatedAt: now() }
        }),
      ),
    setArchived: (id, archived) =>
      void change(id, (row) =>
        (row.archivedAt !== null) === archived
          ? null
          : { ...row, archivedAt: archived ? now() : null, updatedAt: now() },
      ),
    erase: (id) =>
      write(() => {
        if (rowOf(id).archivedAt === null) {
          throw new AppError({
            code: 'conflict',
            message: 'Only an archived plan can be erased.',
            kept: 'It was not changed.',
            next: 'Archive it first.',
          })
        }
        return queries.remove(id)
      }),
  }
}

/** The name itself, or with the first number that makes it new: "October (2)". Names that differ in case only are the same. */
function freePlanName(taken: readonly { readonly name: string }[], wanted: string): string {
  const names = new Set(taken.map(({ name }) => name.toLowerCase()))
  if (!names.has(wanted.toLowerCase())) return wanted
  // A copy of "October (2)" is "October (3)".
  const stem = clip(wanted.replace(/ \(\d{1,6}\)$/u, ''), PLAN_LIMITS.nameLength - ' (123456)'.length)
  let number = 2
  while (names.has(`${stem} (${number})`.toLowerCase())) number += 1
  return `${stem} (${number})`
}

interface SummaryParts {
  readonly row: PlanRow
  /** undefined: it has no shift. */
  readonly totals: PlanTotalsRow | undefined
  readonly publications: readonly PublicationSummary[]
}

function summaryOf({ row, totals, publications }: SummaryParts): PlanSummary {
  const { id, name, kind, timeZone, poolId, archivedAt, createdAt, updatedAt, revision } = row
  return {
    id,
    name,
    kind,
    timeZone,
    poolId,
    createdAt,
    updatedAt,
    revision,
    archived: archivedAt !== null,
    shifts: totals?.shifts ?? 0,
    openShifts: totals?.openShifts ?? 0,
    agents: totals?.agents ?? 0,
    workedMinutes: totals?.workedMinutes ?? 0,
    dates:
      kind === 'dated' && totals && isDay(totals.firstDay, kind) && isDay(totals.lastDay, kind)
        ? { from: formatLocalDate(totals.firstDay), to: formatLocalDate(totals.lastDay) }
        : null,
    rotation: readableRotation(row),
    publications,
  }
}

function readableRotation(row: PlanRow): Rotation | null {
  const rotation = rotationOf(row)
  return rotation === 'none' ? null : rotation
}

/** Steps go on from one another: behind one that is damaged none can be undone, or done again. */
function untilDamaged(steps: readonly { readonly step: PlanStep | null }[]): readonly PlanStep[] {
  const end = steps.findIndex(({ step }) => step === null)
  return steps.slice(0, end < 0 ? undefined : end).flatMap(({ step }) => step ?? [])
}
