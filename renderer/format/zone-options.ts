import type { Formatter } from './formatter.ts'
import { cityOf } from '../../shared/time/zone-city.ts'

type FilterTexts = Formatter['texts']['filters']

export interface ZoneOption {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly isName: boolean
}

/** Every time zone, the usual one first. `clock`: epoch milliseconds, for the offset of today. */
export function zoneOptions(
  own: string,
  clock: number,
  { usualZone }: Pick<FilterTexts, 'usualZone'>,
): readonly ZoneOption[] {
  const all = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== own)
  return [own, ...all.toSorted((a, b) => cityOf(a).localeCompare(cityOf(b)))].map((zone, index) => ({
    id: zone,
    label: cityOf(zone),
    isName: true,
    detail: `${index === 0 ? `${usualZone} · ` : ''}${zoneRegion(zone)}${zoneOffsetText(zone, clock)}`,
  }))
}

function zoneRegion(zone: string): string {
  const parts = zone.split('/')
  return parts.length < 2 ? '' : `${parts.slice(0, -1).join(', ').replaceAll('_', ' ')} · `
}

function zoneOffsetText(zone: string, clock: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(clock)
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? ''
}
