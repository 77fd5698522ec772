import { Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
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
import { useFormat } from '../../format/format-context.tsx'
import type { Command } from './command.ts'
import { Keys } from './keys.tsx'
import { PALETTE_SECTIONS, shownEntries } from './palette-entries.ts'
import { usePaletteEntries } from './use-palette-entries.ts'
import './palette.css'

interface PaletteProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every command, and the plans, agents and weeks of the workspace, found by typing. */
export function Palette({ commands, isOpen, onClose }: PaletteProps): ReactNode {
  const { texts } = useFormat()
  return (
    <ModalOverlay
      className="modal-shade"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className="modal palette">
        <Dialog aria-label={texts.app.commands}>
          <Found commands={commands} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Found({ commands, onClose }: Omit<PaletteProps, 'isOpen'>): ReactNode {
  const { texts } = useFormat()
  const { palette: t } = texts
  const [typed, setTyped] = useState('')
  const { entries, recent, use } = usePaletteEntries(commands)
  const shown = shownEntries(entries, { typed, recent })
  const sectionNames = { ...texts.commandSections, recent: t.recent, plans: t.plans, agents: t.agents, weeks: t.weeks }
  const run = (id: string): void => {
    onClose()
    use(id)
    // The command may open a dialog of its own, which must find the focus where it was.
    queueMicrotask(() => shown.find((entry) => entry.id === id)?.run())
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette was opened to write here */}
      <SearchField className="palette-search" autoFocus>
        <Label className="visually-hidden">{t.prompt}</Label>
        <Search size={16} aria-hidden />
        <Input className="palette-input" placeholder={t.prompt} />
      </SearchField>
      <ListBox
        className="palette-list"
        aria-label={texts.app.commands}
        selectionMode="none"
        onAction={(id) => run(String(id))}
        renderEmptyState={() => <p className="option-list-empty">{t.noMatch}</p>}
      >
        {PALETTE_SECTIONS.filter((section) => shown.some((entry) => entry.section === section)).map((section) => (
          <ListBoxSection key={section} id={section}>
            <Header className="palette-section">{sectionNames[section]}</Header>
            {shown
              .filter((entry) => entry.section === section)
              .map(({ id, title, isName = false, detail, command }) => (
                <ListBoxItem key={id} id={id} className="option palette-option" textValue={title}>
                  <span translate={isName ? 'no' : undefined}>{title}</span>
                  {detail === undefined ? null : <span className="option-detail">{detail}</span>}
                  {command?.shortcut === undefined ? null : <Keys shortcut={command.shortcut} />}
                </ListBoxItem>
              ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  )
}
