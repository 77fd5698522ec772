import type { ReactNode } from 'react'
import { Modal } from '../components/modal.tsx'
import { Keys } from './keys.tsx'
import type { Command } from './command.ts'

interface ShortcutListProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Keys that widgets have on their own, and that the table of commands cannot know. */
const IN_THE_HEATMAP: readonly (readonly [string, string])[] = [
  ['Move from hour to hour, from day to day', '← → ↑ ↓'],
  ['First and last hour of the day', 'Home End'],
  ['Show every date behind an hour', 'Enter'],
  ['Close what is open', 'Esc'],
]

/** The shortcuts of the screen, from the same table as menus and palette. */
export function ShortcutList({ commands, isOpen, onClose }: ShortcutListProps): ReactNode {
  const withShortcut = commands.filter((command) => command.shortcut !== undefined)
  const sections = [...new Set(withShortcut.map((command) => command.section))]
  return (
    <Modal title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      <div className="shortcuts">
        {sections.map((section) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl className="shortcuts-list">
              {withShortcut
                .filter((command) => command.section === section)
                .map((command) => (
                  <ShortcutRow key={command.id} title={command.title}>
                    {command.shortcut === undefined ? null : <Keys shortcut={command.shortcut} />}
                  </ShortcutRow>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>In the heatmap</h3>
          <dl className="shortcuts-list">
            {IN_THE_HEATMAP.map(([title, keys]) => (
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
