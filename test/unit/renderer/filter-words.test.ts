import { describe, expect, it } from 'vitest'
import { countryWords } from '../../../renderer/features/coverage/filter-words.ts'
import { ruleWords } from '../../../renderer/format/country-words.ts'
import { zoneOptions } from '../../../renderer/format/zone-options.ts'
import { poolName, poolOptions } from '../../../renderer/workspace/pool-choice.ts'
import { british } from './support/report-fixture.ts'

describe('the country filter in words', () => {
  const block = (...countries: string[]) => ({ mode: 'blocklist' as const, countries })
  it('is short in the header and full elsewhere', () => {
    const overview = { hasCountry: true, countryRule: block('au', 'nz') }
    expect(countryWords(null, overview, british)).toBe('Without AU, NZ')
    expect(countryWords({ mode: 'allowlist', countries: ['DE'] }, overview, british)).toBe('Only Germany')
    expect(countryWords(block('A1', 'B1', 'C1', 'D1'), overview, british)).toBe('Without 4 countries')
    expect(countryWords(block(), overview, british)).toBe('All countries')
    expect(ruleWords(block('AU', 'NZ'), british)).toBe('Without Australia and New Zealand')
    expect(ruleWords(block('AU', 'NZ', 'DE'), british)).toBe('Without Australia and 2 more')
    expect(ruleWords(null, british)).toBe('All countries')
  })

  it('is off where the source has no countries', () => {
    expect(countryWords(block('AU'), { hasCountry: false, countryRule: null }, british)).toBe('Country filter off')
  })
})

describe('the pools', () => {
  const pools = [
    { id: 'gone', name: 'Billing', present: false },
    { id: 'b', name: 'Support', present: true },
    { id: 'a1b2c3d4e5', name: null, present: true },
  ]
  it('are listed by name, those no longer there last, "No pool" where visits have none', () => {
    expect(poolOptions({ pools, hasVisitsWithoutPool: true }).map((option) => option.label)).toEqual(['All pools', 'Pool a1b2c3d4', 'Support', 'Billing', 'No pool'])
    expect(poolOptions({ pools: [], hasVisitsWithoutPool: false })).toHaveLength(1)
  })

  it('are named', () => {
    expect(poolName({ kind: 'pool', id: 'b' }, { pools })).toBe('Support')
    expect(poolName({ kind: 'pool', id: 'x' }, { pools })).toBe('Unknown pool')
    expect([poolName({ kind: 'all' }, { pools }), poolName({ kind: 'none' }, { pools })]).toEqual(['All pools', 'No pool'])
  })
})

it('lists time zones with the own one first, each once', () => {
  const zones = zoneOptions('America/New_York', Date.parse('2026-01-15T00:00:00Z'))
  expect(zones[0]).toEqual({ id: 'America/New_York', label: 'New York', detail: 'Usual here · America · UTC-5' })
  expect(zones.filter((zone) => zone.id === 'America/New_York')).toHaveLength(1)
  expect(zones.some((zone) => zone.id === 'UTC')).toBe(true)
  expect(new Set(zones.map((zone) => zone.id)).size).toBe(zones.length)
})
