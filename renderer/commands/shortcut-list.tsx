import type { ReactNode } from 'react'
import type { CommandId } from '../../shared/contract/commands.ts'
import { Modal } from '../components/modal.tsx'
import { Keys } from './keys.tsx'
import type { Command } from './command.ts'
import { IS_MAC } from './use-commands.tsx'

interface ShortcutListProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

const MOD = IS_MAC ? '⌘' : 'Ctrl'

/** Keys that widgets have on their own, and that the table of commands cannot know. */
const IN_THE_HEATMAP: readonly (readonly [string, string])[] = [
  ['Move from hour to hour, from day to day', '← → ↑ ↓'],
  ['First and last hour of the day', 'Home End'],
  ['Show every date behind an hour', 'Enter'],
  ['Close what is open', 'Esc'],
]

/** Of the heatmaps of a compared week, which have hours down and days across. */
const IN_THE_COMPARED_HEATMAPS: readonly (readonly [string, string])[] = [
  ['Move from hour to hour, from day to day', '← → ↑ ↓'],
  ['First and last day of the week', 'Home End'],
  ['First and last hour of all', `${MOD} Home End`],
  ['Show why an hour differed', 'Enter'],
]

/** Of the plan editor's board: everything that a mouse can do there. */
const ON_THE_BOARD: readonly (readonly [string, string])[] = [
  ['From an empty day: add a shift; from a day: go to its shift; from a shift: open its form', 'Enter'],
  ['Move the shift by a quarter of an hour', '← →'],
  ['Give the shift to another agent', '↑ ↓'],
  ['Move the shift by a day', 'PageUp PageDown'],
  ['Make the shift end earlier or later', 'Shift ← →'],
  ['Make the shift start earlier or later', 'Shift ↑ ↓'],
  ['Go to another shift', `${MOD} ← → ↑ ↓`],
  ['First and last day', 'Home End'],
  ['Select the shift too, or no longer', 'Space'],
  ['Select all', `${MOD} A`],
  ['Copy, cut, paste', `${MOD} C X V`],
  ['Duplicate to the next day', `${MOD} D`],
  ['Delete', 'Delete'],
  ['Back from the shift to its day', 'Esc'],
]

interface Widget {
  readonly name: string
  /** The widget is on the screen when this can be done there. */
  readonly isKnownBy: CommandId
  readonly keys: readonly (readonly [string, string])[]
}

const WIDGETS: readonly Widget[] = [
  { name: 'On the board', isKnownBy: 'undo-edit', keys: ON_THE_BOARD },
  { name: 'In the heatmap', isKnownBy: 'tab-heatmap', keys: IN_THE_HEATMAP },
  { name: 'In the heatmaps', isKnownBy: 'save-adherence-csv', keys: IN_THE_COMPARED_HEATMAPS },
]

/** The shortcuts of the screen, from the same table as menus and palette. */
export function ShortcutList({ commands, isOpen, onClose }: ShortcutListProps): ReactNode {
  const withShortcut = commands.filter((command) => command.shortcut !== undefined)
  const widget = WIDGETS.find(({ isKnownBy }) => commands.some(({ id }) => id === isKnownBy))
  const sections = [...new Set(withShortcut.map((command) => command.section))]
  return (
    <Modal title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      <div className="shortcuts">
        {widget === undefined ? null : (
          <section>
            <h3>{widget.name}</h3>
            <dl className="shortcuts-list">
              {widget.keys.map(([title, keys]) => (
                <ShortcutRow key={title} title={title}>
                  <span className="keys">
                    {keys.split(' ').map((key) => (
                      <kbd key={key} className="key">
                        {key}
                      </kbd>
                    ))}
                  </span>
                </ShortcutRow>
              ))}
            </dl>
          </section>
        )}
        {sections.map((section) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl className="shortcuts-list">
              {withShortcut
                .filter((command) => command.section === section)
                .map((command) => (
                  <ShortcutRow key={command.id} title={command.title}>
                    {command.shortcut === undefined ? null : <Keys shortcut={command.shortcut} />}
                    {command.alsoOnControl === undefined || IS_MAC ? null : (
                      <>
                        {' or '}
                        <Keys shortcut={command.alsoOnControl} />
                      </>
                    )}
                  </ShortcutRow>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function ShortcutRow({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}
