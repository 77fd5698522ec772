import { createHash } from 'node:crypto'
import { foldingExceptions } from './fold-countries.ts'
import { membershipCalendar } from './membership.ts'
import type { CachedDirectory } from './cache.ts'

/** Raise it when the same source counted by the same membership would give other cells: every cached day is counted again. */
const COUNTING_VERSION = 1

/** The counting fingerprint of a day of which a part must be counted again: equal to none, so the day is stale. */
export const RECOUNT = ''

/** Names what days are counted from: a change means that the cached facts are another source's. */
export function sourceFingerprint(identity: string, organizationId: string): string {
  return digest([identity, organizationId])
}

/** What days are counted by, beside who served whom. */
export interface CountingRules {
  readonly foldCountriesUnder: number
  /** The source's `countingIdentity`. */
  readonly identity?: string | undefined
}

/** Names how each UTC day is counted: who served whom that day, the privacy folding, and what divides the counts. */
export function countingFingerprints(
  directory: CachedDirectory,
  { foldCountriesUnder, identity = '' }: CountingRules,
): (day: number) => string {
  const membershipOn = membershipCalendar(directory)
  const folding =
    foldCountriesUnder > 0 ? [foldCountriesUnder, ...[...foldingExceptions(directory.countryRule)].sort()] : []
  const known = new Map<string, string>()
  return (day) => {
    const { key } = membershipOn(day)
    const fingerprint =
      known.get(key) ??
      digest([COUNTING_VERSION, directory.hasCountry, folding, key, ...(identity === '' ? [] : [identity])])
    known.set(key, fingerprint)
    return fingerprint
  }
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
