import { clip } from './clip.ts'

/** More than any name has, and as much as a table, a page or a chart can show. */
const LONGEST = 200

/** Anything but spaces of all kinds, marks that show nothing, and the letters that are blank on purpose. */
const SHOWN = /[^\s\p{C}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]/u

/** A name as it is recorded, cut where it is longer than a name; null where it shows nothing at all: it is as good as missing. */
export function shownName(name: string | null | undefined): string | null {
  if (name === null || name === undefined || !SHOWN.test(name)) return null
  return name.length > LONGEST ? `${clip(name, LONGEST - 1)}…` : name
}
