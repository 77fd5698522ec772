import { createDemoSource } from '../../sync/demo/demo-source.ts'
import { parseConnectionUrl } from '../../sync/postgres/connection-url.ts'
import { resolveConnection, type ConnectionSettings } from '../../sync/postgres/connection-settings.ts'
import { DEFAULT_MAPPING, parseMapping, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import type { PageRules } from '../../sync/page-classing.ts'
import { createPostgresSource } from '../../sync/postgres/postgres-source.ts'
import type { Source } from '../../sync/source.ts'
import type { SourceSettings } from '../../../shared/contract/source-settings.ts'

/** How to reach a source in this session: what is remembered, and a password that is not. */
export interface SourceAccess {
  readonly settings: SourceSettings
  readonly password: string | null
}

export type PostgresSettings = Extract<SourceSettings, { readonly kind: 'postgres' }>

export interface OpenSourceRequest {
  readonly access: SourceAccess
  /** Limit of one query in the source. */
  readonly statementTimeoutMs: number
  /** By which visits are divided by their pages; null or absent: they are not. */
  readonly pages?: PageRules | null
  /** Called whenever the source answered. */
  readonly onAnswer?: () => void
}

/** The source that settings describe; it connects when it is first asked. `now` is the demo's present. */
export function openSource(
  { access: { settings, password }, statementTimeoutMs, pages = null, onAnswer = () => undefined }: OpenSourceRequest,
  now: number,
): Source {
  switch (settings.kind) {
    case 'demo':
      return createDemoSource({ now, pages })
    case 'postgres':
      return createPostgresSource({ ...postgresOptions(settings, password), statementTimeoutMs, pages, onAnswer })
  }
}

/** How to reach a Postgres: what is remembered, with the password that was chosen for it, else that of .pgpass. */
export function postgresOptions(
  { url, mapping }: PostgresSettings,
  password: string | null,
): { readonly connection: ConnectionSettings; readonly mapping: SourceMapping } {
  const connection = resolveConnection(
    { ...parseConnectionUrl(url), ...(password === null ? {} : { password }) },
    process.env,
  )
  return { connection, mapping: mapping === null ? DEFAULT_MAPPING : parseMapping(mapping) }
}
