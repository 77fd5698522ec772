/** What the rows of the board can be sorted by. */
export const ROW_SORTS = ['name', 'start', 'hours', 'seniority'] as const
export type RowSort = (typeof ROW_SORTS)[number]

/** Which rows the board shows, and in which order; the open shifts are always first. */
export interface RowView {
  /** Part of a name. */
  readonly search: string
  /** Only agents who serve this pool; null: all. */
  readonly poolId: string | null
  readonly sort: RowSort
  /** Agents of one pool under one another. */
  readonly isGrouped: boolean
  /** Without agents who have no shift in the week. */
  readonly hidesUnused: boolean
}

export const ALL_ROWS: RowView = { search: '', poolId: null, sort: 'name', isGrouped: false, hidesUnused: false }
