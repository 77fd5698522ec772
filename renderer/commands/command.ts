/** Something the user can do, from a menu, the palette or a shortcut. */
export interface Command {
  readonly id: string
  /** As an instruction: "Sync now". */
  readonly title: string
  readonly section: CommandSection
  readonly shortcut?: Shortcut
  /** Further words to find it by. */
  readonly keywords?: string
  readonly run: () => void
}

export type CommandSection = 'Go to' | 'This screen' | 'Workspace' | 'Help'

/** A key with what is held down. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly key: string
  readonly mod?: boolean
  readonly alt?: boolean
}

/** A key press, as the DOM tells it. */
export interface KeyPress {
  readonly key: string
  /** The key's place, whatever it writes: with Option a Mac's letters write signs. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** A field to write in has the focus. */
  readonly inField: boolean
}

/** Whether a key press is a shortcut. A key alone is none while one writes. */
export function matches(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey
  const other = isMac ? press.ctrlKey : press.metaKey
  if (other || mod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false
  if (press.inField && !mod) return false
  const wanted = shortcut.key.toUpperCase()
  if (press.key.toUpperCase() === wanted) return true
  return press.altKey && (press.code === `Key${wanted}` || press.code === `Digit${wanted}`)
}

/** The keys of a shortcut as they are written on the keyboard. */
export function keysOf(shortcut: Shortcut, isMac: boolean): readonly string[] {
  return [...(shortcut.mod ? [isMac ? '⌘' : 'Ctrl'] : []), ...(shortcut.alt ? [isMac ? '⌥' : 'Alt'] : []), shortcut.key.toUpperCase()]
}

/** Commands whose title or keywords hold every word that was typed. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return commands.filter((command) => {
    const text = `${command.title} ${command.section} ${command.keywords ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
