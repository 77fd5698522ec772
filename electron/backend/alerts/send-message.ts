import type { AlertChannel } from '../../../shared/alerts/alert-rule.ts'
import { assertNever } from '../../../shared/foundation/errors.ts'
import { discordBody } from './channels/discord.ts'
import { sendEmail } from './channels/email.ts'
import { jsonBody, signature } from './channels/json.ts'
import { slackBody } from './channels/slack.ts'
import { teamsBody } from './channels/teams.ts'
import type { Delivery, Outgoing } from './delivery.ts'
import { postWebhook, type LineOptions } from './post-webhook.ts'
import type { ChannelSecrets } from './secrets.ts'

export interface Sending {
  readonly channel: AlertChannel
  readonly secrets: ChannelSecrets
  readonly message: Outgoing
  readonly now: number
}

/** Sends one message by one channel, once. */
export async function sendMessage(
  { channel, secrets, message, now }: Sending,
  line: LineOptions = {},
): Promise<Delivery> {
  if (channel.kind === 'email') return sendEmail({ channel, password: secrets.password, message }, line)
  if (secrets.address === null) return { kind: 'retry', problem: 'no-secret' }
  const body = bodyOf(channel.kind, message)
  const isSigned = channel.kind === 'json' && secrets.key !== null && secrets.key !== ''
  return postWebhook(
    {
      address: secrets.address,
      mayBePrivate: channel.mayBePrivate,
      body,
      headers: isSigned ? { 'x-covercast-signature': signature(body, { key: secrets.key!, now }) } : {},
      startSending: message.startSending,
    },
    line,
  )
}

function bodyOf(kind: Exclude<AlertChannel['kind'], 'email'>, message: Outgoing): string {
  switch (kind) {
    case 'slack':
      return slackBody(message.text)
    case 'teams':
      return teamsBody(message.text)
    case 'discord':
      return discordBody(message.text)
    case 'json':
      return jsonBody(message)
    default:
      return assertNever(kind)
  }
}
