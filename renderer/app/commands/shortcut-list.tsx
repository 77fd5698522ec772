import type { ReactNode } from 'react'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { Modal } from '../../kit/modal.tsx'
import { Keys } from './keys.tsx'
import { type Command, commandTitle } from './command.ts'
import { IS_MAC } from './use-commands.tsx'

interface ShortcutListProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

const MOD = IS_MAC ? '⌘' : 'Ctrl'

type Text = keyof Formatter['texts']['shortcuts']
type WidgetKey = readonly [text: Text, keys: string]

/** Keys that widgets have on their own, and that the table of commands cannot know. */
const IN_THE_HEATMAP: readonly WidgetKey[] = [
  ['moveBetweenHours', '← → ↑ ↓'],
  ['firstAndLastHourOfDay', 'Home End'],
  ['showDatesBehind', 'Enter'],
  ['closePanel', 'Esc'],
]

/** Of the heatmaps of a compared week, which have hours down and days across. */
const IN_THE_COMPARED_HEATMAPS: readonly WidgetKey[] = [
  ['moveBetweenHours', '← → ↑ ↓'],
  ['firstAndLastDayOfWeek', 'Home End'],
  ['firstAndLastHour', `${MOD} Home End`],
  ['showWhyHourDiffered', 'Enter'],
]

/** Of the plan editor's board: everything that a mouse can do there. */
const ON_THE_BOARD: readonly WidgetKey[] = [
  ['enterOnBoard', 'Enter'],
  ['moveByQuarter', '← →'],
  ['assignToOther', '↑ ↓'],
  ['moveByDay', 'PageUp PageDown'],
  ['moveEnd', 'Shift ← →'],
  ['moveStart', 'Shift ↑ ↓'],
  ['moveBreaks', `${IS_MAC ? '⌥' : 'Alt'} ← →`],
  ['whoCan', 'W'],
  ['goToOther', `${MOD} ← → ↑ ↓`],
  ['firstAndLastDay', 'Home End'],
  ['toggleSelection', 'Space'],
  ['selectAll', `${MOD} A`],
  ['copyCutPaste', `${MOD} C X V`],
  ['duplicate', `${MOD} D`],
  ['delete', 'Delete'],
  ['backToDay', 'Esc'],
]

interface Widget {
  readonly name: Text
  /** The widget is on the screen when this can be done there. */
  readonly isKnownBy: CommandId
  readonly keys: readonly WidgetKey[]
}

const WIDGETS: readonly Widget[] = [
  { name: 'onTheBoard', isKnownBy: 'undo-edit', keys: ON_THE_BOARD },
  { name: 'inTheHeatmap', isKnownBy: 'tab-heatmap', keys: IN_THE_HEATMAP },
  { name: 'inTheHeatmaps', isKnownBy: 'save-adherence-csv', keys: IN_THE_COMPARED_HEATMAPS },
]

/** The shortcuts of the screen, from the same table as menus and palette. */
export function ShortcutList({ commands, isOpen, onClose }: ShortcutListProps): ReactNode {
  const { texts } = useFormat()
  const t = texts.shortcuts
  const withShortcut = commands.filter((command) => command.shortcut !== undefined)
  const widget = WIDGETS.find(({ isKnownBy }) => commands.some(({ id }) => id === isKnownBy))
  const sections = [...new Set(withShortcut.map((command) => command.section))]
  return (
    <Modal title={t.title} isOpen={isOpen} onClose={onClose}>
      <div className="shortcuts">
        {widget === undefined ? null : (
          <section>
            <h3>{t[widget.name]}</h3>
            <dl className="shortcuts-list">
              {widget.keys.map(([text, keys]) => (
                <ShortcutRow key={text} title={t[text]}>
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
            <h3>{texts.commandSections[section]}</h3>
            <dl className="shortcuts-list">
              {withShortcut
                .filter((command) => command.section === section)
                .map((command) => (
                  <ShortcutRow key={command.id} title={commandTitle(command, texts)}>
                    {command.shortcut === undefined ? null : <Keys shortcut={command.shortcut} />}
                    {command.alsoOnControl === undefined || IS_MAC ? null : (
                      <>
                        {' '}
                        {t.or} <Keys shortcut={command.alsoOnControl} />
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
