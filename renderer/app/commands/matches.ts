/** How well a text fits what was typed: 0 best; null: not at all. Every word that was typed has to be found, in whatever order. */
export function matchRank(text: string, typed: string): number | null {
  const words = plainWords(text)
  let rank = 0
  for (const wanted of plainWords(typed)) {
    const best = Math.min(...words.map((word, index) => wordRank(word, wanted, index === 0)))
    if (best === NONE) return null
    rank += best
  }
  return rank
}

/** Whether a text has every word that was typed. */
export function isFoundBy(text: string, typed: string): boolean {
  return (matchRank(text, typed) ?? SLIP) < SLIP
}

const NONE = Number.POSITIVE_INFINITY
/** From this rank on a text is found only if one slip of the finger is allowed for. */
export const SLIP = 100
/** A slip in shorter words would find nearly everything. */
const LONG_WORD = 4

function wordRank(word: string, wanted: string, isFirst: boolean): number {
  if (word.startsWith(wanted)) return isFirst ? 0 : 1
  if (word.includes(wanted)) return 2
  return wanted.length >= LONG_WORD && isSlipOfStart(word, wanted) ? SLIP : NONE
}

/** Whether what was typed is the start of a word but for one letter that is wrong, missing, too many, or swapped with the next. */
function isSlipOfStart(word: string, wanted: string): boolean {
  let from = 0
  while (from < wanted.length && word[from] === wanted[from]) from += 1
  const rest = wanted.slice(from)
  return [
    // Wrong, too many, missing, swapped.
    word.slice(from + 1).startsWith(rest.slice(1)),
    word.slice(from).startsWith(rest.slice(1)),
    word.slice(from + 1).startsWith(rest),
    rest.length > 1 && word.slice(from).startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`),
  ].some(Boolean)
}

/** Words without case and accents. */
function plainWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,.:;()…–—-]+/u)
    .filter((word) => word !== '')
}
