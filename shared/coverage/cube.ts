/**
 * The cube: visits counted by UTC quarter-hour x pool x country x agents online at each visitor's own instant.
 * It is the one form in which traffic is cached, so that every report and every fit obeys the same filter.
 */

/** An integer column. Which width it has is the owner's choice; readers only index it. */
export type IntegerColumn = Uint8Array | Uint16Array | Uint32Array

/** Codes that the `pool` and `country` columns of some cells index. `null` is "No pool" or an unknown country. */
export interface CubeDictionary {
  readonly pools: readonly (string | null)[]
  /** Upper case; never the empty string. */
  readonly countries: readonly (string | null)[]
  /** Only where rules of pages divide the cells; `null` is every page that no rule names. */
  readonly pageClasses?: readonly (string | null)[]
}

/** Cells as columns of equal length, in no particular order, each (slot, pool, country, agents, class of page) at most once. */
export interface CubeCells {
  readonly length: number
  /** UTC slot number (slots.ts). */
  readonly slot: Int32Array
  /** Index into `dictionary.pools`. */
  readonly pool: IntegerColumn
  /** Index into `dictionary.countries`. */
  readonly country: IntegerColumn
  /** Distinct agents of the pool online at the visitor's instant. */
  readonly agents: IntegerColumn
  /** Index into `dictionary.pageClasses`; absent: counted without rules of pages. */
  readonly pageClass?: IntegerColumn
  /** All visits of the cell, covered or not. */
  readonly visitors: Uint32Array
  /** Visits with an agent; never more than `visitors`. */
  readonly covered: Uint32Array
}

/** Cells that bring their own dictionary. */
export interface CubeBatch {
  readonly dictionary: CubeDictionary
  readonly cells: CubeCells
}

/** A country code as the cube keeps it: trimmed, upper case, `null` where unknown. */
export function normalizeCountry(code: string | null | undefined): string | null {
  const normalized = code?.trim().toUpperCase()
  return normalized ? normalized : null
}
