import { describe, expect, it } from 'vitest'
import { countryText } from '../../../../../renderer/features/coverage/filter-text.ts'
import { en } from '../../../../../renderer/messages/en.ts'
import { ruleText } from '../../../../../renderer/format/country-text.ts'
import { zoneOptions } from '../../../../../renderer/format/zone-options.ts'
import { poolName, poolOptions } from '../../../../../renderer/app/pools/pool-choice.ts'
import { british } from '../../support/report-fixture.ts'

describe('the country filter in words', () => {
  const block = (...countries: string[]) => ({ mode: 'blocklist' as const, countries })
  it('is short in the header and full elsewhere', () => {
    const overview = { hasCountry: true, countryRule: block('au', 'nz') }
    expect(countryText(null, overview, british)).toBe('Without AU, NZ')
    expect(countryText({ mode: 'allowlist', countries: ['DE'] }, overview, british)).toBe('Only Germany')
    expect(countryText(block('A1', 'B1', 'C1', 'D1'), overview, british)).toBe('Without 4 countries')
    expect(countryText(block(), overview, british)).toBe('All countries')
    expect(ruleText(block('AU', 'NZ'), british)).toBe('Without Australia and New Zealand')
    expect(ruleText(block('AU', 'NZ', 'DE'), british)).toBe('Without Australia and 2 more')
    expect(ruleText(null, british)).toBe('All countries')
  })

  it('is off where the source has no countries', () => {
    expect(countryText(block('AU'), { hasCountry: false, countryRule: null }, british)).toBe('Country filter off')
  })
})

describe('the pools', () => {
  const pools = [
    { id: 'gone', name: 'Billing', present: false },
    { id: 'b', name: 'Support', present: true },
    { id: 'a1b2c3d4e5', name: null, present: true },
  ]
  it('are listed by name, those no longer there last, "No pool" where visits have none', () => {
    expect(poolOptions({ pools, hasVisitsWithoutPool: true }, british).map((option) => option.label)).toEqual([
      'All pools',
      'Pool a1b2c3d4',
      'Support',
      'Billing',
      'No pool',
    ])
    expect(poolOptions({ pools: [], hasVisitsWithoutPool: false }, british)).toHaveLength(1)
  })

  it('are named', () => {
    expect(poolName({ kind: 'pool', id: 'b' }, { pools }, british)).toBe('Support')
    expect(poolName({ kind: 'pool', id: 'x' }, { pools }, british)).toBe('Unknown pool')
    expect([poolName({ kind: 'all' }, { pools }, british), poolName({ kind: 'none' }, { pools }, british)]).toEqual([
      'All pools',
      'No pool',
    ])
  })
})

it('lists time zones with the own one first, each once', () => {
  const zones = zoneOptions('America/New_York', Date.parse('2026-01-15T00:00:00Z'), en.filters)
  expect(zones[0]).toEqual({
    id: 'America/New_York',
    label: 'New York',
    isName: true,
    detail: 'Default · America · UTC-5',
  })
  expect(zones.filter((zone) => zone.id === 'America/New_York')).toHaveLength(1)
  expect(zones.some((zone) => zone.id === 'UTC')).toBe(true)
  expect(new Set(zones.map((zone) => zone.id)).size).toBe(zones.length)
})
