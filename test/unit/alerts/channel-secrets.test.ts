import { expect, it } from 'vitest'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import { alertSecretsOf } from '../../../electron/backend/alerts/secrets.ts'
import type { AlertChannel } from '../../../shared/alerts/alert-rule.ts'

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
  const parts = { data: {}, environment, host: { secrets: null }, log: { hide: () => undefined } }
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
