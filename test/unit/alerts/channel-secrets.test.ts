import { expect, it } from 'vitest'
import { readyChannels } from '../../../electron/backend/alerts/deliver.ts'
import type { SecretKeeper } from '../../../electron/backend/core/host-capabilities.ts'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import { alertSecretsOf, targetOf } from '../../../electron/backend/alerts/secrets.ts'
import type { AlertChannel } from '../../../shared/alerts/alert-rule.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'

const MAIL: AlertChannel = {
  kind: 'email',
  id: 'mail',
  name: 'Mail',
  host: 'mail.example.com',
  port: 587,
  mayBePrivate: false,
  security: 'starttls',
  user: '',
  from: 'covercast@example.com',
  to: ['lead@example.com'],
}

function secretsWith(environment: Readonly<Record<string, string>>) {
  const parts = { data: {}, environment, host: { secrets: null }, log: { hide: () => undefined }, clock: () => 0 }
  return alertSecretsOf(parts as unknown as BackendContext)
}

it('names the mail server of a channel in capitals or small letters', async () => {
  const secrets = secretsWith({ COVERCAST_ALERT_MAIL_URL: 'smtp://Mail.Example.com:587' })
  expect(await secrets.of('workspace', MAIL)).not.toBeNull()
  expect(await secrets.of('workspace', { ...MAIL, host: 'MAIL.example.com' })).not.toBeNull()
})

it('takes no other mail server', async () => {
  const secrets = secretsWith({ COVERCAST_ALERT_MAIL_URL: 'smtp://elsewhere.example.com:587' })
  await expect(secrets.of('workspace', MAIL)).rejects.toMatchObject({ problem: 'other-host' })
})

/** Locked until it is unlocked. */
function lockedKeyring() {
  let isLocked = true
  const refuse = async (): Promise<never> => {
    throw new Error('The keyring is locked.')
  }
  const kept = JSON.stringify({
    chat: { target: targetOf(CHAT), address: 'https://hooks.example/one', key: null, password: null },
  })
  const keeper: SecretKeeper = {
    get: async () => (isLocked ? refuse() : kept),
    set: refuse,
    remove: refuse,
  }
  return { keeper, unlock: () => void (isLocked = false) }
}
const CHAT: AlertChannel = { kind: 'slack', id: 'chat', name: 'Chat', host: 'hooks.example', mayBePrivate: false }

it('a keyring that cannot be opened stops only the channels that need it, until it is opened', async () => {
  let now = 0
  const { keeper, unlock } = lockedKeyring()
  const parts = {
    data: {},
    environment: { COVERCAST_ALERT_MAIL_URL: 'smtp://mail.example.com:587' },
    host: { secrets: keeper },
    log: { hide: () => undefined },
    clock: () => now,
  }
  const channels = async () => {
    const { ready, off } = await readyChannels(parts as unknown as BackendContext, 'workspace', [CHAT, MAIL])
    return { ready: [...ready.keys()], off: off.map(({ channel, problem }) => [channel.id, problem]) }
  }
  expect(await channels()).toEqual({ ready: ['mail'], off: [['chat', 'keyring']] })
  unlock()
  // It may ask its user, and is not asked with every message.
  expect((await channels()).off).toEqual([['chat', 'keyring']])
  now += 10 * MINUTE_MS
  expect(await channels()).toEqual({ ready: ['chat', 'mail'], off: [] })
})
