import { cityOf } from './zone-names.ts'

export interface ZoneOption {
  readonly id: string
  readonly label: string
  readonly detail: string
}

/** Every time zone, the workspace's own first. */
export function zoneOptions(own: string, clock: number): readonly ZoneOption[] {
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
