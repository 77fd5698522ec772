import type { CoverageOutput, WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import type { ErrorReport } from '../../../shared/contract/errors.ts'
import type { SourceSettings } from '../../../shared/contract/source-settings.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import type { CountryFilter, CoverageFigures, CoverageSummary, DataProblem } from '../../../shared/coverage/types.ts'
import type { AppSettings } from '../../../shared/contract/app-settings.ts'
import type { AppExports } from './exports/export-services.ts'
import type { AppPrediction } from './app-prediction-services.ts'
import type { SyncJob } from '../jobs/job.ts'
import type { CellReport } from '../roles/app-queries.ts'
import type { AppCompare } from './compare-services.ts'
import type { AppPlans } from './plan-services.ts'
import type { AppToday } from './today-services.ts'
import type { SourceLooks } from './source-looks.ts'
import type { AppRecommend } from './recommend-services.ts'

/** What the app asks for, beside the use cases it shares with the command line. Every instant is ISO, every date local. */
export interface AppServices {
  info(): AppInfo
  log(lines: number): Promise<readonly string[]>
  /** What opening files had to put right since the app was started. */
  notices(): Promise<readonly string[]>
  appSettings(): Promise<AppSettings>
  saveAppSettings(patch: Partial<AppSettings>): Promise<AppSettings>
  listWorkspaces(): Promise<readonly WorkspaceOutput[]>
  useWorkspace(id: string): Promise<WorkspaceOutput>
  renameWorkspace(id: string, name: string): Promise<WorkspaceOutput>
  eraseWorkspace(id: string): Promise<{ readonly erased: string }>
  backupWorkspace(id: string): Promise<PreparedDownload>
  restoreWorkspace(request: RestoreRequest): Promise<WorkspaceOutput>
  overview(workspaceId: string): Promise<WorkspaceOverview>
  saveSettings(workspaceId: string, patch: Partial<WorkspaceSettings>): Promise<WorkspaceSettings>
  viewState(workspaceId: string, screen: string): Promise<unknown>
  saveViewState(request: { readonly workspaceId: string; readonly screen: string; readonly state: unknown }): Promise<void>
  testSource(request: SourceRequest): Promise<SourceTest>
  readonly looks: SourceLooks
  connect(request: ConnectRequest): Promise<StartedSync>
  /** Whoever looks at the connection of a workspace from a backup wants it. Throws 'conflict' where it is another than `url` by now. */
  confirmSource(request: { readonly workspaceId: string; readonly url: string }): Promise<void>
  startDemo(): Promise<StartedSync>
  startSync(request: StartSyncRequest): Promise<StartedSync>
  cancelSync(workspaceId: string): { readonly cancelled: boolean }
  /** null: none since the app was started. */
  syncState(workspaceId: string): SyncJob | null
  /** The state now, and again after every change, until the signal is aborted. Changes faster than the reader are left out. */
  watchSync(workspaceId: string, signal: AbortSignal): AsyncIterable<VersionedSyncJob>
  coverageReport(request: ReportRequest): Promise<AppCoverageReport>
  coverageCell(request: CellRequest): Promise<CellReport>
  coverageCsv(request: CsvRequest): Promise<CsvFile>
  /** Plans, the agents in them and the templates of their shifts. */
  readonly plans: AppPlans
  readonly prediction: AppPrediction
  readonly recommend: AppRecommend
  readonly compare: AppCompare
  readonly today: AppToday
  /** What the app does of its own accord; asked for every now and then while it runs. */
  tick(): Promise<void>
  /** Plans and reports as files. */
  readonly exports: AppExports
}

export interface AppInfo {
  readonly version: string
  readonly host: 'browser' | 'desktop'
  readonly dataFolder: string
  readonly systemTimeZone: string
  readonly logFile: string
  readonly capabilities: AppCapabilities
}

export interface AppCapabilities {
  /** false: a password is kept only while the app runs, and asked for again after that. */
  readonly keepsSecrets: boolean
  /** false: nobody but the page can say that something wants looking at. */
  readonly notifies: boolean
  /** false: the page prints itself, by the browser's own dialog. */
  readonly makesPdf: boolean
}

/** A file that waits to be fetched once, by GET, from `path` on the app's own origin. */
export interface PreparedDownload {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
}

export interface RestoreRequest {
  /** As PUT /upload answered it. */
  readonly uploadId: string
  /** null: the name it had. */
  readonly name: string | null
}

export interface WorkspaceOverview {
  readonly workspace: WorkspaceOutput
  /** Without a password. */
  readonly source: SourceSettings | null
  /** A connection that nobody on this computer has named or confirmed: nothing connects before. null: there is none to confirm. */
  readonly unconfirmed: UnconfirmedConnection | null
  /** Whether a password is at hand. false says little: .pgpass may have one, or the server may want none; try first. */
  readonly passwordKnown: boolean
  readonly organization: string | null
  readonly countryRule: CountryFilter | null
  /** false: the source has no countries, and a filter has no effect. */
  readonly hasCountry: boolean
  readonly pools: readonly { readonly id: string; readonly name: string | null; readonly present: boolean }[]
  /** Whether some visits have no pool. */
  readonly hasVisitsWithoutPool: boolean
  /** false: who serves which pool is not known, and every agent counts for every pool. */
  readonly hasMembership: boolean
  /** Codes of the countries that visits came from, in order; 'OTHER' stands for those folded together. */
  readonly countries: readonly string[]
  /** The clock of the last sync: nothing at or after it counts. */
  readonly now: string | null
  readonly firstKnownDate: string | null
  readonly lastRun: LastRun | null
  readonly problems: readonly DataProblem[]
  readonly settings: WorkspaceSettings
  /** Zone in force: the workspace's, else the system's. */
  readonly timeZone: string
  /** Changes with every change of the cache; figures of one revision belong together. */
  readonly revision: number
}

export interface UnconfirmedConnection {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly tls: TlsMode
  /** What is confirmed. */
  readonly url: string
}

export interface LastRun {
  readonly startedAt: string
  readonly durationMs: number
  readonly outcome: 'done' | 'cancelled' | 'failed'
  readonly windows: number
  readonly cells: number
  readonly sessionRows: number
  readonly visitors: number
  readonly error: string | null
}

export type TlsMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full'

/** How to reach a source. What is null is left to the URL, to the PG* variables of the environment, or to the default. */
export interface SourceRequest {
  readonly connection:
    | { readonly kind: 'url'; readonly url: string }
    | {
        readonly kind: 'fields'
        readonly host: string
        readonly port: number | null
        readonly database: string | null
        readonly user: string | null
      }
  readonly password: string | null
  readonly tls: TlsMode | null
  /** Path of a CA file on this machine. */
  readonly caFile: string | null
  /** Names of schema, tables and columns that differ from the defaults. */
  readonly mapping: unknown
  readonly organizationId: string | null
  /** A workspace with this source, which may keep the password for it; null: none. */
  readonly workspaceId: string | null
}

export interface ConnectRequest extends SourceRequest {
  /** null: named after the organization. */
  readonly name: string | null
  /** How much history the first sync takes. */
  readonly weeks: number
  /** The workspace may forget the days that it counted from another source; it is backed up first. */
  readonly remap: boolean
}

export type SourceTest =
  | {
      readonly ok: true
      readonly serverVersion: string | null
      readonly organizations: readonly { readonly id: string; readonly name: string | null }[]
      /** First and last visit of the chosen, or the only, organization. */
      readonly earliest: string | null
      readonly latest: string | null
      /** What was found, in words. */
      readonly notes: readonly string[]
      /** Tables and columns that cannot be read, in words, with the SQL with which an administrator cures it. */
      readonly access: readonly { readonly message: string; readonly cure: string | null }[]
      /** What would make it better, in words. */
      readonly advice: readonly string[]
    }
  | { readonly ok: false; readonly error: ErrorReport }

export interface StartedSync {
  readonly workspaceId: string
  readonly jobId: string
}

export interface StartSyncRequest {
  readonly workspaceId: string
  /** null: the one kept, or of the environment. */
  readonly password: string | null
  readonly full: boolean
  readonly reconcile: boolean
  readonly takeSource: boolean
  /** First local date wanted; null: as before. */
  readonly fromDate: string | null
}

export interface VersionedSyncJob {
  /** Names this state of this job: the same id is the same state. */
  readonly id: string
  readonly job: SyncJob | null
}

/** Which visits of which dates. */
export interface ReportRequest {
  readonly workspaceId: string
  readonly from: string
  readonly to: string
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  /** null: the organization's own rule. */
  readonly countryFilter: CountryFilter | null
}

export interface AppCoverageReport extends CoverageFigures {
  readonly range: CoverageOutput['range'] & { readonly unknownDates: readonly string[] }
  /** The period of the same length just before. */
  readonly previous: {
    readonly from: string
    readonly to: string
    readonly totals: CoverageSummary & { readonly avgAgentsOnline: number }
    readonly knownShare: number
  }
  /** The filter in force; null: none. */
  readonly countryFilter: CountryFilter | null
  readonly hasCountry: boolean
  /** Of the pool that is shown, or of all: pools that look uncovered although their agents are online. */
  readonly starvedPools: CoverageOutput['starvedPools']
  /** What the last sync found doubtful in the source. */
  readonly dataProblems: CoverageOutput['dataProblems']
  readonly revision: number
}

export interface CellRequest extends ReportRequest {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
}

export type CsvTable = 'hourly' | 'byDay' | 'heatmap' | 'daily'

export interface CsvRequest extends ReportRequest {
  readonly table: CsvTable
}

export interface CsvFile {
  readonly fileName: string
  readonly text: string
}
