import { createHash } from 'node:crypto'
import { reviewOf, digestReviewOf, type AlertChannel } from '../../../shared/alerts/alert-rule.ts'
import { alertText, plainText, type MessageText } from '../../../shared/alerts/alert-text.ts'
import { HOUR_MS, SECOND_MS } from '../../../shared/foundation/minutes.ts'
import type { BackendContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { AddressProblem } from './check-address.ts'
import type { Delivery } from './delivery.ts'
import { alertSecretsOf, type ChannelSecrets } from './secrets.ts'
import { sendMessage } from './send-message.ts'
import { wordingOf } from './wording.ts'

type WorkThread = ReturnType<BackendContext['data']['work']>
type Message = NonNullable<Awaited<ReturnType<WorkThread['claimAlertMessage']>>>
type Settings = Awaited<ReturnType<WorkThread['alertSettings']>>

/** The channel that is this computer, as the store names it. */
const DESKTOP = 'desktop'
const FIRST_PAUSE_MS = 30 * SECOND_MS
/** Of one round: what is more waits for the next. */
const MOST_A_ROUND = 50

/** How sending a message ended, for who watches. */
export interface Delivered {
  readonly at: string
  readonly alert: string
  readonly channel: string
  readonly subject: string | null
  readonly state: 'sent' | 'failed'
  readonly text: string
}

/** Which channels of a workspace this process cannot send by, and why. */
export interface ChannelOff {
  readonly channel: AlertChannel
  readonly problem: 'no-secret' | 'keyring' | 'other-host' | 'bad-address'
}

/** Sends what is due of a workspace, each message once, whoever else does the same. */
export async function deliverDue(
  context: BackendContext,
  workspace: WorkspaceRecord,
): Promise<{ readonly delivered: readonly Delivered[]; readonly off: readonly ChannelOff[] }> {
  const work = context.data.work()
  const settings = await work.alertSettings(workspace.id)
  const { ready, off } = await readyChannels(context, workspace.id, settings.channels)
  const { notify } = context.host
  const deliverable = [...(notify === null ? [] : [DESKTOP]), ...ready.keys()]
  const delivered: Delivered[] = []
  if (deliverable.length === 0) return { delivered, off }
  for (let round = 0; round < MOST_A_ROUND; round += 1) {
    const message = await work.claimAlertMessage(workspace.id, deliverable, context.clock())
    if (message === null) break
    const text = await textOf(context, workspace, message)
    const how =
      message.channelId === DESKTOP
        ? show(context, text)
        : await send(context, { workspace, message, text, to: ready.get(message.channelId)!, settings })
    if (how.kind === 'lost') continue
    const clock = context.clock()
    await work.settleAlertMessage(workspace.id, {
      messageId: message.id,
      how: how.kind === 'retry' ? { ...how, dueAt: clock + pauseAfter(message.attempts, how.afterMs) } : how,
      clock,
    })
    const { event } = message
    delivered.push({
      at: new Date(clock).toISOString(),
      alert: event !== null && 'rule' in event ? event.rule : 'digest',
      channel: ready.get(message.channelId)?.channel.name ?? DESKTOP,
      subject: event !== null && 'rule' in event ? event.name : null,
      state: how.kind === 'sent' ? 'sent' : 'failed',
      text: how.kind === 'sent' ? plainText(text) : how.problem,
    })
  }
  return { delivered, off }
}

interface Ready {
  readonly channel: AlertChannel
  readonly secrets: ChannelSecrets
}

/** The channels of which this process has what it takes. */
export async function readyChannels(
  context: BackendContext,
  workspaceId: string,
  channels: readonly AlertChannel[],
): Promise<{ readonly ready: ReadonlyMap<string, Ready>; readonly off: readonly ChannelOff[] }> {
  const ready = new Map<string, Ready>()
  const off: ChannelOff[] = []
  for (const channel of channels) {
    try {
      const secrets = await alertSecretsOf(context).of(workspaceId, channel)
      if (secrets === null) off.push({ channel, problem: 'no-secret' })
      else ready.set(channel.id, { channel, secrets })
    } catch (thrown) {
      if (!(thrown instanceof AddressProblem)) throw thrown
      const { problem } = thrown
      off.push({ channel, problem: problem === 'other-host' || problem === 'keyring' ? problem : 'bad-address' })
    }
  }
  return { ready, off }
}

async function textOf(context: BackendContext, workspace: WorkspaceRecord, { event }: Message): Promise<MessageText> {
  if (event === null) return { title: '', lines: [] }
  return 'rule' in event ? alertText(event, await wordingOf(context, workspace)) : event
}

function show({ host }: BackendContext, { title, lines }: MessageText): Delivery {
  host.notify?.({ title, body: lines.join('\n') })
  return { kind: 'sent' }
}

interface Send {
  readonly workspace: WorkspaceRecord
  readonly message: Message
  readonly text: MessageText
  readonly to: Ready
  readonly settings: Settings
}

async function send(
  context: BackendContext,
  { workspace, message, text, to: { channel, secrets }, settings }: Send,
): Promise<Delivery> {
  // Nothing leaves the computer that was not shown before.
  if (message.event === null || !isReviewed(message, settings)) return { kind: 'failed', problem: 'not-reviewed' }
  return sendMessage({
    channel,
    secrets,
    now: context.clock(),
    message: {
      id: messageId(workspace.id, message),
      kind: message.kind,
      text,
      startSending: () => context.data.work().startSendingAlert(workspace.id, message.id, context.clock()),
    },
  })
}

function isReviewed({ kind, ruleId }: Message, { rules, digest }: Settings): boolean {
  if (kind === 'digest') return digest.reviewed === digestReviewOf(digest)
  const rule = rules.find(({ id }) => id === ruleId)
  // Of a rule that was removed, only the end of what was reviewed and sent is left in line.
  return rule === undefined ? kind === 'resolved' : rule.reviewed === reviewOf(rule)
}

/** Says nothing of what it is about, and is the same for each attempt. */
function messageId(workspaceId: string, { episode, kind, channelId }: Message): string {
  return createHash('sha256')
    .update(JSON.stringify([workspaceId, episode, kind, channelId]))
    .digest('hex')
    .slice(0, 32)
}

/** Half a minute, then twice as long each time, an hour at most; longer where the server asks for it. */
function pauseAfter(attempts: number, afterMs = 0): number {
  return Math.max(afterMs, Math.min(HOUR_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10)))
}
