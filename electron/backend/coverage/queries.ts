import type { CountryFilter } from '../../../shared/coverage/types.ts'

/** Which visits of which local dates. */
export interface CoverageQuery {
  readonly workspaceId: string
  readonly from: string
  readonly to: string
  readonly timeZone: string
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
  /** null: the organization's own rule. */
  readonly countryFilter: CountryFilter | null
  /** Stands for *now* while nothing was ever synced, epoch milliseconds. */
  readonly clock: number
  /** Whether agents who are away count as online. */
  readonly countAway: boolean
  /** Only visits of pages of this class; null: of pages that no rule names. undefined: of all. */
  readonly pageClass?: string | null | undefined
  /** Weights of the classes of pages, in order; absent: nothing is said of the value of visits. */
  readonly pageWeights?: ReadonlyMap<string, number> | undefined
  /** What the rules of pages are called that visits are to be counted by, as `pageClassingName` says; absent: there are none. */
  readonly pageClassing?: string | undefined
}

/** The same visits, without what they are worth: nobody looks at it. */
export function withoutValue(query: CoverageQuery): CoverageQuery {
  return { ...query, pageClassing: undefined }
}

/** One hour of one weekday, over the dates of a range. */
export interface CellQuery extends CoverageQuery {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
}
