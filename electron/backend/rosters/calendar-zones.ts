import { findIana } from 'windows-iana'
import { isTimeZone } from '../../../shared/time/zone.ts'

/** The IANA zone of a calendar's TZID: one itself, with a path before it, or a name that Windows has for it; null: none. */
export function zoneOfId(id: string): string | null {
  const name = id.replaceAll(/^"|"$/gu, '').trim()
  if (/^(?:z|utc|gmt|etc\/utc|etc\/gmt)$/iu.test(name)) return 'UTC'
  if (isIana(name)) return name
  const [windows] = findIana(name)
  if (windows !== undefined) return windows
  // "/freeassociation.sourceforge.net/Europe/Berlin", "/mozilla.org/20070129_1/America/New_York"
  const parts = name.split('/')
  const last = [3, 2].map((length) => parts.slice(-length).join('/')).find((path) => isIana(path))
  return last ?? null
}

/** Names of one word would be anything that the platform happens to know. */
function isIana(name: string): boolean {
  return /^[A-Za-z_]+\/[A-Za-z_+\-/0-9]+$/u.test(name) && isTimeZone(name)
}
