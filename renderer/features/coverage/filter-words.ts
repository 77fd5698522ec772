import type { CountryFilter } from '../../../shared/coverage/types.ts'
import type { Option } from '../../components/option-list.tsx'
import { ruleWords } from '../../format/country-words.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { PoolChoice } from './coverage-view.ts'
import type { Overview } from './report.ts'

/** Codes written out before they are only counted. */
const CODES = 3

/** The pools to choose from; those no longer in the source last. */
export function poolOptions(overview: Pick<Overview, 'pools' | 'hasVisitsWithoutPool'>): readonly Option[] {
  const pools = overview.pools.toSorted((a, b) => Number(b.present) - Number(a.present) || nameOfPool(a).localeCompare(nameOfPool(b)))
  return [
    { id: 'all', label: 'All pools' },
    ...pools.map((pool) => ({ id: `id:${pool.id}`, label: nameOfPool(pool), ...(pool.present ? {} : { detail: 'no longer there' }) })),
    ...(overview.hasVisitsWithoutPool ? [{ id: 'none', label: 'No pool' }] : []),
  ]
}

export function poolName(pool: PoolChoice, overview: Pick<Overview, 'pools'>): string {
  if (pool.kind !== 'pool') return pool.kind === 'all' ? 'All pools' : 'No pool'
  const found = overview.pools.find((one) => one.id === pool.id)
  return found === undefined ? 'Unknown pool' : nameOfPool(found)
}

/** What the country filter does, in few words. */
export function countryWords(chosen: CountryFilter | null, overview: Pick<Overview, 'hasCountry' | 'countryRule'>, format: Formatter): string {
  if (!overview.hasCountry) return 'Country filter off'
  const filter = chosen ?? overview.countryRule
  if (filter === null || filter.countries.length < 2) return ruleWords(filter, format)
  // Names fill the header; codes do not.
  const codes = filter.countries.length <= CODES ? filter.countries.join(', ').toUpperCase() : `${filter.countries.length} countries`
  return `${filter.mode === 'allowlist' ? 'Only' : 'Without'} ${codes}`
}

function nameOfPool(pool: Overview['pools'][number]): string {
  return pool.name ?? `Pool ${pool.id.slice(0, 8)}`
}
