import { describe, expect, it } from 'vitest'
import { en } from '../../../../renderer/messages/en.ts'
import { cityOf } from '../../../../shared/time/zone-city.ts'
import { zoneOptions } from '../../../../renderer/format/zone-options.ts'
import { findZones } from '../../../../renderer/format/zone-search.ts'

const options = zoneOptions('America/New_York', Date.UTC(2026, 2, 2), en.filters)
const found = (typed: string): readonly string[] => findZones(options, typed).map((zone) => zone.id)
const india = options.find((zone) => zone.id === 'Asia/Calcutta' || zone.id === 'Asia/Kolkata')!.id
const kyiv = options.find((zone) => zone.id === 'Europe/Kiev' || zone.id === 'Europe/Kyiv')!.id

it('calls a time zone by its city, under the name of today', () => {
  expect(
    ['America/New_York', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Calcutta', 'Europe/Kiev'].map(cityOf),
  ).toEqual(['New York', 'Buenos Aires', 'UTC', 'Kolkata', 'Kyiv'])
})

describe('the search for a time zone', () => {
  it.each([
    ['Kolkata', india],
    ['Mumbai', india],
    ['india', india],
    ['Calcutta', india],
    ['Kyiv', kyiv],
    ['kiev', kyiv],
    ['Eastern', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['pacific time', 'America/Los_Angeles'],
    ['são paulo', 'America/Sao_Paulo'],
    ['buenos', 'America/Buenos_Aires'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
  ])('finds %s', (typed, zone) => {
    const zones = found(typed)
    expect(zones.slice(0, 8).some((id) => id === zone || id === zone.replace('America/', 'America/Argentina/'))).toBe(
      true,
    )
  })

  it('has an exact name first', () => {
    expect(found('UTC')[0]).toBe('UTC')
    expect(found('Paris')[0]).toBe('Europe/Paris')
    expect(found('America/Toronto')[0]).toBe('America/Toronto')
  })

  it('has the best-known zone of a name first', () => {
    expect(found('eastern')[0]).toBe('America/New_York')
  })

  it('finds nothing where nothing is meant, and leaves the list alone where nothing is typed', () => {
    expect(found('zzz')).toEqual([])
    expect(found('  ')).toEqual(options.map((zone) => zone.id))
  })
})
