import { normalizeCountry } from '../../shared/coverage/cube.ts'
import { CellBuilder, type BuiltCell } from './cell-builder.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { CountryFilter } from '../../shared/coverage/types.ts'

/** The country that rare countries are kept as. */
export const FOLDED_COUNTRY = 'OTHER'

/** Countries that are never folded: those the organization's own rule names, which would otherwise no longer filter. */
export function foldingExceptions(rule: CountryFilter | null): ReadonlySet<string> {
  return new Set((rule?.countries ?? []).map(normalizeCountry).filter((country) => country !== null))
}

/** Keeps countries under `minimum` visits of this one day as 'OTHER', so that no rare visitor can be distinguished. */
export function foldCountries(day: CubeBatch, minimum: number, exceptions: ReadonlySet<string>): CubeBatch {
  const visits = new Map<string | null, number>()
  const { cells, dictionary } = day
  for (let cell = 0; cell < cells.length; cell += 1) {
    const country = dictionary.countries[cells.country[cell]!]!
    visits.set(country, (visits.get(country) ?? 0) + cells.visitors[cell]!)
  }
  const isRare = (country: string | null): boolean =>
    country !== null && !exceptions.has(country) && (visits.get(country) ?? 0) < minimum
  return renameCountries(day, (country) => (isRare(country) ? FOLDED_COUNTRY : country))
}

function renameCountries(day: CubeBatch, rename: (country: string | null) => string | null): CubeBatch {
  const { cells, dictionary } = day
  const used = new Set(cells.country.subarray(0, cells.length))
  const builder = new CellBuilder()
  // Only countries that occur enter the dictionary: a folded one must leave no trace.
  const codes = builder.codesOf(
    { ...day, dictionary: { ...dictionary, countries: [...used].map((code) => dictionary.countries[code]!) } },
    rename,
  )
  const countryCode = new Map([...used].map((code, index) => [code, codes.countries[index]!]))
  const merged = new Map<string, BuiltCell>()
  for (let cell = 0; cell < cells.length; cell += 1) {
    const slot = cells.slot[cell]!
    const pool = codes.pools[cells.pool[cell]!]!
    const country = countryCode.get(cells.country[cell]!)!
    const agents = cells.agents[cell]!
    const pageClass = codes.pageClass(cell)
    const key = `${slot},${pool},${country},${agents},${pageClass}`
    const before = merged.get(key)
    merged.set(key, {
      slot,
      pool,
      country,
      agents,
      pageClass,
      visitors: (before?.visitors ?? 0) + cells.visitors[cell]!,
      covered: (before?.covered ?? 0) + cells.covered[cell]!,
    })
  }
  for (const cell of merged.values()) builder.add(cell)
  return builder.build()
}
