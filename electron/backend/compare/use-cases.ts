import type { z } from 'zod'
import { calibrationOf } from '../../../shared/compare/calibration.ts'
import { recordDamaged } from '../../store/store-notice.ts'
import { damagedRecord } from '../../store/stored-value.ts'
import type { BackendContext } from '../core/context.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { listAgents } from '../agents/use-cases.ts'
import { isPredicting, predictBeforeComparing } from '../publishing/predicting.ts'
import { computeFromCache, computeFromWork } from '../threads/read-cache.ts'
import { compareTableText } from './compare-csv.ts'
import { planOf } from '../prediction/use-cases.ts'
import { datesKnownOf } from '../prediction/week-query.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { replayOutput } from './replay-output.ts'
import { describeComparedWeek, describePublishedWeek } from './describe-week.ts'
import type { csvInput, listInput, replayInput, weekInput, weeksInput } from './inputs.ts'

/** Of every plan the weeks in which it is in force, beside what happened; the newest first. Rates and parts are fractions of 1. */
export async function compareList(context: BackendContext, query: z.output<typeof listInput>) {
  await predictBeforeComparing(context, query.workspaceId)
  const predicting = isPredicting(context, query.workspaceId)
  const { now, weeks, notPredicted, next, revision, damaged } = await computeFromWork(
    context,
    query.workspaceId,
    (computer) => computer.comparedWeeks(query),
  )
  noticeDamaged(context, damaged)
  return {
    /** Weeks of a plan that was just published are being predicted. */
    isPredicting: predicting,
    /** The clock of the last sync; null: none was finished. */
    now: now === null ? null : new Date(now).toISOString(),
    weeks: weeks.map(({ state, total, unknownPoolVisitors, starvedPools, adherence, ...week }) => ({
      ...describePublishedWeek(week),
      state,
      total,
      unknownPoolVisitors,
      starvedPools,
      adherence,
    })),
    /** Weeks that have begun and were never predicted. */
    notPredicted: notPredicted.map(describePublishedWeek),
    /** The publication that begins next; null: none is to come. */
    next: next === null ? null : describePublishedWeek(next),
    /** Over all plans. */
    calibration: calibrationOf(weeks.map(({ total }) => total.insideBand80)),
    revision,
  }
}

/** The weeks of every plan that have begun and in which it is in force, the newest first. `now`: what counts as the present, ISO. */
export async function listWeeks(context: BackendContext, query: z.output<typeof weeksInput>) {
  await predictBeforeComparing(context, query.workspaceId)
  const { now, weeks } = await computeFromWork(context, query.workspaceId, (computer) => computer.publishedWeeks(query))
  return {
    now: new Date(now ?? 0).toISOString(),
    weeks: weeks.map((week) => ({ ...describePublishedWeek(week), isPredicted: week.isPredicted })),
  }
}

/** A published week beside what happened, by day and hour, with its agents by name. Throws 'not-found' where it was never predicted. */
export async function comparedWeek(context: BackendContext, query: z.output<typeof weekInput>) {
  const { workspaceId } = query
  const week = await computeFromWork(context, workspaceId, (computer) => computer.comparedWeek(query))
  if ('damaged' in week) {
    noticeDamaged(context, [week.damaged])
    throw damagedRecord(week.damaged)
  }
  const agentNames = new Map((await listAgents(context, workspaceId)).map(({ id, name }) => [id, name]))
  return describeComparedWeek(week, agentNames)
}

/** A table of one week as CSV. */
export async function compareCsv(context: BackendContext, { table, ...query }: z.output<typeof csvInput>) {
  const week = await comparedWeek(context, query)
  return {
    fileName: safeFileName(`compare-${table}-${week.planName}-${week.week}`.replaceAll(/[\s/\\]+/gu, '-'), 'csv'),
    text: compareTableText([week], table),
  }
}

/** What the visitors of past days would have met under a plan. Throws 'not-found' where nothing is known of them, or of the time before. */
export async function replayPlan(
  context: BackendContext,
  {
    workspaceId,
    timeZone: asked,
    from,
    to,
    plan: choice,
    learned,
    organizationId,
    until,
  }: z.output<typeof replayInput>,
) {
  const work = context.data.work()
  const plan = await planOf(context, workspaceId, choice)
  const timeZone = asked ?? timeZoneOf(await workspaceById(work, workspaceId), context)
  const [datesKnown, published] = await Promise.all([
    datesKnownOf(context, workspaceId, from),
    work.publishedPlans(workspaceId),
  ])
  const query = { workspaceId, organizationId, timeZone, from, to, learned, plan, datesKnown, published }
  const { organization, pool, revision, ...replay } = await computeFromCache(context, workspaceId, (computer) =>
    computer.replay({ ...query, visitorsPerAgent: null, ...(until === null ? {} : { until }) }),
  )
  return { output: replayOutput(replay, query), organization, pool, revision }
}

/** Once each: what is damaged stays so. */
function noticeDamaged({ notices, onNotice }: BackendContext, records: readonly string[]): void {
  for (const { message } of records.map(recordDamaged)) if (!notices.includes(message)) onNotice(message)
}
