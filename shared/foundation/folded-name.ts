/** A name as people take it for the same: whatever its capitals, its composition and the spaces around it. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
