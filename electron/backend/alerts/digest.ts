import { digestReviewOf, type DigestSettings } from '../../../shared/alerts/alert-rule.ts'
import type { MessageText } from '../../../shared/alerts/alert-text.ts'
import { hoursOnDays } from '../../../shared/recommend/index.ts'
import { localHourOf } from '../../../shared/time/hours-of-week.ts'
import { addDays, dayOfWeekOf, localDateOf } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { coverageReport } from '../coverage/use-cases.ts'
import { predictPlan } from '../prediction/use-cases.ts'
import { blocksInput } from '../staffing/inputs.ts'
import { staffingBlocks } from '../staffing/use-cases.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { dayOf } from '../today/use-cases.ts'
import { reportInput } from '../coverage/inputs.ts'
import { predictInput } from '../prediction/inputs.ts'
import { timeZoneOf } from '../workspaces/workspace-by-id.ts'
import { wordingOf } from './wording.ts'

/** A digest is sent until so many days after its day, where the app was closed on it. */
const LATEST_DAYS = 2
const MOST_BLOCKS = 3

/** Puts this week's digest in line, once it is due and where it was not yet; whoever comes first writes it. */
export async function enqueueDigest(context: BackendContext, workspace: WorkspaceRecord): Promise<void> {
  const work = context.data.work()
  const { digest } = await work.alertSettings(workspace.id)
  const clock = context.clock()
  const week = dueWeek(digest, { clock, timeZone: timeZoneOf(workspace, context) })
  if (week === null || workspace.now === null || (await work.hasDigest(workspace.id, week))) return
  const { title, lines } = await digestText(context, workspace)
  await work.enqueueDigest(workspace.id, {
    week,
    channels: digest.channels,
    event: { title, lines: [...lines] },
    clock,
  })
}

/** The local date of the digest that is due now; null: none is. */
function dueWeek(
  digest: DigestSettings,
  { clock, timeZone }: { readonly clock: number; readonly timeZone: string },
): string | null {
  if (!digest.isOn || digest.channels.length === 0 || digest.reviewed !== digestReviewOf(digest)) return null
  const today = localDateOf(clock, timeZone)
  const daysLate = (dayOfWeekOf(today) - digest.dayOfWeek + 7) % 7
  if (daysLate > LATEST_DAYS || (daysLate === 0 && localHourOf(clock, timeZone) < digest.hour)) return null
  return addDays(today, -daysLate)
}

/** Last week's coverage, what to change, the plan in force and what it promises: as it would be sent now. */
export async function digestText(context: BackendContext, workspace: WorkspaceRecord): Promise<MessageText> {
  const { id: workspaceId } = workspace
  const wording = await wordingOf(context, workspace)
  const { timeZone, format } = wording
  const t = format.texts.alerts.digest
  const today = localDateOf(context.clock(), timeZone)
  // The seven days before the local week that goes on.
  const thisWeek = addDays(today, -((dayOfWeekOf(today) - format.weekOrder[0]! + 7) % 7))
  const range = { workspaceId, from: addDays(thisWeek, -7), to: addDays(thisWeek, -1), timeZone }
  const { totals, previous } = await coverageReport(context, reportInput.parse(range))
  const hasVisitors = totals.totalPageviews > 0
  const lines: string[] = []
  if (hasVisitors)
    lines.push(
      t.week({
        range: format.dateRange(range.from, range.to),
        count: totals.totalPageviews,
        covered: format.count(totals.pageviewsWithAgent),
        missed: format.count(totals.missedOpportunities),
      }),
    )
  if (previous.totals.totalPageviews > 0 && previous.knownShare === 1)
    lines.push(t.before({ rate: format.rate(previous.totals.coverageRate) }))
  const { blocks } = await staffingBlocks(context, blocksInput.parse(range))
  if (blocks.length > 0) lines.push(t.change)
  for (const { dayIndices, startHour, endHour, suggestedAgents, expectedRecoveredPerWeek } of blocks.slice(
    0,
    MOST_BLOCKS,
  ))
    lines.push(
      t.block({
        when: hoursOnDays(dayIndices, format.hourRange(startHour, endHour), format),
        agents: suggestedAgents,
        count: Math.round(expectedRecoveredPerWeek),
      }),
    )
  if (blocks.length === 0 && hasVisitors) lines.push(t.nothing)
  lines.push(...(await planLines(context, workspaceId, { thisWeek, timeZone, format })))
  lines.push(t.source({ workspace: wording.workspace }))
  return { title: hasVisitors ? t.title({ rate: format.rate(totals.coverageRate) }) : t.noTitle, lines }
}

async function planLines(
  context: BackendContext,
  workspaceId: string,
  {
    thisWeek,
    timeZone,
    format,
  }: {
    readonly thisWeek: string
    readonly timeZone: string
    readonly format: Awaited<ReturnType<typeof wordingOf>>['format']
  },
): Promise<readonly string[]> {
  const t = format.texts.alerts.digest
  const { inForce } = await dayOf(context, workspaceId)
  if (inForce.length === 0) return [t.noPlan]
  const names = t.plan({ name: format.list(inForce.map(({ plan }) => plan.name)) })
  const [only, ...others] = inForce
  // What plans of single pools promise together is on the Today screen; of one plan it is one figure.
  if (others.length > 0) return [names]
  const { output } = await predictPlan(
    context,
    predictInput.parse({ workspaceId, week: thisWeek, timeZone, plan: { kind: 'given', plan: only!.plan } }),
  )
  const { coverageRate, lower80, upper80 } = output.week
  return coverageRate === null
    ? [names]
    : [
        names,
        t.prediction({
          rate: format.rate(coverageRate),
          lower: format.rate(lower80 ?? coverageRate),
          upper: format.rate(upper80 ?? coverageRate),
        }),
      ]
}
