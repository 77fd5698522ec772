import type { SourceSettings } from '../../../shared/contract/source-settings.ts'
import type { StarvedPoolOutput } from '../../../shared/contract/starved-output.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import type { CountryFilter, CoverageFigures, DataProblem } from '../../../shared/coverage/types.ts'
import type { SyncOptions, SyncOutcome, SyncProgress } from '../../sync/options.ts'
import type { MarkKind, StoredMark } from '../../store/mark-store.ts'
import type { CacheOverview, CellQuery, CellReport } from './app-queries.ts'
import type { PreviewRequest, SourcePreview } from './preview-source.ts'
import type { PlanApi } from './plan-api.ts'
import type { SourceAgent } from './plan-agents-query.ts'
import type { CountedDays } from '../../sync/would-forget.ts'
import type { ConnectionReport } from '../../sync/postgres/check-connection.ts'

/** The worker threads, by what they own. Each API is what the main thread may call. */
export const ROLES = ['writer', 'reader', 'compute', 'work'] as const
export type Role = (typeof ROLES)[number]

/** How to reach a source in this session: what is remembered, and a password that is not. */
export interface SourceAccess {
  readonly settings: SourceSettings
  readonly password: string | null
}

export interface CheckWishes {
  /** An organization without any visit or session is no failure: it may be new. */
  readonly mayBeEmpty?: boolean
}

/** One sync of one workspace. */
export interface SyncTask {
  readonly workspaceId: string
  readonly access: SourceAccess
  /** Limit of one query in the source. */
  readonly statementTimeoutMs: number
  readonly options: SyncOptions
}

/** What one caller of the writer thread may ask; what it starts, and hears of, is its own. */
export interface WriterApi {
  /** Connects and looks at what is there; throws what is wrong. Changes nothing. */
  check(access: SourceAccess, wishes?: CheckWishes): Promise<ConnectionReport>
  /** The tables, views and columns of the database. */
  tables(access: SourceAccess): Promise<ServerTables>
  /** Counts one day as a sync would, and keeps nothing of it. */
  preview(access: SourceAccess, request: PreviewRequest): Promise<SourcePreview>
  sync(task: SyncTask): Promise<SyncOutcome>
  /** Looks at a whole cache and puts right what is damaged, with a notice. */
  repair(workspaceId: string): Promise<void>
  /** Ends what this caller started. */
  cancel(): Promise<void>
}

/** What a caller of the writer hears. */
export interface WriterEvents {
  progress(progress: SyncProgress): void
  /** Something was put right, or is not as it should be, and the user should know. */
  notice(text: string): void
}

/** The writer thread as it is called across threads: every call names its caller. */
export interface WriterThread {
  check(caller: number, access: SourceAccess, wishes?: CheckWishes): Promise<ConnectionReport>
  tables(caller: number, access: SourceAccess): Promise<ServerTables>
  preview(caller: number, access: SourceAccess, request: PreviewRequest): Promise<SourcePreview>
  sync(caller: number, task: SyncTask): Promise<SyncOutcome>
  repair(caller: number, workspaceId: string): Promise<void>
  cancel(caller: number): Promise<void>
}

/** What the writer thread calls in the main thread. */
export interface WriterThreadEvents {
  progress(caller: number, progress: SyncProgress): void
  notice(caller: number, text: string): void
  /** The caller's sync goes on, though it has nothing to report. */
  alive(caller: number): void
}

export interface CoverageQuery {
  readonly workspaceId: string
  /** Local dates. */
  readonly from: string
  readonly to: string
  readonly timeZone: string
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
  /** null: the organization's own rule. */
  readonly countryFilter: CountryFilter | null
  /** Stands for *now* while nothing was ever synced. */
  readonly clock: number
  /** Whether agents who are away count as online; absent: they do. */
  readonly countAway?: boolean
}

export interface CoverageReport {
  readonly figures: CoverageFigures
  readonly now: number
  readonly knownShare: number
  readonly unknownDates: readonly string[]
  readonly agentData: boolean
  /** What agents online are counted from: sessions as recorded, or without the time away. */
  readonly agentsOnline: 'sessions' | 'present'
  readonly organization: string | null
  readonly pool: string | null
  readonly countryFilter: CountryFilter | null
  readonly hasCountry: boolean
  /** Of the pool that was asked for, or of all: pools that look uncovered although their agents are online. */
  readonly starvedPools: readonly StarvedPoolOutput[]
  /** What the last sync found doubtful in the source. */
  readonly problems: readonly DataProblem[]
  /** Grows with every change of the cache. */
  readonly revision: number
}

export interface ReaderApi {
  coverage(query: CoverageQuery): Promise<CoverageReport>
  /** The dates behind one cell of the heatmap. */
  cell(query: CellQuery): Promise<CellReport>
  overview(workspaceId: string): Promise<CacheOverview>
  agents(workspaceId: string): Promise<readonly SourceAgent[]>
  /** Closes a workspace's cache, before its files are moved or removed. */
  release(workspaceId: string): Promise<void>
}

export interface WorkspaceRecord {
  readonly id: string
  readonly name: string
  readonly source: SourceSettings | null
  /** false: nobody on this computer has named or confirmed the connection of `source`, and nothing may connect. */
  readonly isConfirmed: boolean
  /** What the newest of its days was counted from; null: nothing was, or it cannot be read. */
  readonly countedFrom: string | null
  readonly settings: WorkspaceSettings
  readonly organization: string | null
  /** Clock of the last sync. */
  readonly now: number | null
  readonly lastUsed: number | null
  readonly bytes: number
  readonly problem: string | null
}

/** Days that a user marked, by workspace. */
export interface MarkApi {
  /** By date, the oldest first. */
  listMarks(id: string): Promise<readonly StoredMark[]>
  /** In the place of the date's mark, if it has one. */
  saveMark(id: string, mark: { readonly date: string; readonly kind: MarkKind; readonly note: string }): Promise<StoredMark>
  /** false: there was none. */
  removeMark(id: string, date: string): Promise<boolean>
  /** Dates whose suggested mark was refused. */
  listRefusedSuggestions(id: string): Promise<readonly string[]>
  refuseSuggestion(id: string, date: string): Promise<void>
  /** false: it was not refused. */
  unrefuseSuggestion(id: string, date: string): Promise<boolean>
}

export interface WorkApi extends MarkApi, PlanApi {
  list(): Promise<readonly WorkspaceRecord[]>
  /** Opens what the user made, putting it right where it is damaged. */
  open(id: string): Promise<WorkspaceRecord>
  create(request: { readonly name: string; readonly source: SourceSettings; readonly settings?: Partial<WorkspaceSettings> }): Promise<WorkspaceRecord>
  /** Stores what changed and notes the use. A source is one that the user named just now, and so confirmed. */
  update(id: string, change: WorkspaceChange): Promise<WorkspaceRecord>
  /** The user has seen where this connection leads and wants it. Throws 'conflict' where it is another by now. */
  confirmSource(id: string, url: string): Promise<WorkspaceRecord>
  /** What a screen kept; null: nothing. */
  viewState(id: string, screen: string): Promise<unknown>
  /** Throws 'invalid-input' where the state holds a password. */
  saveViewState(id: string, screen: string, state: unknown): Promise<void>
  rename(id: string, name: string): Promise<WorkspaceRecord>
  backup(request: { readonly id: string; readonly file: string; readonly overwrite: boolean }): Promise<{ readonly bytes: number }>
  /** Writes the workspace into a file beside its other backups. */
  backupBeforeRemap(id: string): Promise<{ readonly file: string }>
  /** What the cache has counted, and from what; null: nothing, or it cannot be read. */
  countedDays(id: string): Promise<(CountedDays & { readonly fingerprints: readonly string[] }) | null>
  restore(request: { readonly file: string; readonly name: string | null }): Promise<WorkspaceRecord>
  erase(id: string): Promise<void>
  /** What opening files had to put right since the last call. */
  takeNotices(): Promise<readonly string[]>
}

export interface WorkspaceChange {
  readonly source?: SourceSettings
  readonly settings?: Partial<WorkspaceSettings>
  readonly lastUsed?: number
}
