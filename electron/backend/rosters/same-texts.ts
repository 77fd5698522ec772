/** Most rosters have fewer different cells. */
const MOST_KEPT = 100_000

/**
 * A function that gives equal texts as one string: what is looked up by cells later finds it without reading their letters again, and the
 * file that they are a part of need not be kept.
 */
export function sameTexts(): (text: string) => string {
  const kept = new Map<string, string>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size < MOST_KEPT) kept.set(text, text)
    return text
  }
}
