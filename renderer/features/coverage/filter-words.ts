import type { CountryFilter } from '../../../shared/coverage/types.ts'
import type { Option } from '../../components/option-list.tsx'
import { cityOf, type Formatter } from '../../format/formatter.ts'
import type { PoolChoice } from './coverage-view.ts'
import type { Overview } from './report.ts'

const NAMED = 2

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
  return filterWords(chosen ?? overview.countryRule, format)
}

/** "All countries", "Without China and Russia", "Only Canada and 3 more" */
export function filterWords(filter: CountryFilter | null, format: Formatter): string {
  if (filter === null || filter.countries.length === 0) return 'All countries'
  const names = filter.countries.map((code) => format.country(code.toUpperCase()))
  const list = names.length <= NAMED ? names.join(' and ') : `${names[0]} and ${names.length - 1} more`
  return `${filter.mode === 'allowlist' ? 'Only' : 'Without'} ${list}`
}

/** Every time zone, the workspace's own first. */
export function zoneOptions(own: string, clock: number): readonly Option[] {
  const all = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== own)
  return [own, ...all.toSorted((a, b) => cityOf(a).localeCompare(cityOf(b)))].map((zone, index) => ({
    id: zone,
    label: cityOf(zone),
    detail: `${index === 0 ? 'Usual here · ' : ''}${regionOf(zone)}${offsetOf(zone, clock)}`,
  }))
}

function regionOf(zone: string): string {
  const parts = zone.split('/')
  return parts.length < 2 ? '' : `${parts.slice(0, -1).join(', ').replaceAll('_', ' ')} · `
}

function offsetOf(zone: string, clock: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(clock)
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? ''
}

function nameOfPool(pool: Overview['pools'][number]): string {
  return pool.name ?? `Pool ${pool.id.slice(0, 8)}`
}
