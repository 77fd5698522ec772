import { digestReviewOf, type DigestSettings } from '../../../shared/alerts/alert-rule.ts'
import type { MessageText } from '../../../shared/alerts/alert-text.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { hoursOnDays } from '../../../shared/recommend/index.ts'
import { localHourOf } from '../../../shared/time/hours-of-week.ts'
import { addDays, datesBetween, dayOfWeekOf, localDateOf, localRange, weekStartOf } from '../../../shared/time/local.ts'
import { type BackendContext, perContext } from '../core/context.ts'
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
const DAYS_OF_WEEK = 7

/** What was looked at is not looked at again so soon: it takes a prediction. */
const PAUSE_MS = 15 * MINUTE_MS

interface Digests {
  /**
   * Puts this week's digest in line, once it is due, not there yet, and last week is wholly known, or can wait no longer; whoever comes
   * first writes it. true: it is in line now.
   */
  enqueue(workspace: WorkspaceRecord): Promise<boolean>
}

export const digestsOf = perContext(createDigests)

function createDigests(context: BackendContext): Digests {
  const looks = new Map<string, { readonly of: string; readonly at: number }>()
  return {
    async enqueue(workspace) {
      const work = context.data.work()
      const { digest } = await work.alertSettings(workspace.id)
      const clock = context.clock()
      const due = dueDigest(digest, { clock, timeZone: timeZoneOf(workspace, context) })
      if (due === null || workspace.now === null || (await work.hasDigest(workspace.id, due.week))) return false
      const last = looks.get(workspace.id)
      const of = JSON.stringify([due, workspace.now])
      if (last?.of === of && last.at <= clock && clock < last.at + PAUSE_MS) return false
      looks.set(workspace.id, { of, at: clock })
      const { text, isWhole } = await writeDigest(context, workspace)
      if (!isWhole && due.mayWait) return false
      await work.enqueueDigest(workspace.id, {
        week: due.week,
        channels: digest.channels,
        event: { title: text.title, lines: [...text.lines] },
        clock,
      })
      return true
    },
  }
}

/** The local date of the digest that is due now, and whether it can still wait for figures; null: none is. */
export function dueDigest(
  digest: DigestSettings,
  { clock, timeZone }: { readonly clock: number; readonly timeZone: string },
): { readonly week: string; readonly mayWait: boolean } | null {
  if (!digest.isOn || digest.channels.length === 0 || digest.reviewed !== digestReviewOf(digest)) return null
  const today = localDateOf(clock, timeZone)
  const daysLate = (dayOfWeekOf(today) - digest.dayOfWeek + 7) % 7
  const isBefore = localHourOf(clock, timeZone) < digest.hour
  if (daysLate > LATEST_DAYS || (daysLate === 0 && isBefore)) return null
  return { week: addDays(today, -daysLate), mayWait: daysLate < LATEST_DAYS || isBefore }
}

/** Last week's coverage, what to change, the plan in force and what it promises: as it would be sent now. */
export async function digestText(context: BackendContext, workspace: WorkspaceRecord): Promise<MessageText> {
  return (await writeDigest(context, workspace)).text
}

/** `isWhole`: all of last week is known. */
async function writeDigest(
  context: BackendContext,
  workspace: WorkspaceRecord,
): Promise<{ readonly text: MessageText; readonly isWhole: boolean }> {
  const { id: workspaceId } = workspace
  const wording = await wordingOf(context, workspace)
  const { timeZone, format } = wording
  const t = format.texts.alerts.digest
  const today = localDateOf(context.clock(), timeZone)
  // The seven days before the local week that goes on.
  const thisWeek = weekStartOf(today, format.weekOrder[0]!)
  const range = { workspaceId, from: addDays(thisWeek, -7), to: addDays(thisWeek, -1), timeZone }
  const { totals, previous, range: known } = await coverageReport(context, reportInput.parse(range))
  const syncedTo = Date.parse(known.now)
  const knownDays = datesBetween(range.from, range.to).filter(
    (date) => !known.unknownDates.includes(date) && localRange(date, date, timeZone).end <= syncedTo,
  ).length
  const isWhole = knownDays === DAYS_OF_WEEK
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
  if (!isWhole) lines.push(t.partly({ days: format.count(knownDays) }))
  if (previous.totals.totalPageviews > 0 && previous.knownShare === 1)
    lines.push(t.before({ rate: format.rate(previous.totals.coverageRate) }))
  const { blocks, poolNames } = await staffingBlocks(context, blocksInput.parse(range))
  if (blocks.length > 0) lines.push(t.change)
  for (const block of blocks.slice(0, MOST_BLOCKS)) {
    const when = hoursOnDays(block.dayIndices, format.hourRange(block.startHour, block.endHour), format)
    const figures = { agents: block.suggestedAgents, count: Math.round(block.expectedRecoveredPerWeek) }
    const pool = poolNames.find(({ poolId }) => poolId === block.poolId)?.name ?? format.texts.starvedPools.noPool
    // One pool is the whole.
    lines.push(poolNames.length > 1 ? t.poolBlock({ pool, when, ...figures }) : t.block({ when, ...figures }))
  }
  if (blocks.length === 0 && hasVisitors) lines.push(t.nothing)
  lines.push(...(await planLines(context, workspaceId, { thisWeek, timeZone, format })))
  lines.push(t.source({ workspace: wording.workspace }))
  const rate = format.rate(totals.coverageRate)
  const title = !hasVisitors ? t.noTitle : isWhole ? t.title({ rate }) : t.partlyTitle({ rate })
  return { text: { title, lines }, isWhole }
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
