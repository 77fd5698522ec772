import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { clip } from '../../../shared/foundation/clip.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { hasWorkLeft, type Repair } from '../../../shared/optimise/repairs.ts'
import { isSameShift } from '../../../shared/plan/apply-step.ts'
import { inactiveOf } from '../../../shared/plan/inactive-agents.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { shiftsInZone } from '../../../shared/plan/shifts-in-zone.ts'
import { owedBreaksOf, type AgentRules, type Rules } from '../../../shared/plan/rules/rules.ts'
import { weekHours } from '../../../shared/plan/staffing/week-hours.ts'
import { toDated } from '../../../shared/plan/starting-points.ts'
import type { PlanStep } from '../../../shared/plan/step.ts'
import { instantOfWallTime } from '../../../shared/plan/week-clock.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { weekOf } from '../plans/plan-entries.ts'
import { planRulesOf } from '../plans/plan-rules.ts'
import { publishPlan } from '../publishing/use-cases.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { allTimeOff } from '../time-off/use-cases.ts'
import { absencesOn } from './absences.ts'
import type { gapQuery, takeRepairInput, undoRepairInput } from './inputs.ts'
import { dayOf } from './use-cases.ts'

/** What is known of an agent that limits no work. */
const NO_LIMITS: ReadonlySet<string> = new Set([
  'pools',
  'timeZone',
  'hourlyCost',
  'vacationDays',
  'holidayCalendar',
  'wishes',
])

function areRules(rules: AgentRules): boolean {
  return Object.entries(rules).some(
    ([name, rule]) =>
      !NO_LIMITS.has(name) && rule !== null && rule !== undefined && !(Array.isArray(rule) && rule.length === 0),
  )
}

/**
 * What the rest of today loses without an agent, and the best three ways to cover for them, by the plan in force. null: nothing of theirs
 * is left today. Instants are ISO.
 */
export async function gap(context: BackendContext, input: z.output<typeof gapQuery>) {
  const found = await gapOf(context, input)
  if (found === null) return null
  const { plan, rules, report, agents } = found
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  return {
    planName: plan.name,
    plan: { kind: plan.kind, timeZone: plan.timeZone },
    lost: report.lost,
    /** Whether there is any rule of work to keep, beside time off. */
    hasRules:
      areRules(rules.plan.limits) ||
      owedBreaksOf(rules.plan).length > 0 ||
      agents.some((agent) => areRules(agent.rules)),
    repairs: report.repairs.map((repair) => ({
      kind: repair.kind,
      agentId: repair.agentId,
      name: names.get(repair.agentId) ?? repair.agentId,
      ...timesOf(repair, plan.timeZone),
      coveredGain: repair.coveredGain,
      hours: repair.hours,
      /** Overtime included; null: it is not known what an hour of the agent costs. */
      cost: costOf(repair, found),
      violations: repair.violations,
    })),
  }
}

/**
 * Takes one of the best three ways into the plan in force, as a step that can be undone in its editor, and publishes it. A plan of real
 * weeks that was not edited since it was published is changed itself; of any other the present week becomes a plan of its own, which holds
 * for this week alone. Throws 'conflict' where the way is no longer one of them.
 */
export async function takeRepair(
  context: BackendContext,
  { repair: wanted, ...input }: z.output<typeof takeRepairInput>,
) {
  const { workspaceId } = input
  const found = await gapOf(context, { ...input, timeZone: null, until: null })
  const taken = found?.report.repairs.find(
    (one) =>
      one.agentId === wanted.agentId &&
      one.kind === wanted.kind &&
      JSON.stringify(timesOf(one, found.plan.timeZone).after) === JSON.stringify(wanted.after),
  )
  if (found === null || taken === undefined)
    throw new AppError({
      code: 'conflict',
      message: 'This is no longer one of the best ways to cover.',
      kept: 'The plan was not changed.',
      next: 'Choose one of those that are shown now.',
    })
  const { planId, plan, firstWeek, lastWeek } = await editableWeek(context, workspaceId, found)
  const work = context.data.work()
  const step: PlanStep = { id: randomUUID(), label: 'Cover for absent agent', ...changeIn(plan, taken), details: null }
  const { revision: before } = await work.readPlan(workspaceId, planId)
  await work.applyToPlan(workspaceId, planId, { expectedRevision: before, operations: [{ kind: 'do', step }] })
  const { revision } = await work.readPlan(workspaceId, planId)
  await publishAgain(context, { workspaceId, planId, firstWeek, lastWeek, revision })
  return { planId, planName: plan.name, firstWeek, lastWeek, revision }
}

/** Takes a repair back, and publishes the plan without it. Throws 'plan-changed' where the plan was edited since. */
export async function undoRepair(context: BackendContext, input: z.output<typeof undoRepairInput>): Promise<void> {
  const { workspaceId, planId, firstWeek, lastWeek, revision } = input
  const work = context.data.work()
  await work.applyToPlan(workspaceId, planId, { expectedRevision: revision, operations: [{ kind: 'undo' }] })
  const { revision: after } = await work.readPlan(workspaceId, planId)
  await publishAgain(context, { workspaceId, planId, firstWeek, lastWeek, revision: after })
}

interface PublishedWeeks {
  readonly workspaceId: string
  readonly planId: string
  readonly firstWeek: string
  readonly lastWeek: string | null
  readonly revision: number
}

async function publishAgain(context: BackendContext, { revision, ...weeks }: PublishedWeeks): Promise<void> {
  await publishPlan(context, { ...weeks, expectedRevision: revision, now: null, isPredicted: false })
}

type Found = NonNullable<Awaited<ReturnType<typeof gapOf>>>

/** null: nothing of the agent is left today. */
async function gapOf(context: BackendContext, { workspaceId, agentId, timeZone, until }: z.output<typeof gapQuery>) {
  const now = until ?? context.clock()
  const { query, inForce } = await dayOf(context, workspaceId, { clock: now, timeZone })
  const planIndex = inForce.findIndex(({ plan }) => hasWorkLeft({ plan, absentId: agentId, now }))
  const found = inForce[planIndex]
  if (found === undefined) return null
  const { plan, planId, publication } = found
  const agents = await listAgents(context, workspaceId)
  const { settings } = await context.data.work().readPlan(workspaceId, planId)
  const timeOff = Map.groupBy(await allTimeOff(context, workspaceId, agents), (entry) => entry.agentId)
  const rules: Rules = {
    plan: planRulesOf(settings),
    agents: Object.fromEntries(agents.map(({ id, rules: own }) => [id, own])),
    inactive: inactiveOf(agents),
    timeOff: Object.fromEntries(timeOff),
  }
  const isAsked = ({ present, inactiveSince, rules: { pools } }: (typeof agents)[number]): boolean =>
    present && inactiveSince === null && (plan.poolId === null || (pools ?? [plan.poolId]).includes(plan.poolId))
  const absences = await absencesOn(context, query)
  const report = await computeFromCache(context, workspaceId, (computer) =>
    computer.fillGap({
      ...query,
      plans: inForce.map((one) => one.plan),
      absences,
      planIndex,
      rules,
      absentId: agentId,
      agentIds: agents.filter(isAsked).map(({ id }) => id),
      now,
    }),
  )
  const otherPlans = inForce.filter((one) => one !== found).map((one) => one.plan)
  return report === null
    ? null
    : { plan, otherPlans, planId, publication, date: query.date, rules, report, agents, settings }
}

/** A shift as it is before and after a repair, with ISO instants. */
function timesOf({ before, after }: Pick<Repair, 'before' | 'after'>, timeZone: string) {
  const iso = (day: number, minute: number): string => new Date(instantOfWallTime(timeZone, day, minute)).toISOString()
  const range = ({ day, startMinute, endMinute }: Pick<Shift, 'day' | 'startMinute' | 'endMinute'>) => ({
    start: iso(day, startMinute),
    end: iso(day, endMinute),
  })
  const times = (shift: Shift) => ({
    ...range(shift),
    breaks: shift.breaks.map((one) => range({ day: shift.day, ...one })),
  })
  return { before: before === null ? null : times(before), after: times(after) }
}

/** What the week of the agent costs more, with the hours that they work under other plans. */
function costOf(
  { agentId, before, after }: Repair,
  { plan, otherPlans, publication, rules, date }: Found,
): number | null {
  const firstDate = weekOf(date, publication.firstWeek)
  const weekOfPlan = (one: Plan): Plan => toDated(one, { firstDate, weeks: 1, newId: randomUUID })
  const week = weekOfPlan(plan)
  const elsewhere = otherPlans.flatMap((one) => shiftsInZone(weekOfPlan(one), plan.timeZone))
  const own = week.shifts.filter((shift) => shift.agentId === agentId)
  const others = before === null ? own : own.filter((shift) => !isSameShift({ ...shift, id: before.id }, before))
  const besides = elsewhere.filter((shift) => shift.agentId === agentId)
  const costs = [own, [...others, after]].map(
    (shifts) =>
      weekHours(inOrder({ ...week, shifts: [...shifts, ...besides] }), { rules, firstDate }).byAgent.get(agentId)?.cost,
  )
  const [now = 0, then = null] = costs
  return now === null || then === null ? null : then - now
}

/** The stored plan that is changed, with the weeks for which it is published. */
async function editableWeek(
  context: BackendContext,
  workspaceId: string,
  { planId, plan, publication, date, settings }: Found,
): Promise<{
  readonly planId: string
  readonly plan: Plan
  readonly firstWeek: string
  readonly lastWeek: string | null
}> {
  const work = context.data.work()
  const week = weekOf(date, publication.firstWeek)
  const stored = await work.readPlan(workspaceId, planId)
  if (plan.kind === 'dated' && stored.revision === publication.revision)
    return { planId, plan: stored.plan, firstWeek: week, lastWeek: publication.lastWeek }
  const ofWeek = toDated(plan, { firstDate: week, weeks: 1, newId: randomUUID })
  const id = await work.createPlan(workspaceId, { ...ofWeek, name: `${clip(plan.name, 100)}, ${week}` }, settings)
  return { planId: id, plan: (await work.readPlan(workspaceId, id)).plan, firstWeek: week, lastWeek: week }
}

/** A repair as a change of the shifts that a plan has under its own ids. */
function changeIn(plan: Plan, { before, after }: Repair): Pick<PlanStep, 'removed' | 'added'> {
  if (before === null) return { removed: [], added: [{ ...after, id: randomUUID() }] }
  const own = plan.shifts.find((shift) => isSameShift({ ...shift, id: before.id, note: before.note }, before))
  if (own === undefined)
    throw new AppError({
      code: 'conflict',
      message: `The plan has no such shift on ${formatLocalDate(before.day)} any more.`,
      kept: 'The plan was not changed.',
      next: 'Open the plan and change it there.',
    })
  return { removed: [own], added: [{ ...after, id: own.id, note: own.note }] }
}
