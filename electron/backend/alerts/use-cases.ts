import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import {
  ALERT_LIMITS,
  digestReviewOf,
  reviewOf,
  type AlertChannel,
  type AlertRule,
} from '../../../shared/alerts/alert-rule.ts'
import { alertText, exampleFigures, testText, type AlertEventText } from '../../../shared/alerts/alert-text.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import type { BackendContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { alertsOf } from './alerts.ts'
import { AddressProblem, checkHost } from './check-address.ts'
import type { Delivery } from './delivery.ts'
import { readyChannels } from './deliver.ts'
import { digestText } from './digest.ts'
import { endOfQuiet } from './look.ts'
import { checkWebhook } from './post-webhook.ts'
import { alertSecretsOf, targetOf, variablesOf } from './secrets.ts'
import { sendMessage } from './send-message.ts'
import { wordingOf } from './wording.ts'
import type {
  channelInput,
  episodeInput,
  previewRuleInput,
  ruleInput,
  saveChannelInput,
  saveDigestInput,
  saveRuleInput,
  typedChannel,
} from './inputs.ts'

type TypedChannel = z.output<typeof typedChannel>

/** What is wrong now and worth a banner. */
export async function activeAlerts(context: BackendContext, workspaceId: string) {
  const active = await alertsOf(context).active(await workspaceById(context.data.work(), workspaceId))
  return active.map(({ isAlert, ...alert }) => ({ ...alert, isAlert }))
}

/** No banner any more of an episode that goes on. */
export async function dismissAlert(
  context: BackendContext,
  { workspaceId, ruleId, subject }: z.output<typeof episodeInput>,
): Promise<void> {
  await workspaceById(context.data.work(), workspaceId)
  await context.data.work().dismissAlert(workspaceId, { ruleId, subject })
}

/** Rules, channels and the digest, with the outcome of the last messages. No secret is among it. */
export async function alertSettings(context: BackendContext, workspaceId: string) {
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const { rules, channels, digest, deliveries } = await work.alertSettings(workspaceId)
  const { off } = await readyChannels(context, workspaceId, channels)
  return {
    rules: rules.map((rule) => ({
      ...rule,
      isReviewed: rule.channels.length === 0 || rule.reviewed === reviewOf(rule),
    })),
    channels: channels.map((channel) => ({
      ...channel,
      variables: variablesOf(channel),
      /** null: this process can send by it. */
      off: off.find((one) => one.channel.id === channel.id)?.problem ?? null,
      last: lastOf(deliveries.find(({ channelId }) => channelId === channel.id)),
    })),
    digest: { ...digest, isReviewed: digest.channels.length === 0 || digest.reviewed === digestReviewOf(digest) },
    test: testText(await wordingOf(context, workspace)),
  }
}

/** Every text that a rule can send, as it would be sent, and what proves that it was shown. */
export async function previewRule(context: BackendContext, { workspaceId, rule }: z.output<typeof previewRuleInput>) {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const wording = await wordingOf(context, workspace)
  const now = context.clock()
  const t = wording.format.texts.alerts
  const isPerson = rule.measure === 'absent'
  const isPool = !isPerson && rule.measure !== 'sync-failing' && rule.scope.kind !== 'all'
  const isOrganization = rule.measure === 'organization-health'
  const event = (kind: AlertEventText['kind']): AlertEventText => ({
    kind,
    rule: rule.name,
    name: isOrganization
      ? t.exampleOrganization
      : isPool
        ? t.examplePool
        : isPerson && rule.names
          ? t.exampleAgent
          : null,
    since: now - HOUR_MS,
    figures: exampleFigures(rule.measure, {
      now,
      minutes: rule.minutes,
      target: rule.measure === 'nobody-online' ? 100 : (rule.threshold ?? workspace.settings.targetCoverage),
    }),
  })
  return {
    texts: [alertText(event('raised'), wording), alertText(event('resolved'), wording)],
    review: reviewOf(rule),
  }
}

/** Stores a rule. Throws 'conflict' where its texts would leave the computer and were not shown. */
export async function saveRule(
  context: BackendContext,
  { workspaceId, rule, review }: z.output<typeof saveRuleInput>,
): Promise<{ readonly ruleId: string }> {
  const { data } = context
  const workspace = await workspaceById(data.work(), workspaceId)
  const { rules, channels } = await data.work().alertSettings(workspaceId)
  const id = rule.id ?? randomUUID()
  const known = rules.find((one) => one.id === id)
  if (known === undefined && rules.length >= ALERT_LIMITS.rules) throw tooMany()
  const sent: AlertRule = {
    ...rule,
    id,
    channels: rule.channels.filter((channel) => channels.some((one) => one.id === channel)),
    reviewed: null,
  }
  const needed = reviewOf(sent)
  if (sent.channels.length > 0 && review !== needed && known?.reviewed !== needed) throw notShown()
  await data
    .work()
    .saveAlertRule(
      workspaceId,
      { ...sent, reviewed: sent.channels.length === 0 ? null : needed },
      endOfQuietNow(context, workspace, known ?? sent),
    )
  return { ruleId: id }
}

export async function removeRule(
  context: BackendContext,
  { workspaceId, ruleId }: z.output<typeof ruleInput>,
): Promise<void> {
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const rule = (await work.alertSettings(workspaceId)).rules.find(({ id }) => id === ruleId)
  await work.removeAlertRule(workspaceId, ruleId, endOfQuietNow(context, workspace, rule))
}

/** When messages of a rule may leave; also those that say that it watches no more. */
function endOfQuietNow(context: BackendContext, workspace: WorkspaceRecord, rule: AlertRule | undefined): number {
  const clock = context.clock()
  return rule === undefined ? clock : endOfQuiet(clock, rule, timeZoneOf(workspace, context))
}

/**
 * Checks the address of a channel and stores it: what is secret with the secrets, the rest in the workspace. Nothing is sent. An address of
 * this computer or its network is answered, not stored, until the user has confirmed it.
 */
export async function saveChannel(
  context: BackendContext,
  { workspaceId, channel: typed, mayBePrivate }: z.output<typeof saveChannelInput>,
): Promise<
  { readonly kind: 'saved'; readonly channelId: string } | { readonly kind: 'private'; readonly host: string }
> {
  const work = context.data.work()
  await workspaceById(work, workspaceId)
  const { channels } = await work.alertSettings(workspaceId)
  const secrets = alertSecretsOf(context)
  const id = typed.id ?? randomUUID()
  const before = channels.find((one) => one.id === id)
  if (before === undefined && channels.length >= ALERT_LIMITS.channels) throw tooMany()
  if (
    channels.some((one) => one.id !== id && variablesOf(one).url === variablesOf({ ...one, id, name: typed.name }).url)
  )
    throw invalid('Another channel has this name, or one that differs in no letter or digit.', 'Choose another name.')
  const known = before === undefined ? null : await secrets.of(workspaceId, before).catch(() => null)
  try {
    const { channel, address, isPrivate } = await checked(typed, { id, address: known?.address ?? null })
    const wasConfirmed = before?.mayBePrivate === true && before.host === channel.host && before.kind === channel.kind
    if (isPrivate && !mayBePrivate && !wasConfirmed) return { kind: 'private', host: channel.host }
    const stored: AlertChannel = { ...channel, mayBePrivate: isPrivate }
    const isSameServer = before !== undefined && before.host === channel.host
    const password =
      typed.kind === 'email' ? (typed.password ?? (isSameServer ? (known?.password ?? null) : null)) : null
    await secrets.remember(workspaceId, id, {
      target: targetOf(stored),
      address,
      key: typed.kind === 'json' ? (typed.key ?? known?.key ?? null) : null,
      password: password === '' ? null : password,
    })
    await work.saveAlertChannel(workspaceId, stored)
    return { kind: 'saved', channelId: id }
  } catch (thrown) {
    if (thrown instanceof AddressProblem) throw addressFailure(thrown)
    throw thrown
  }
}

export async function removeChannel(
  context: BackendContext,
  { workspaceId, channelId }: z.output<typeof channelInput>,
): Promise<void> {
  await workspaceById(context.data.work(), workspaceId)
  await context.data.work().removeAlertChannel(workspaceId, channelId)
  await alertSecretsOf(context).forget(workspaceId, channelId)
}

/** Sends the test text, which the page has shown, by one channel, now and once. */
export async function testChannel(
  context: BackendContext,
  { workspaceId, channelId }: z.output<typeof channelInput>,
): Promise<Delivery> {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const { channels } = await context.data.work().alertSettings(workspaceId)
  const { ready, off } = await readyChannels(
    context,
    workspaceId,
    channels.filter(({ id }) => id === channelId),
  )
  const found = ready.get(channelId)
  if (found === undefined) return { kind: 'failed', problem: off[0]?.problem ?? 'no-secret' }
  return sendMessage({
    ...found,
    now: context.clock(),
    message: {
      id: randomUUID().replaceAll('-', ''),
      kind: 'test',
      text: testText(await wordingOf(context, workspace)),
      startSending: async () => true,
    },
  })
}

/** The digest as it would be sent now, and what proves that it was shown. */
export async function previewDigest(
  context: BackendContext,
  { workspaceId, digest }: Pick<z.output<typeof saveDigestInput>, 'workspaceId' | 'digest'>,
) {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  return { texts: [await digestText(context, workspace)], review: digestReviewOf(digest) }
}

/** Throws 'conflict' where the digest would leave the computer and was not shown. */
export async function saveDigest(
  { data }: BackendContext,
  { workspaceId, digest, review }: z.output<typeof saveDigestInput>,
): Promise<void> {
  await workspaceById(data.work(), workspaceId)
  const { channels, digest: before } = await data.work().alertSettings(workspaceId)
  const sent = { ...digest, channels: digest.channels.filter((id) => channels.some((one) => one.id === id)) }
  const needed = digestReviewOf(sent)
  if (sent.isOn && sent.channels.length > 0 && review !== needed && before.reviewed !== needed) throw notShown()
  await data.work().saveDigest(workspaceId, { ...sent, reviewed: review === needed ? needed : before.reviewed })
}

async function checked(
  typed: TypedChannel,
  known: { readonly id: string; readonly address: string | null },
): Promise<{ readonly channel: AlertChannel; readonly address: string | null; readonly isPrivate: boolean }> {
  const { id } = known
  if (typed.kind === 'email') {
    const { password: _, ...fields } = typed
    const host = await checkHost(typed.host)
    if (typed.security === 'none' && !host.isLoopback) throw new AddressProblem('insecure')
    return { channel: { ...fields, id, mayBePrivate: false }, address: null, isPrivate: host.isPrivate }
  }
  const address = typed.address === null || typed.address.trim() === '' ? known.address : typed.address.trim()
  if (address === null) throw new AddressProblem('bad-address')
  const { url, host } = await checkWebhook(address)
  return {
    channel: { kind: typed.kind, id, name: typed.name, host: url.host, mayBePrivate: false },
    address,
    isPrivate: host.isPrivate,
  }
}

function lastOf(
  delivery:
    | { readonly state: string; readonly problem: string | null; readonly at: number; readonly waiting: number }
    | undefined,
) {
  if (delivery === undefined) return null
  const { state, problem, at, waiting } = delivery
  return {
    state: isSettled(state) ? state : ('waiting' as const),
    problem,
    at: new Date(at).toISOString(),
    waiting,
  }
}

function isSettled(state: string): state is 'sent' | 'failed' | 'unconfirmed' {
  return state === 'sent' || state === 'failed' || state === 'unconfirmed'
}

const ADDRESS_FAILURES: Readonly<Record<string, readonly [message: string, next: string]>> = {
  'name-not-found': [
    'There is no computer of this name, or it cannot be looked up now.',
    'Check the address and try again.',
  ],
  'bad-address': [
    'This is not an address that messages can be sent to.',
    'Copy the whole https:// address from the service.',
  ],
  insecure: [
    'This address is not encrypted, and leads out of this computer.',
    'Use an https:// address, or TLS or STARTTLS for a mail server.',
  ],
  'forbidden-address': [
    'This address belongs to a range that receives no messages, such as link-local addresses.',
    'Use the address that the service shows.',
  ],
}

function addressFailure({ problem }: AddressProblem): AppError {
  const [message, next] = ADDRESS_FAILURES[problem] ?? ADDRESS_FAILURES['bad-address']!
  return invalid(message, next)
}

function invalid(message: string, next: string): AppError {
  return new AppError({ code: 'invalid-input', message, kept: 'Nothing was saved or sent.', next })
}

function tooMany(): AppError {
  return invalid(
    `A workspace can have ${ALERT_LIMITS.rules} alerts and ${ALERT_LIMITS.channels} channels.`,
    'Remove one first.',
  )
}

function notShown(): AppError {
  return new AppError({
    code: 'conflict',
    message: 'The texts of this alert have changed since they were shown.',
    kept: 'Nothing was saved or sent.',
    next: 'Look at the texts again.',
  })
}
