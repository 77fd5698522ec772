import { keyMeant, type PressedKey } from '../../kit/key-meant.ts'
import { commandEntry, type CommandEntry, type CommandId, type Shortcut } from '../../../shared/contract/commands.ts'
import type { Formatter } from '../../format/formatter.ts'

/** Something the user can do, from a menu, the palette or a shortcut. */
export interface Command extends CommandEntry {
  readonly id: CommandId
  /** Where its name depends on what is shown; absent: as `commandTitle` has it. */
  readonly title?: string
  readonly run: () => void
}

/** A command of the table with what it does here. `title`: where its name depends on what is shown. */
export function command(id: CommandId, run: () => void, title?: string): Command {
  return { ...commandEntry(id), id, ...(title === undefined ? {} : { title }), run }
}

/** What a command is called. */
export function commandTitle({ id, title }: Pick<Command, 'id' | 'title'>, { commands }: Formatter['texts']): string {
  return title ?? commands[id].title
}

/** Everything that a command is found by: its name, where it is, and further words. */
export function commandSearchText(command: Command, { commands, commandSections }: Formatter['texts']): string {
  const entry = commands[command.id]
  const keywords = 'keywords' in entry ? entry.keywords : ''
  return `${command.title ?? entry.title} ${commandSections[command.section]} ${keywords}`
}

/** A key press, as the DOM reports it. */
export interface KeyPress extends PressedKey {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  /** A field to write in has the focus. */
  readonly inField: boolean
  /** A dialog has the focus, or stands before the screen. */
  readonly inDialog: boolean
}

/** Whether a key press asks for a command. */
export function asksFor(
  { shortcut, alsoOnControl }: Pick<Command, 'shortcut' | 'alsoOnControl'>,
  press: KeyPress,
  isMac: boolean,
): boolean {
  return [shortcut, isMac ? undefined : alsoOnControl].some((one) => one !== undefined && matches(one, press, isMac))
}

/** Whether a key press is a shortcut. A key alone is none while one writes, and none reaches what a dialog stands before. */
export function matches(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  if (press.inDialog) return false
  const mod = isMac ? press.metaKey : press.ctrlKey
  const other = isMac ? press.ctrlKey : press.metaKey
  if (other || mod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false
  if (press.inField && (!mod || shortcut.notInFields === true)) return false
  // A sign may need the shift key to be written; with a letter it says something of its own.
  if (isLetter(shortcut.key) && press.shiftKey !== (shortcut.shift ?? false)) return false
  return keyMeant(press) === shortcut.key.toUpperCase()
}

function isLetter(key: string): boolean {
  return /^[a-z]$/iu.test(key)
}

/** The keys of a shortcut as they are written on the keyboard. */
export function shortcutKeys(shortcut: Shortcut, isMac: boolean): readonly string[] {
  return [
    ...(shortcut.mod ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shortcut.alt ? [isMac ? '⌥' : 'Alt'] : []),
    ...(shortcut.shift ? [isMac ? '⇧' : 'Shift'] : []),
    shortcut.key.toUpperCase(),
  ]
}
