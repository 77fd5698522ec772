/** What a key press says of its key. */
export interface PressedKey {
  readonly key: string
  /** The key's place, whatever it writes. */
  readonly code: string
  readonly altKey: boolean
}

/**
 * The key of a shortcut that a press means, letters in capitals. A Latin letter or digit is what it writes, on any layout. A Cyrillic,
 * Greek or Hebrew letter, and what Option writes on a Mac, is the letter or digit in that place of the usual layout.
 */
export function keyMeant({ key, code, altKey }: PressedKey): string {
  if (/^[a-z\d]$/iu.test(key)) return key.toUpperCase()
  const [, place] = /^(?:Key|Digit)(.)$/u.exec(code) ?? []
  return place !== undefined && (altKey || /^[^\p{ASCII}]$/u.test(key)) ? place : key.toUpperCase()
}
