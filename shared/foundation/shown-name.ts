/** Anything but spaces of all kinds, marks that show nothing, and the letters that are blank on purpose. */
const SHOWN = /[^\s\p{C}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]/u

/** A name as it is recorded; null where it shows nothing at all: it is as good as missing. */
export function shownName(name: string | null | undefined): string | null {
  return name !== null && name !== undefined && SHOWN.test(name) ? name : null
}
