import { once } from './once.ts'

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** The beginning of a text, at most so many UTF-16 units long, cut between what a reader takes for characters. It is well-formed. */
export function clip(text: string, most: number): string {
  const whole = text.toWellFormed()
  if (whole.length <= most) return whole
  // Only as much as can matter is looked at: a text may be of megabytes. The last piece may be cut, and is left out.
  let end = 0
  for (const { index } of graphemes().segment(whole.slice(0, most + 1))) {
    end = index
  }
  // One character of more signs than that is cut where it may be.
  return end === 0 ? whole.slice(0, most).toWellFormed() : whole.slice(0, end)
}
