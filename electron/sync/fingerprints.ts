import { createHash } from 'node:crypto'
import { foldingExceptions } from './fold-countries.ts'
import { membershipCalendar } from './membership.ts'
import type { CachedDirectory } from './cache.ts'

/** Raise it when the same source counted by the same membership would give other cells: every cached day is counted again. */
const COUNTING_VERSION = 1

/** The counting fingerprint of a day of which a part must be counted again: equal to none, so the day is stale. */
export const RECOUNT = ''

const WITHOUT_SESSIONS = '-'

/** What follows names the rules of pages. */
const BY_PAGES = '/'

/** Tells days that were counted by rules of pages with this name from others. */
export function countedByPages(pageClassing: string): (day: { readonly countingFingerprint: string }) => boolean {
  const mark = BY_PAGES + digest(pageClassing)
  return ({ countingFingerprint }) => countingFingerprint.includes(mark)
}

/** Whether the sessions that a day was counted by are kept. */
export function keepsSessions({ countingFingerprint }: { readonly countingFingerprint: string }): boolean {
  return !countingFingerprint.endsWith(WITHOUT_SESSIONS)
}

/** Names what days are counted from: a change means that the cached facts are another source's. */
export function sourceFingerprint(identity: string, organizationId: string): string {
  return digest([identity, organizationId])
}

/** What days are counted by, beside who served whom. */
export interface CountingRules {
  readonly foldCountriesUnder: number
  /** Days before it are counted without keeping the sessions they were counted by; null or absent: all are kept. */
  readonly sessionsFromDay?: number | null | undefined
  /** The source's `countingIdentity`. */
  readonly identity?: string | undefined
  /** The directory's `pageClassing`. */
  readonly pageClassing?: string | undefined
}

/** Names how each UTC day is counted: who served whom that day, the privacy folding, what divides the counts, and rules of pages. */
export function countingFingerprints(
  directory: CachedDirectory,
  { foldCountriesUnder, identity = '', pageClassing, sessionsFromDay = null }: CountingRules,
): (day: number) => string {
  const membershipOn = membershipCalendar(directory)
  const folding =
    foldCountriesUnder > 0 ? [foldCountriesUnder, ...[...foldingExceptions(directory.countryRule)].sort()] : []
  const known = new Map<string, string>()
  return (day) => {
    const { key } = membershipOn(day)
    const fingerprint =
      known.get(key) ??
      digest([COUNTING_VERSION, directory.hasCountry, folding, key, ...(identity === '' ? [] : [identity])]) +
        (pageClassing === undefined ? '' : BY_PAGES + digest(pageClassing))
    known.set(key, fingerprint)
    return sessionsFromDay !== null && day < sessionsFromDay ? fingerprint + WITHOUT_SESSIONS : fingerprint
  }
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
