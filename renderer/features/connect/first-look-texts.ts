import type { Formatter } from '../../format/formatter.ts'
import type { GoodPreview } from './connect-form.ts'

type Day = NonNullable<GoodPreview['day']>

const NAMED = 5

/** "Visitors by pool: Sales (602), Support (402), no pool (200)." */
export function poolsText({ pools }: Day, format: Formatter): string | null {
  if (pools.length === 0) return null
  if (pools.length === 1 && pools[0]!.id === null) return 'No visit has a pool.'
  return `Visitors by pool: ${listed(pools.map(({ id, name, totalPageviews }) => `${name ?? id ?? 'no pool'} (${format.count(totalPageviews)})`), format)}.`
}

/** "Visitors by country: Germany (120), France (80), unknown (12)." */
export function countriesText({ countries }: Day, format: Formatter): string | null {
  if (countries.every(({ code }) => code === null)) return null
  return `Visitors by country: ${listed(countries.map(({ code, visitors }) => `${code === null ? 'unknown' : format.country(code)} (${format.count(visitors)})`), format)}.`
}

/** Which countries count. */
export function countryRuleText({ countryFilter }: Day, format: Formatter): string | null {
  if (countryFilter === null) return null
  const names = listed(countryFilter.countries.map((code) => format.country(code)), format)
  return countryFilter.mode === 'allowlist' ? `By the organization’s rule, only visitors from these countries count: ${names}.` : `By the organization’s rule, visitors from these countries do not count: ${names}.`
}

/** "14 sessions, 2 of them never closed." */
export function sessionsText({ sessions, leftOpen }: Day, format: Formatter): string {
  if (sessions === 0) return 'No session reaches into this day, so no agent counts as online.'
  const count = `${format.count(sessions)} ${sessions === 1 ? 'session' : 'sessions'}`
  return leftOpen === 0 ? `${count}, all closed or still running.` : `${count}, ${format.count(leftOpen)} never closed.`
}

function listed(entries: readonly string[], format: Formatter): string {
  const more = entries.length - NAMED
  return more <= 0 ? entries.join(', ') : `${entries.slice(0, NAMED).join(', ')} and ${format.count(more)} more`
}
