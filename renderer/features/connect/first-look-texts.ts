import type { Formatter } from '../../format/formatter.ts'
import type { GoodPreview } from './connect-form.ts'

type Day = NonNullable<GoodPreview['day']>

const NAMED = 5

/** "Visitors by pool: Sales (602), Support (402) and no pool (200)." */
export function poolsText({ pools }: Day, format: Formatter): string | null {
  const t = format.texts.connect
  if (pools.length === 0) return null
  if (pools.length === 1 && pools[0]!.id === null) return t.noPools
  const entries = pools.map(({ id, name, totalPageviews }) =>
    t.countOf({ name: name ?? id ?? t.noPool, count: format.count(totalPageviews) }),
  )
  return t.byPool({ pools: listed(entries, format) })
}

/** "Visitors by country: Germany (120), France (80) and unknown (12)." */
export function countriesText({ countries }: Day, format: Formatter): string | null {
  if (countries.every(({ code }) => code === null)) return null
  const t = format.texts.connect
  const entries = countries.map(({ code, visitors }) =>
    t.countOf({ name: code === null ? t.unknownCountry : format.country(code), count: format.count(visitors) }),
  )
  return t.byCountry({ countries: listed(entries, format) })
}

/** Which countries count. */
export function countryRuleText({ countryFilter }: Day, format: Formatter): string | null {
  if (countryFilter === null) return null
  const names = listed(
    countryFilter.countries.map((code) => format.country(code)),
    format,
  )
  const { onlyCountries, withoutCountries } = format.texts.connect
  return (countryFilter.mode === 'allowlist' ? onlyCountries : withoutCountries)({ countries: names })
}

/** "14 sessions, 2 of them never closed." */
export function sessionsText({ sessions, leftOpen }: Day, format: Formatter): string {
  const t = format.texts.connect
  if (sessions === 0) return t.noSessions
  return leftOpen === 0
    ? t.sessionsClosed({ count: sessions })
    : t.sessionsOpen({ count: sessions, open: format.count(leftOpen) })
}

function listed(entries: readonly string[], format: Formatter): string {
  const more = entries.length - NAMED
  return more <= 0
    ? format.list(entries)
    : format.list([...entries.slice(0, NAMED), format.texts.connect.moreEntries({ count: more })])
}
