import type { CountryFilter, CoverageSummary, DataProblem } from '../../../shared/coverage/types.ts'
import type { SyncRun } from '../../sync/cache.ts'
import type { CoverageQuery } from './roles.ts'

/** One hour of one weekday, over the dates of a range. */
export interface CellQuery extends CoverageQuery {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
}

/** That hour of one date. */
export interface CellDate extends CoverageSummary {
  /** Local date. */
  readonly date: string
  readonly avgAgentsOnline: number
  /** false: nothing, or not all, of the hour's elapsed part is known, or nothing of it has passed. */
  readonly known: boolean
}

export interface CellReport {
  readonly dates: readonly CellDate[]
  readonly revision: number
}

/** What a cache holds, apart from figures. Instants are epoch milliseconds. */
export interface CacheOverview {
  readonly organization: string | null
  readonly countryRule: CountryFilter | null
  readonly hasCountry: boolean
  readonly pools: readonly { readonly id: string; readonly name: string | null; readonly present: boolean }[]
  readonly hasVisitsWithoutPool: boolean
  readonly hasMembership: boolean
  readonly countries: readonly string[]
  /** Clock of the last sync; null: none yet. */
  readonly now: number | null
  /** The first instant of which something is known. */
  readonly firstKnown: number | null
  readonly lastRun: SyncRun | null
  readonly problems: readonly DataProblem[]
  readonly revision: number
}
