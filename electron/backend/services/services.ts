import type { CoverageOutput, MappingOutput, SyncOutput, WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import type { ConnectionReport } from '../../sync/postgres/check-connection.ts'
import type { SyncProgress } from '../../sync/options.ts'
import type { CompareCommands } from './compare-services.ts'
import type { ExportCommands } from './exports/export-services.ts'
import type { PlanCommands } from './plan-services.ts'
import type { PredictionServices } from './prediction-services.ts'
import type { RecommendServices } from './recommend-services.ts'

export type { SyncProgress }

/** Which workspace: by name, or the last used. */
export interface WorkspaceChoice {
  readonly workspace: string | null
}

export interface SyncRequest extends WorkspaceChoice {
  /** A postgres:// URL; null: the one remembered. */
  readonly sourceUrl: string | null
  readonly organizationId: string | null
  /** Apart from the URL; absent: that of the URL, else PGPASSWORD or .pgpass. null: only .pgpass may have one. */
  readonly password?: string | null
  /** What is kept for a remembered connection; null: nothing. */
  readonly keptPassword?: (target: string) => Promise<string | null>
  /** Names of the source's tables and columns that differ from the defaults; null: as remembered. */
  readonly mapping: unknown
  readonly now: number | null
  /** Local dates. */
  readonly from: string | null
  readonly to: string | null
  /** Settings to remember for the workspace, and to go by. */
  readonly settings: Partial<WorkspaceSettings>
  readonly full: boolean
  readonly reconcile: boolean
  readonly takeSource: boolean
  /** The source may change so that counted days are forgotten; the workspace is backed up first. */
  readonly remap: boolean
}

export interface DemoRequest extends WorkspaceChoice {
  readonly now: number | null
}

export interface RunningSync {
  readonly onProgress: (progress: SyncProgress) => void
  readonly signal: AbortSignal
  /** Something the user should know that is no failure. */
  readonly onNotice: (text: string) => void
}

export interface CoverageRequest extends WorkspaceChoice {
  /** Local dates; null: the last 30 days. */
  readonly from: string | null
  readonly to: string | null
  readonly timeZone: string | null
  /** null: the clock. Chooses default dates only. */
  readonly now: number | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
  /** null: the organization's own rule. */
  readonly countryFilter: CountryFilter | null
}

/** A coverage report with what a person needs to read it. */
export interface CoverageAnswer {
  readonly output: CoverageOutput
  readonly workspace: string
  readonly organization: string | null
  readonly pool: string | null
  /** Local dates of which nothing, or not all, is known. */
  readonly unknownDates: readonly string[]
  readonly countryFilter: CountryFilter | null
  /** false: the source has no countries, and the filter is off. */
  readonly hasCountry: boolean
}

export interface SourceCheck {
  readonly report: ConnectionReport
  readonly lines: readonly string[]
}

/** The use cases of every host. Each throws AppError with words for people. */
export interface Services extends PredictionServices, RecommendServices, PlanCommands, CompareCommands, ExportCommands {
  sync(request: SyncRequest, running: RunningSync): Promise<SyncOutput>
  /** Connects, looks, and says what is there; changes nothing. */
  check(request: SyncRequest, running: RunningSync): Promise<SourceCheck>
  /** The tables, views and columns of a source; changes nothing. */
  listTables(request: SyncRequest, running: RunningSync): Promise<ServerTables>
  /** The mapping that the tables of a source suggest, beginning with the one that is given or remembered; changes nothing. */
  suggestMapping(request: SyncRequest, running: RunningSync): Promise<MappingOutput>
  demo(request: DemoRequest, running: RunningSync): Promise<SyncOutput>
  coverage(request: CoverageRequest): Promise<CoverageAnswer>
  listWorkspaces(): Promise<readonly WorkspaceOutput[]>
  renameWorkspace(request: { readonly from: string; readonly to: string }): Promise<WorkspaceOutput>
  backupWorkspace(request: { readonly name: string | null; readonly file: string; readonly overwrite: boolean }): Promise<{ readonly file: string; readonly bytes: number; readonly workspace: string }>
  restoreWorkspace(request: { readonly file: string; readonly name: string | null }): Promise<WorkspaceOutput>
  eraseWorkspace(request: { readonly name: string }): Promise<{ readonly erased: string }>
  /** What went wrong and was put right while opening files; asked for once. */
  takeNotices(): Promise<readonly string[]>
  close(): Promise<void>
}
