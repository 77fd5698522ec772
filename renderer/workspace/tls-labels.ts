import type { Overview } from './workspace-types.ts'

/** What a TLS mode gives. */
export const TLS_LABELS: Readonly<Record<NonNullable<Overview['unconfirmed']>['tls'], string>> = {
  prefer: 'encrypted if the server can',
  disable: 'never encrypted',
  allow: 'encrypted only if the server insists',
  require: 'always encrypted',
  'verify-ca': 'encrypted, certificate checked',
  'verify-full': 'encrypted, certificate and host name checked',
}
