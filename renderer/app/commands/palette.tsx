import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Header,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { CommandSection } from '../../../shared/contract/commands.ts'
import { useFormat } from '../../format/format-context.tsx'
import { type Command, commandSearchText, commandTitle, isFoundBy } from './command.ts'
import { Keys } from './keys.tsx'
import './palette.css'

const SECTIONS: readonly CommandSection[] = ['screen', 'go', 'workspace', 'help']

interface PaletteProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every command, found by typing. */
export function Palette({ commands, isOpen, onClose }: PaletteProps): ReactNode {
  const { texts } = useFormat()
  const run = (id: string): void => {
    onClose()
    // The command may open a dialog of its own, which must find the focus where it was.
    queueMicrotask(() => commands.find((command) => command.id === id)?.run())
  }
  return (
    <ModalOverlay
      className="modal-shade"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className="modal palette">
        <Dialog aria-label={texts.app.commands}>
          <Autocomplete filter={isFoundBy}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette was opened to write here */}
            <SearchField className="palette-search" autoFocus>
              <Label className="visually-hidden">{texts.palette.prompt}</Label>
              <Search size={16} aria-hidden />
              <Input className="palette-input" placeholder={texts.palette.prompt} />
            </SearchField>
            <ListBox
              className="palette-list"
              aria-label={texts.app.commands}
              selectionMode="none"
              onAction={(id) => run(String(id))}
              renderEmptyState={() => <p className="option-list-empty">{texts.palette.noMatch}</p>}
            >
              {SECTIONS.filter((section) => commands.some((command) => command.section === section)).map((section) => (
                <ListBoxSection key={section} id={section}>
                  <Header className="palette-section">{texts.commandSections[section]}</Header>
                  {commands
                    .filter((command) => command.section === section)
                    .map((command) => (
                      <ListBoxItem
                        key={command.id}
                        id={command.id}
                        className="option palette-option"
                        textValue={commandSearchText(command, texts)}
                      >
                        <span>{commandTitle(command, texts)}</span>
                        {command.shortcut === undefined ? null : <Keys shortcut={command.shortcut} />}
                      </ListBoxItem>
                    ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
