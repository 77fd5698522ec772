import { zonePlaces, zoneNameParts } from './zone-names.ts'
import type { ZoneOption } from './zone-options.ts'

const WHOLE = 0
const BEGINNING = 1
const PLACE = 2
const WORDS = 3
/** Words of every zone: "pacific time" asks for no more than "pacific". */
const FILLERS = new Set(['time', 'zone', 'timezone'])
const searchTexts = new Map<string, string>()

/** The zones that answer to what was typed, those of exactly that name first. Every word typed must begin a word of the zone's. */
export function findZones(options: readonly ZoneOption[], typed: string): readonly ZoneOption[] {
  const query = plain(typed)
  if (query === '') return options
  return options
    .map((option) => ({ option, rank: matchRank(option, query) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => a.rank! - b.rank!)
    .map(({ option }) => option)
}

function matchRank({ id, label, detail }: ZoneOption, query: string): number | null {
  const name = plain(label)
  if (name === query || plain(id) === query) return WHOLE
  if (name.startsWith(query)) return BEGINNING
  const typed = query.split(' ')
  const telling = typed.filter((word) => !FILLERS.has(word))
  const asked = telling.length === 0 ? typed : telling
  const isIn = (known: string): boolean => asked.every((word) => ` ${known}`.includes(` ${word}`))
  if (isIn(plain(zonePlaces(id)))) return PLACE
  return isIn(`${plain(`${label} ${detail} ${zonePlaces(id)}`)} ${spokenText(id)}`) ? WORDS : null
}

/** Worked out once a zone: asking for names is slow. */
function spokenText(zone: string): string {
  const found = searchTexts.get(zone) ?? (zone === 'system' ? '' : plain(zoneNameParts(zone)))
  searchTexts.set(zone, found)
  return found
}

/** Without case, accents and signs between words. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+:-]+/gu, ' ')
    .trim()
}
