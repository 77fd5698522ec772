import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'
import { type SourceMappingInput, sourceMappingSchema } from '../../../shared/contract/source/mapping.ts'

export type SourceInput = inferRouterInputs<AppRouter>['source']['test']
export type SourceAnswer = inferRouterOutputs<AppRouter>['source']['test']
export type GoodAnswer = Extract<SourceAnswer, { readonly ok: true }>
export type TablesAnswer = inferRouterOutputs<AppRouter>['source']['tables']
export type PreviewAnswer = inferRouterOutputs<AppRouter>['source']['preview']
export type GoodPreview = Extract<PreviewAnswer, { readonly ok: true }>

export const TLS_MODES = ['prefer', 'disable', 'allow', 'require', 'verify-ca', 'verify-full'] as const
export type TlsMode = (typeof TLS_MODES)[number]

/** What stands in the form, as it was typed. */
export interface ConnectDraft {
  readonly way: 'url' | 'fields'
  readonly url: string
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
  readonly password: string
  /** '': as the URL says, else `prefer`. */
  readonly tls: TlsMode | ''
  readonly caFile: string
  /** The mapping in force, or one from a file; null: the usual names. */
  readonly mapping: SourceMappingInput | null
}

export const EMPTY_DRAFT: ConnectDraft = {
  way: 'url',
  url: '',
  host: '',
  port: '',
  database: '',
  user: '',
  password: '',
  tls: '',
  caFile: '',
  mapping: null,
}

/** What to ask the backend, from what was typed. */
export function sourceInput(draft: ConnectDraft, organizationId: string | null): SourceInput {
  return {
    connection:
      draft.way === 'url'
        ? { kind: 'url', url: draft.url.trim() }
        : { kind: 'fields', host: draft.host.trim(), port: portOf(draft.port), database: textOf(draft.database), user: textOf(draft.user) },
    password: draft.password === '' ? null : draft.password,
    tls: draft.tls === '' ? null : draft.tls,
    caFile: textOf(draft.caFile),
    mapping: draft.mapping as SourceInput['mapping'],
    organizationId,
  }
}

export interface DraftProblem {
  readonly field: 'url' | 'host' | 'port'
  readonly message: string
}

/** What must be put right in the form before a test makes sense; null where nothing must. */
export function draftProblem({ way, url, host, port }: ConnectDraft): DraftProblem | null {
  if (way === 'fields') {
    if (host.trim() === '') return { field: 'host', message: 'Write the name or address of the machine with the database, such as localhost.' }
    const isPort = /^\d+$/u.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535
    return port.trim() === '' || isPort ? null : { field: 'port', message: 'A port is a number from 1 to 65535; 5432 is usual.' }
  }
  const typed = url.trim()
  if (typed === '') return { field: 'url', message: 'Write where the database is: postgres://user@host:5432/database' }
  if (/\s/u.test(typed)) return { field: 'url', message: 'This has a space in it, which a URL cannot have; write it as %20.' }
  if (!/^postgres(ql)?:\/\//iu.test(typed)) return { field: 'url', message: 'This does not begin with postgres://, as the URL of a database does.' }
  return /^postgres(ql)?:\/\/./iu.test(typed) ? null : { field: 'url', message: 'After postgres:// comes where the database is: user@host:5432/database' }
}

/** The draft of a connection that is remembered. */
export function draftOf(source: { readonly url: string; readonly mapping?: unknown }): ConnectDraft {
  const mapping = sourceMappingSchema.safeParse(source.mapping ?? {}).success ? (source.mapping as SourceMappingInput | null | undefined) : null
  return { ...EMPTY_DRAFT, url: source.url, mapping: mapping ?? null }
}

function portOf(text: string): number | null {
  const port = Number(text.trim())
  return text.trim() === '' || !Number.isInteger(port) ? null : port
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
