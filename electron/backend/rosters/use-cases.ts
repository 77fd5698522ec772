import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { z } from 'zod'
import { clip } from '../../../shared/foundation/clip.ts'
import type { StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { parseWallRange } from '../../../shared/plan/wall-time.ts'
import { localDateOf, parseLocalDate } from '../../../shared/time/local.ts'
import type { PlanSummary } from '../../store/plan-store-records.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { describePlans } from '../plans/plan-entries.ts'
import { surroundingsOf } from '../plans/plan-surroundings.ts'
import { listPlans } from '../plans/use-cases.ts'
import type { RosterAnswer } from '../threads/roster-thread.ts'
import { newTimeOff } from '../time-off/new-time-off.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { previewRosterInput, rosterFileInput, storeRosterInput } from './inputs.ts'
import type { RosterReport } from './roster-report.ts'
import { namesOf } from './remembered-names.ts'
import { refusalOf } from './refusal-of.ts'

type Reading = Omit<z.output<typeof previewRosterInput>, 'uploadId'>
type Storing = Omit<z.output<typeof storeRosterInput>, 'uploadId'>

/** What was stored of a roster. */
export interface StoredRoster {
  /** null: it had no shifts, and only absences were stored. */
  readonly plan: StoredPlanOutput | null
  /** Shifts that came into a plan that was there, and left it; null: a new one was made. */
  readonly change: { readonly added: number; readonly removed: number } | null
  readonly warnings: readonly string[]
  /** Absences that were not there yet. */
  readonly absencesAdded: number
}

/** What a file is read as. Nothing is stored. Throws 'invalid-input' that says why nothing of it can be read. */
export async function previewRoster(
  context: BackendContext,
  { uploadId, ...reading }: z.output<typeof previewRosterInput>,
) {
  const into = await planInto(context, reading)
  const { report, warnings } = await context.transfers.withUpload(uploadId, (file) =>
    read(context, file, { reading, into, planName: null }),
  )
  return { ...report, warnings }
}

/** Stores what a file is read as: all of it or nothing. */
export async function storeRoster(
  context: BackendContext,
  { uploadId, ...storing }: z.output<typeof storeRosterInput>,
): Promise<StoredRoster> {
  const into = await planInto(context, storing)
  const answer = await context.transfers.withUpload(uploadId, (file) =>
    read(context, file, { reading: storing, into, planName: storing.name }),
  )
  const refusal = await refusalIn(context, storing, { answer, into })
  if (refusal !== null) throw new AppError(refusal)
  return store(context, storing, { answer, into })
}

/** As both, of a file of this computer. */
export async function importRosterFile(
  context: BackendContext,
  { file, isDryRun, isStrict, ...storing }: z.output<typeof rosterFileInput>,
): Promise<{
  readonly report: RosterReport
  readonly stored: StoredRoster | null
  readonly warnings: readonly string[]
  /** Why it cannot be stored, dry run or not: what was read is there all the same, to be looked at. */
  readonly refusal: ErrorReport | null
}> {
  const into = await planInto(context, storing)
  const answer = await read(context, file, { reading: storing, into, planName: storing.name })
  const { report, warnings } = answer
  const refusal = await refusalIn(context, storing, { answer, into })
  const isStopped = refusal !== null || isDryRun || (isStrict && report.notUnderstoodCount > 0)
  return { report, warnings, refusal, stored: isStopped ? null : await store(context, storing, { answer, into }) }
}

interface ReadAs {
  readonly reading: Reading
  readonly into: PlanSummary | null
  readonly planName: string | null
}

async function read(context: BackendContext, file: string, { reading, into, planName }: ReadAs): Promise<RosterAnswer> {
  const { workspaceId, fileName, names, now, ...options } = reading
  const work = context.data.work()
  const [workspace, agents, remembered] = await Promise.all([
    workspaceById(work, workspaceId),
    listAgents(context, workspaceId),
    work.rosterNames(workspaceId),
  ])
  const surroundings = await surroundingsOf(context, workspaceId, agents)
  const timeZone = into?.timeZone ?? options.timeZone ?? timeZoneOf(workspace, context)
  return context.data.withRosters((rosters) =>
    rosters.read({
      file,
      name: nameOfFile(fileName),
      planName,
      timeZone,
      isZoneChosen: into !== null || options.timeZone !== null,
      dateOrder: options.dateOrder,
      usualOrder: options.usualOrder,
      sheet: options.sheet,
      firstDayOfWeek: options.firstDayOfWeek,
      datesOnly: options.datesOnly,
      today: parseLocalDate(localDateOf(now ?? context.clock(), timeZone)),
      agents: agents.map(({ id, name, rules }) => ({ id, name, email: rules.email ?? null })),
      chosen: namesOf(names),
      remembered: namesOf(remembered),
      surroundings,
    }),
  )
}

interface Read {
  readonly answer: RosterAnswer
  readonly into: PlanSummary | null
}

async function refusalIn(
  context: BackendContext,
  { workspaceId, withAbsences }: Storing,
  { answer, into }: Read,
): Promise<ErrorReport | null> {
  return refusalOf(answer.report, { into, withAbsences, agents: await listAgents(context, workspaceId) })
}

async function store(context: BackendContext, storing: Storing, { answer, into }: Read): Promise<StoredRoster> {
  const { workspaceId, names, withAbsences } = storing
  const { report, plan, warnings } = answer
  const work = context.data.work()
  const hasPlan = report.understood.shifts > 0 || report.understood.shape === 'plan'
  const { weeks } = report.understood
  let change: StoredRoster['change'] = null
  let planId: string | null = null
  if (hasPlan && into !== null) {
    planId = into.id
    change = await work.replaceDays(workspaceId, planId, {
      plan,
      first: weeks === null ? 0 : parseLocalDate(weeks.from),
      last: weeks === null ? 6 : parseLocalDate(weeks.to),
      label: 'Import roster',
    })
  } else if (hasPlan) planId = await work.createPlanFromJson(workspaceId, plan)
  const absencesAdded = withAbsences ? await storeAbsences(context, workspaceId, report) : 0
  if (names.length > 0) await work.rememberRosterNames(workspaceId, names)
  const stored = planId === null ? null : await storedPlan(context, storing, { planId, isNew: into === null })
  return { plan: stored, change, warnings, absencesAdded }
}

/** A plan as lists show it. Whether a publication is in force depends on those of all plans; a new plan has none. */
async function storedPlan(
  context: BackendContext,
  { workspaceId, now }: Storing,
  { planId, isNew }: { readonly planId: string; readonly isNew: boolean },
): Promise<StoredPlanOutput | null> {
  const plans = isNew
    ? describePlans([await context.data.work().planSummary(workspaceId, planId)], now ?? context.clock())
    : await listPlans(context, { workspaceId, now })
  return plans.find(({ id }) => id === planId) ?? null
}

async function storeAbsences(
  context: BackendContext,
  workspaceId: string,
  { absences }: RosterReport,
): Promise<number> {
  const work = context.data.work()
  const found = absences.map(({ agentId, kind, from, to, start, end }) => ({
    id: randomUUID(),
    agentId: agentId!,
    kind,
    from,
    to,
    part: start === null || end === null ? null : parseWallRange(start, end),
    note: '',
  }))
  const fresh = newTimeOff(found, await work.listTimeOff(workspaceId))
  if (fresh.length > 0) await work.saveTimeOff(workspaceId, fresh)
  return fresh.length
}

/** Throws 'not-found', 'conflict' where it is archived, or in another zone than is asked for. */
async function planInto(
  context: BackendContext,
  { workspaceId, into, timeZone }: Pick<Reading, 'workspaceId' | 'into' | 'timeZone'>,
): Promise<PlanSummary | null> {
  if (into === null) return null
  const plan = (await context.data.work().listPlans(workspaceId)).find(({ id }) => id === into)
  if (plan === undefined)
    throw new AppError({
      code: 'not-found',
      message: 'The plan is not there any more.',
      kept: 'Nothing was stored.',
      next: 'Choose another plan, or make a new one.',
    })
  if (timeZone !== null && timeZone !== plan.timeZone)
    throw new AppError({
      code: 'conflict',
      message: `The plan "${plan.name}" is in the time zone ${plan.timeZone}, so shifts in ${timeZone} cannot go into it.`,
      kept: 'Nothing was stored.',
      next: 'Leave the time zone out, or make a new plan.',
    })
  return plan
}

function nameOfFile(fileName: string): string {
  const name = basename(fileName, extname(fileName)).trim()
  return clip(name === '' ? 'Roster' : name, PLAN_LIMITS.nameLength)
}
