import type { DataProblem } from '../../shared/coverage/types.ts'

/** What a run of the sync is asked to do. Dates are resolved to UTC days by the caller. */
export interface SyncOptions {
  readonly organizationId: string | null
  /** Replaces the source's clock (reproducible runs), epoch milliseconds. */
  readonly now: number | null
  /** First UTC day wanted; null: what was asked for before, else `defaultWeeks` back. */
  readonly fromDay: number | null
  /** As `fromDay`, of earlier runs, where the cache does not know: it may have been made anew. null: there was none. */
  readonly historyFromDay: number | null
  /** First UTC day of which agents' sessions and statuses are kept, counts may reach further back; null: all are. */
  readonly sessionsFromDay: number | null
  /** Last UTC day wanted; null: until now. */
  readonly toDay: number | null
  /** Pull every day of the range again. */
  readonly full: boolean
  /** Compare with the source and mend: always, or once a day. */
  readonly reconcile: 'always' | 'daily' | 'never'
  /** Take the source's figures also where the cache would keep its own. */
  readonly takeSource: boolean
  /** Days that were counted from another source may be forgotten. */
  readonly remap: boolean
  readonly overlapMs: number
  /** Days before this UTC day are forgotten, and not asked for; null: everything is kept. */
  readonly keepFromDay: number | null
  readonly defaultWeeks: number
  /** Countries under this many visits a UTC day are kept as 'OTHER'; 0: none. */
  readonly foldCountriesUnder: number
}

export interface SyncProgress {
  readonly phase: 'connecting' | 'counting' | 'reconciling'
  readonly daysDone: number
  readonly daysTotal: number
  readonly windowsDone: number
  readonly rows: number
  readonly visitors: number
  /** null until it is known. */
  readonly msLeft: number | null
}

/** A UTC day whose figures differ from what the cache had. */
export interface ChangedDay {
  /** UTC day, YYYY-MM-DD. */
  readonly date: string
  readonly before: { readonly visitors: number; readonly covered: number }
  /** What the source says now. */
  readonly after: { readonly visitors: number; readonly covered: number }
  /** true: the cache kept its own figure where the source's fell away. */
  readonly kept: boolean
}

export interface SyncOutcome {
  /** Organization that was synced. */
  readonly organizationId: string
  /** UTC days, YYYY-MM-DD, both inside. */
  readonly from: string
  readonly to: string
  /** First UTC day that later runs keep known, YYYY-MM-DD. */
  readonly historyFrom: string
  /** First UTC day of which the source has anything, YYYY-MM-DD; null: it has nothing. */
  readonly sourceFrom: string | null
  readonly now: number
  readonly windows: number
  readonly cells: number
  readonly sessionRows: number
  readonly visitors: number
  readonly durationMs: number
  readonly changedDays: readonly ChangedDay[]
  readonly dataProblems: readonly DataProblem[]
}
