import { currentFormat } from '../../format/format-context.tsx'
import type { Inputs, Outputs } from '../../app/rpc/procedures.ts'
import { type SourceMappingInput, sourceMappingSchema } from '../../../shared/contract/source/mapping.ts'

export type SourceInput = Omit<Inputs['source']['test'], 'connection' | 'lookId'> &
  Pick<Inputs['source']['connect'], 'connection'>
export type SourceAnswer = Outputs['source']['test']
export type GoodAnswer = Extract<SourceAnswer, { readonly ok: true }>
export type TablesAnswer = Outputs['source']['tables']
export type PreviewAnswer = Outputs['source']['preview']
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
        : {
            kind: 'fields',
            host: draft.host.trim(),
            port: typedPort(draft.port),
            database: filledIn(draft.database),
            user: filledIn(draft.user),
          },
    password: draft.password === '' ? null : draft.password,
    tls: draft.tls === '' ? null : draft.tls,
    caFile: filledIn(draft.caFile),
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
  const t = currentFormat().texts.connect
  if (way === 'fields') {
    if (host.trim() === '')
      return {
        field: 'host',
        message: t.needsHost,
      }
    const isPort = /^\d+$/u.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535
    return port.trim() === '' || isPort ? null : { field: 'port', message: t.needsPort }
  }
  const typed = url.trim()
  if (typed === '') return { field: 'url', message: t.needsUrl }
  if (/\s/u.test(typed)) return { field: 'url', message: t.urlWithSpace }
  if (!/^postgres(ql)?:\/\//iu.test(typed)) return { field: 'url', message: t.urlWithoutScheme }
  return /^postgres(ql)?:\/\/./iu.test(typed) ? null : { field: 'url', message: t.urlWithoutHost }
}

/** The draft of a connection that is remembered. */
export function connectDraft(source: { readonly url: string; readonly mapping?: unknown }): ConnectDraft {
  const mapping = sourceMappingSchema.safeParse(source.mapping ?? {}).success
    ? (source.mapping as SourceMappingInput | null | undefined)
    : null
  return { ...EMPTY_DRAFT, url: source.url, mapping: mapping ?? null }
}

function typedPort(text: string): number | null {
  const port = Number(text.trim())
  return text.trim() === '' || !Number.isInteger(port) ? null : port
}

function filledIn(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** The login works; it is the tables that are not as expected. */
export const ABOUT_TABLES = new Set([
  'source-table-missing',
  'source-column-missing',
  'source-permission',
  'source-wrong-type',
  'source-empty',
  'source-organization',
  'source-timeout',
])
