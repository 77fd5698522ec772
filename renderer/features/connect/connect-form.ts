import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

export type SourceInput = inferRouterInputs<AppRouter>['source']['test']
export type SourceAnswer = inferRouterOutputs<AppRouter>['source']['test']
export type GoodAnswer = Extract<SourceAnswer, { readonly ok: true }>

export const TLS_MODES = ['prefer', 'disable', 'allow', 'require', 'verify-ca', 'verify-full'] as const
export type TlsMode = (typeof TLS_MODES)[number]

/** Names that differ from the usual ones, as typed; empty: as usual. */
export type NameDrafts = Readonly<Record<string, string>>

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
  readonly names: NameDrafts
  /** The names of a mapping that the form cannot show; it stays. */
  readonly mapping: unknown
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
  names: {},
  mapping: null,
}

interface MappedName {
  /** Where the name stands in the mapping: "pageviews.createdAt". */
  readonly path: string
  readonly label: string
  readonly usual: string
}

interface MappedGroup {
  readonly title: string
  readonly names: readonly MappedName[]
}

/** What can be named otherwise, with the usual names; docs/source-database.md has the whole of it. */
export const MAPPED_GROUPS: readonly MappedGroup[] = [
  { title: 'Schema', names: [{ path: 'schema', label: 'Schema of the tables', usual: 'public' }] },
  {
    title: 'Visits',
    names: [
      { path: 'pageviews.table', label: 'Table of visits', usual: 'widget_pageviews' },
      { path: 'pageviews.organizationId', label: 'Organization', usual: 'organization_id' },
      { path: 'pageviews.poolId', label: 'Pool', usual: 'pool_id' },
      { path: 'pageviews.agentId', label: 'Agent who was available', usual: 'agent_id' },
      { path: 'pageviews.country', label: 'Country of the visitor', usual: 'visitor_country_code' },
      { path: 'pageviews.createdAt', label: 'When the visitor came', usual: 'created_at' },
    ],
  },
  {
    title: 'Agents’ sessions',
    names: [
      { path: 'sessions.table', label: 'Table of sessions', usual: 'agent_sessions' },
      { path: 'sessions.id', label: 'Id', usual: 'id' },
      { path: 'sessions.agentId', label: 'Agent', usual: 'agent_id' },
      { path: 'sessions.organizationId', label: 'Organization', usual: 'organization_id' },
      { path: 'sessions.startedAt', label: 'When it started', usual: 'started_at' },
      { path: 'sessions.endedAt', label: 'When it ended', usual: 'ended_at' },
    ],
  },
  {
    title: 'Organizations, pools, agents and calls (optional)',
    names: [
      { path: 'organizations.table', label: 'Table of organizations', usual: 'organizations' },
      { path: 'pools.table', label: 'Table of pools', usual: 'agent_pools' },
      { path: 'agents.table', label: 'Table of agents', usual: 'agent_profiles' },
      { path: 'poolMembers.table', label: 'Table of who serves which pool', usual: 'agent_pool_members' },
      { path: 'calls.table', label: 'Table of calls', usual: 'call_logs' },
    ],
  },
]

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
    mapping: mappingOf(draft) as SourceInput['mapping'],
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
  return { ...EMPTY_DRAFT, url: source.url, names: namesOf(source.mapping), mapping: source.mapping ?? null }
}

/** The mapping as the backend takes it: only what differs, or null where nothing does. */
function mappingOf({ names, mapping }: ConnectDraft): unknown {
  const result = structuredClone(isRecord(mapping) ? mapping : {})
  for (const { path, usual } of MAPPED_GROUPS.flatMap((group) => group.names)) {
    const typed = names[path]?.trim() ?? ''
    setAt(result, path.split('.'), typed === '' || typed === usual ? undefined : typed)
  }
  return Object.keys(result).length === 0 ? null : result
}

function namesOf(mapping: unknown): NameDrafts {
  const known = MAPPED_GROUPS.flatMap((group) => group.names).map(({ path }) => [path, getAt(mapping, path.split('.'))] as const)
  return Object.fromEntries(known.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'))
}

function setAt(target: Record<string, unknown>, [first, second]: readonly string[], value: string | undefined): void {
  if (first === undefined) return
  if (second === undefined) {
    if (value === undefined) delete target[first]
    else target[first] = value
    return
  }
  const inner = isRecord(target[first]) ? { ...target[first] } : {}
  if (value === undefined) delete inner[second]
  else inner[second] = value
  // A table that is null is not read at all, and stays so.
  if (target[first] === null && value === undefined) return
  if (Object.keys(inner).length === 0) delete target[first]
  else target[first] = inner
}

function getAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function portOf(text: string): number | null {
  const port = Number(text.trim())
  return text.trim() === '' || !Number.isInteger(port) ? null : port
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
