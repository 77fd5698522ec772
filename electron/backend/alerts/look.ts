import type { AlertRule } from '../../../shared/alerts/alert-rule.ts'
import { type AlertEventText, alertText, plainText } from '../../../shared/alerts/alert-text.ts'
import { isQuietHour } from '../../../shared/alerts/episode.ts'
import {
  isComplete,
  judge,
  judgeSync,
  type AlertSample,
  type JudgedOrganization,
  type Judgement,
} from '../../../shared/alerts/judge.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { isActiveStatus } from '../../../shared/health/dashboard-score.ts'
import { localHourOf } from '../../../shared/time/hours-of-week.ts'
import type { BackendContext, SyncedWorkspace } from '../core/context.ts'
import { recentHealth } from '../health/use-cases.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { today, WHOLE_DAY } from '../today/use-cases.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { wordingOf } from './wording.ts'

/** What happened longer ago is not worth an alert. */
const OLD_MS = 30 * MINUTE_MS
const QUARTER_MS = 15 * MINUTE_MS

/** What a look found, for whoever watches. */
export interface AlertChange {
  readonly at: string
  /** Name of the rule. */
  readonly alert: string
  /** Name of the pool or agent; null: all together. */
  readonly subject: string | null
  readonly state: 'raised' | 'resolved'
  readonly text: string
  /** What the text says. */
  readonly event: AlertEventText
}

/** Looks at the rules of a workspace after a sync. `every`: how far syncs are apart, minutes. What changes is claimed in the work file, once. */
export async function lookAtRules(
  context: BackendContext,
  { workspaceId, now }: SyncedWorkspace,
  every: number,
): Promise<readonly AlertChange[]> {
  if (context.clock() - now > OLD_MS) return []
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const rules = (await work.alertSettings(workspaceId)).rules.filter(
    ({ isOn, measure }) => isOn && measure !== 'sync-failing' && measure !== 'organization-health',
  )
  if (rules.length === 0) return []
  const sample = await sampleFor(context, workspaceId, rules)
  const changes: AlertChange[] = []
  for (const rule of rules) {
    const judgements = judge(rule, sample, workspace.settings.targetCoverage)
    const look = { rule, at: sample.now, every, judgements, isComplete: isComplete(rule, sample) }
    changes.push(...(await step(context, workspace, look)))
  }
  return changes
}

/** Looks at whether syncs of a workspace fail for too long. */
export async function lookAtSync(
  context: BackendContext,
  workspace: WorkspaceRecord,
  { isFailing, every }: { readonly isFailing: boolean; readonly every: number },
): Promise<readonly AlertChange[]> {
  if (workspace.now === null) return []
  const { rules } = await context.data.work().alertSettings(workspace.id)
  const at = context.clock()
  const changes: AlertChange[] = []
  for (const rule of rules) {
    if (!rule.isOn || rule.measure !== 'sync-failing') continue
    const judgements = [judgeSync(rule, { now: at, lastSync: workspace.now, isFailing })]
    changes.push(...(await step(context, workspace, { rule, at, every, judgements, isComplete: true })))
  }
  return changes
}

/** Organizations of a connection are counted again where the last count is older. */
const COUNTED_MS = HOUR_MS
/** A fall goes on until the class is better, however long nobody looks: looks count as days apart. */
const FALL_EVERY_MINUTES = (60 * DAY_MS) / MINUTE_MS

/** Looks at which organizations of the connection fell a class. Throws 'source-*' where they cannot be counted. */
export async function lookAtOrganizations(
  context: BackendContext,
  workspace: WorkspaceRecord,
): Promise<readonly AlertChange[]> {
  const { rules } = await context.data.work().alertSettings(workspace.id)
  const wanted = rules.filter(({ isOn, measure }) => isOn && measure === 'organization-health')
  if (wanted.length === 0) return []
  const organizations = await organizationsOf(context, workspace)
  const at = context.clock()
  const sample: AlertSample = { ...NOTHING_ASKED, now: at, organizations }
  const changes: AlertChange[] = []
  for (const rule of wanted) {
    const judgements = judge(rule, sample, workspace.settings.targetCoverage)
    const look = { rule, at, every: FALL_EVERY_MINUTES, judgements, isComplete: isComplete(rule, sample) }
    changes.push(...(await step(context, workspace, look)))
  }
  return changes
}

async function organizationsOf(
  context: BackendContext,
  workspace: WorkspaceRecord,
): Promise<readonly JudgedOrganization[] | null> {
  const report = await recentHealth(context, workspace, COUNTED_MS)
  if (report === null) return null
  const { source } = workspace
  const ownId = source?.kind === 'postgres' ? source.organizationId : null
  return report.organizations.map(({ id, name, status, level, fall, own, healthScore }) => ({
    id,
    name: name ?? id,
    isOwn: id === ownId,
    isActive: status === null || isActiveStatus(status),
    level,
    fall,
    score: own.score,
    dashboardScore: healthScore,
  }))
}

const NOTHING_ASKED = { minutes: new Map(), next: null, agents: null, organizations: null, poolNames: new Map() }

interface Step {
  readonly rule: AlertRule
  readonly at: number
  readonly every: number
  readonly judgements: readonly Judgement[]
  readonly isComplete: boolean
}

async function step(
  context: BackendContext,
  workspace: WorkspaceRecord,
  { rule, at, every, judgements, isComplete: isWhole }: Step,
): Promise<readonly AlertChange[]> {
  const clock = context.clock()
  const zone = timeZoneOf(workspace, context)
  const changed = await context.data.work().stepAlerts(workspace.id, {
    ruleId: rule.id,
    at,
    clock,
    // By the clock by which messages are due; the database may have another.
    isQuiet: isQuietAt(clock, rule, zone),
    dueAt: endOfQuiet(clock, rule, zone),
    every,
    judgements,
    isComplete: isWhole,
  })
  if (changed.length === 0) return []
  const wording = await wordingOf(context, workspace)
  return changed.map(({ ruleId: _rule, subject: _subject, ...event }) => ({
    at: new Date(clock).toISOString(),
    alert: event.rule,
    subject: event.name,
    state: event.kind,
    text: plainText(alertText(event, wording)),
    event,
  }))
}

export function isQuietAt(instant: number, rule: AlertRule, timeZone: string): boolean {
  return isQuietHour(localHourOf(instant, timeZone), rule.quiet)
}

/** The first moment from `instant` on that is not quiet. */
export function endOfQuiet(instant: number, rule: AlertRule, timeZone: string): number {
  let at = instant
  while (isQuietAt(at, rule, timeZone)) at = Math.floor(at / QUARTER_MS) * QUARTER_MS + QUARTER_MS
  return at
}

/** What the rules look at, and no more: the chance of the next visitor and who is absent take a prediction. */
async function sampleFor(
  context: BackendContext,
  workspaceId: string,
  rules: readonly AlertRule[],
): Promise<AlertSample> {
  const asks = (...measures: readonly AlertRule['measure'][]): boolean =>
    rules.some(({ measure }) => measures.includes(measure))
  const minutes = [
    ...new Set(
      rules.filter(({ measure }) => measure === 'coverage' || measure === 'nobody-online').map((rule) => rule.minutes),
    ),
  ]
  const last = await computeFromCache(context, workspaceId, (computer) =>
    computer.lastMinutes({ workspaceId, minutes }),
  )
  const day = asks('next-visitor', 'absent') ? await today(context, { ...WHOLE_DAY, workspaceId }) : null
  return {
    organizations: null,
    now: last.now,
    minutes: new Map(last.minutes),
    next: day?.next ?? null,
    agents:
      day?.agents.map(({ agentId, name, state, shift }) => ({
        agentId,
        name,
        state: state === 'missing' ? 'missing' : state === 'absent' ? 'marked' : 'fine',
        shift: shift === null ? null : { start: Date.parse(shift.start), end: Date.parse(shift.end) },
        poolIds: last.members.filter((member) => member.agentId === agentId).map(({ poolId }) => poolId),
      })) ?? null,
    poolNames: new Map(last.poolNames.map(([id, name]) => [id, name ?? id])),
  }
}
