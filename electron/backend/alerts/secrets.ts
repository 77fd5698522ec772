import { z } from 'zod'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { variableName, type AlertChannel } from '../../../shared/alerts/alert-rule.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { environmentSecret } from '../../sync/postgres/environment-secret.ts'
import { AddressProblem } from './check-address.ts'

const secretsSchema = z.strictObject({
  /** What it was given for (`targetOf`): it goes nowhere else, whatever the workspace's file says later. */
  target: z.string(),
  /** Of a webhook, whole. */
  address: z.string().nullable(),
  /** By which a webhook's messages are signed. */
  key: z.string().nullable(),
  /** Of a mail server. */
  password: z.string().nullable(),
})
export type ChannelSecrets = Readonly<z.infer<typeof secretsSchema>>
const keptSchema = z.record(z.string(), secretsSchema)

export interface AlertSecrets {
  /**
   * null: not known here. Throws an `AddressProblem` where the environment names another server than the channel, and where the keyring
   * cannot be opened and the environment knows nothing of it either.
   */
  of(workspaceId: string, channel: AlertChannel): Promise<ChannelSecrets | null>
  /** What was typed, for as long as the host keeps secrets. */
  remember(workspaceId: string, channelId: string, secrets: ChannelSecrets): Promise<void>
  forget(workspaceId: string, channelId: string): Promise<void>
  /** Of a workspace that is erased. */
  forgetAll(workspaceId: string): Promise<void>
}

/** Addresses, keys and passwords of channels: in the keyring where the host has one, else in memory; or from COVERCAST_ALERT_…. Never in a file of ours. */
export const alertSecretsOf = perContext(createAlertSecrets)

/** Variables of the environment that a channel goes by. */
export function variablesOf(channel: AlertChannel) {
  const name = `COVERCAST_ALERT_${variableName(channel)}`
  return { url: `${name}_URL`, key: `${name}_KEY`, password: `${name}_PASSWORD` }
}

/** The server, and who gets it: what a secret is for. */
export function targetOf(channel: AlertChannel): string {
  if (channel.kind !== 'email') return JSON.stringify([channel.kind, channel.host])
  const { host, port, security, user, from, to } = channel
  return JSON.stringify(['email', host, port, security, user, from, ...to])
}

/** A keyring that refused may ask its user each time: it is left alone for so long. */
const REFUSED_MS = 10 * MINUTE_MS

function createAlertSecrets({ host, log, environment, clock }: BackendContext): AlertSecrets {
  const inMemory = new Map<string, Record<string, ChannelSecrets>>()
  const refused = new Map<string, number>()
  const hide = ({ address, key, password }: ChannelSecrets): void => {
    for (const secret of [address, key, password]) if (secret !== null && secret !== '') log.hide(secret)
    // Of an address it is the path that opens the door, and failures name it alone.
    if (address !== null && URL.canParse(address)) {
      const { pathname, search } = new URL(address)
      if (pathname.length > 8) log.hide(pathname)
      if (search.length > 8) log.hide(search)
    }
  }
  const keptOf = async (workspaceId: string): Promise<Record<string, ChannelSecrets>> => {
    const known = inMemory.get(workspaceId)
    if (known !== undefined) return known
    const kept = readKept((await host.secrets?.get(keyOf(workspaceId))) ?? null)
    inMemory.set(workspaceId, kept)
    return kept
  }
  /** What cannot be read is asked for again: what a user removes must not stay because of it. */
  const keptOrNone = (workspaceId: string): Promise<Record<string, ChannelSecrets>> =>
    keptOf(workspaceId).catch(() => ({}))
  /** null: the keyring does not open now. */
  const readableOf = async (workspaceId: string): Promise<Record<string, ChannelSecrets> | null> => {
    const since = clock() - (refused.get(workspaceId) ?? Number.NEGATIVE_INFINITY)
    if (!inMemory.has(workspaceId) && since >= 0 && since < REFUSED_MS) return null
    try {
      return await keptOf(workspaceId)
    } catch {
      refused.set(workspaceId, clock())
      return null
    }
  }
  const keep = async (workspaceId: string, secrets: Record<string, ChannelSecrets>): Promise<void> => {
    inMemory.set(workspaceId, secrets)
    await (Object.keys(secrets).length === 0
      ? host.secrets?.remove(keyOf(workspaceId))
      : host.secrets?.set(keyOf(workspaceId), JSON.stringify(secrets)))
  }
  return {
    async of(workspaceId, channel) {
      // A keyring that cannot be opened now is tried again, and stops only what it is needed for.
      const all = await readableOf(workspaceId)
      const kept = all?.[channel.id]
      const secrets =
        kept !== undefined && kept.target === targetOf(channel) ? kept : fromEnvironment(channel, environment)
      if (secrets === null && all === null) throw new AddressProblem('keyring')
      if (secrets !== null) hide(secrets)
      return secrets
    },
    async remember(workspaceId, channelId, secrets) {
      hide(secrets)
      await keep(workspaceId, { ...(await keptOrNone(workspaceId)), [channelId]: secrets })
    },
    async forget(workspaceId, channelId) {
      const { [channelId]: _gone, ...others } = await keptOrNone(workspaceId)
      await keep(workspaceId, others)
    },
    async forgetAll(workspaceId) {
      inMemory.delete(workspaceId)
      await host.secrets?.remove(keyOf(workspaceId))
    },
  }
}

function fromEnvironment(channel: AlertChannel, environment: BackendContext['environment']): ChannelSecrets | null {
  const names = variablesOf(channel)
  const read = (name: string): string | null => environmentSecret(environment, name)
  const address = read(names.url)
  if (address === null) return null
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) throw new AddressProblem('bad-address')
  const isSame =
    channel.kind === 'email'
      ? /^smtps?:$/u.test(url.protocol) &&
        url.hostname.toLowerCase() === channel.host.toLowerCase() &&
        Number(url.port) === channel.port
      : url.host === channel.host
  if (!isSame) throw new AddressProblem('other-host')
  return {
    target: targetOf(channel),
    address: channel.kind === 'email' ? null : address,
    key: read(names.key),
    password: read(names.password),
  }
}

function keyOf(workspaceId: string): string {
  return `alerts/${workspaceId}`
}

function readKept(text: string | null): Record<string, ChannelSecrets> {
  if (text === null) return {}
  try {
    return keptSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}
