import { useMutation } from '@tanstack/react-query'
import {
  CalendarDays,
  ChevronDown,
  ChevronRight,
  FileJson,
  FileSpreadsheet,
  FileText,
  Image as ImageIcon,
  Printer,
  Send,
  Share,
  Table2,
} from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { command, commandTitle, type Command } from '../../../app/commands/command.ts'
import { useCommands } from '../../../app/commands/use-commands.tsx'
import { ActionFailure } from '../../../app/files/action-failure.tsx'
import { Button } from '../../../kit/button.tsx'
import { usePrinting } from '../../../app/files/print-document.ts'
import { download, saveCalendar } from '../../../app/files/transfer.ts'
import { useSaveText } from '../../../app/files/use-save-text.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { PictureActions } from '../../../app/picture/picture-menu.tsx'
import type { PictureAction } from '../../../app/picture/use-picture.tsx'
import { useRosterPicture } from './use-roster-picture.tsx'
import { HandOutDialog } from '../hand-out/hand-out-dialog.tsx'
import './export-menu.css'

interface Person {
  readonly id: string
  readonly name: string
}

interface ExportMenuProps {
  readonly planId: string
  readonly planName: string
  readonly kind: 'weekly' | 'dated'
  /** Local date on which the week begins that is printed. */
  readonly week: string
  /** Whose shifts can be saved as a calendar of their own. */
  readonly people?: readonly Person[]
  /** Further entries, first: what else can be done with the plan as a file. */
  readonly more?: readonly Command[]
  /** Whether palette and shortcuts mean this plan: not in a list of several. */
  readonly hasCommands?: boolean
}

type Kind = 'calendar' | 'shifts' | 'hours'

interface Wanted {
  readonly kind: Kind
  /** Absent: everybody's. */
  readonly agent?: string
}

/** A calendar of a weekly pattern goes this far. */
const WEEKS_OF_PATTERN = 13

/** A plan as a file: to print, for a spreadsheet, for a calendar. What is stored is exported, which is every edit that is saved. */
export function ExportMenu({
  planId,
  planName,
  kind,
  week,
  people = [],
  more = NO_COMMANDS,
  hasCommands = true,
}: ExportMenuProps): ReactNode {
  const { texts, code } = useFormat()
  const t = texts.planExport
  const { workspaceId } = useWorkspace()
  const client = useTRPCClient()
  const saveText = useSaveText()
  const printing = usePrinting({ kind: 'plan', workspaceId, planId, week })
  const roster = usePrinting({ kind: 'roster', workspaceId, planId, week, form: 'team' })
  const personal = usePrinting({ kind: 'roster', workspaceId, planId, week, form: 'people' })
  const [isHandingOut, setIsHandingOut] = useState(false)
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (wanted: Wanted) =>
      client.exports.plan.query({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        language: navigator.language,
        texts: code,
        ...wanted,
        ...exportedWeeks(wanted.kind, { kind, week }),
      }),
    onSuccess: ({ fileName, text }, wanted) => (wanted.kind === 'calendar' ? saveCalendar : saveText)(fileName, text),
  })
  const book = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      client.exports.planWorkbook.mutate({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        language: navigator.language,
        texts: code,
      }),
    onSuccess: ({ path, fileName }) => download(path, fileName),
  })
  const { mutate: saveBook } = book
  const picture = useRosterPicture(planId, week)
  const { print, hasDialog, savePdf } = printing
  const saveRoster = roster.savePdf ?? roster.print
  const savePeople = personal.savePdf ?? personal.print
  const commands = useMemo<readonly Command[]>(
    () => [
      command('hand-out', () => setIsHandingOut(true)),
      ...(savePdf === null ? [] : [command('save-pdf', savePdf)]),
      command('print', print, hasDialog ? undefined : texts.app.printFromPdf),
      command('save-roster', saveRoster, savePdf === null ? t.printRoster : undefined),
      command('save-people', savePeople, savePdf === null ? t.printPeople : undefined),
      command('save-workbook', () => saveBook()),
      command('save-calendar', () => mutate({ kind: 'calendar' })),
      command('save-shifts-csv', () => mutate({ kind: 'shifts' })),
      command('save-coverage-csv', () => mutate({ kind: 'hours' })),
    ],
    [savePdf, print, hasDialog, saveRoster, savePeople, saveBook, mutate, texts, t],
  )
  useCommands(`export ${planId}`, hasCommands ? commands : NO_COMMANDS)
  const entries = [...commands.filter(({ id }) => hasDialog || id !== 'print'), ...more]
  const failure = error ?? book.error ?? printing.error ?? roster.error ?? personal.error ?? picture.error
  const isWorking =
    isPending || book.isPending || printing.isWorking || roster.isWorking || personal.isWorking || picture.isWorking
  return (
    <span className="export-menu">
      {failure === null || isWorking ? null : <ActionFailure error={failure} />}
      <MenuTrigger>
        <Button
          kind="quiet"
          icon={<Share size={16} aria-hidden />}
          isDisabled={isWorking}
          aria-label={t.exportName({ name: planName })}
        >
          {isWorking ? t.exporting : t.export}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu
            className="export-menu-list"
            aria-label={t.exportName({ name: planName })}
            onAction={(key) => entries.find(({ id }) => id === key)?.run()}
          >
            {entries.map((entry) => (
              <MenuItem key={entry.id} id={entry.id} className="option" textValue={commandTitle(entry, texts)}>
                <span className="option-check">{ICONS[entry.id]}</span>
                <span>{commandTitle(entry, texts)}</span>
              </MenuItem>
            ))}
            <PictureOfRoster onAction={picture.make} />
            {people.length === 0 ? null : (
              <CalendarOfOne people={people} onChoose={(agent) => mutate({ kind: 'calendar', agent })} />
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {picture.place}
      {isHandingOut ? (
        <HandOutDialog planId={planId} planName={planName} kind={kind} onClose={() => setIsHandingOut(false)} />
      ) : null}
    </span>
  )
}

function CalendarOfOne({
  people,
  onChoose,
}: {
  readonly people: readonly Person[]
  readonly onChoose: (agentId: string) => void
}): ReactNode {
  const t = useTexts('planExport')
  return (
    <SubmenuTrigger>
      <MenuItem className="option" textValue={t.calendarOfOne}>
        <span className="option-check">{ICONS['save-calendar']}</span>
        <span>{t.calendarOfOne}</span>
        <ChevronRight size={14} aria-hidden />
      </MenuItem>
      <Popover className="popover" offset={4}>
        <Menu
          className="export-menu-list option-list"
          aria-label={t.calendarOfOne}
          onAction={(key) => onChoose(String(key))}
        >
          {people.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="option" textValue={name}>
              <span className="option-check" />
              <span translate="no">{name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}

function PictureOfRoster({ onAction }: { readonly onAction: (action: PictureAction) => void }): ReactNode {
  const t = useTexts('planExport')
  return (
    <SubmenuTrigger>
      <MenuItem className="option" textValue={t.picture}>
        <span className="option-check">
          <ImageIcon size={14} aria-hidden />
        </span>
        <span>{t.picture}</span>
        <ChevronRight size={14} aria-hidden />
      </MenuItem>
      <Popover className="popover" offset={4}>
        <PictureActions label={t.picture} onAction={onAction} />
      </Popover>
    </SubmenuTrigger>
  )
}

const ICONS: Readonly<Record<string, ReactNode>> = {
  'hand-out': <Send size={14} aria-hidden />,
  'save-roster': <FileText size={14} aria-hidden />,
  'save-people': <FileText size={14} aria-hidden />,
  'save-workbook': <FileSpreadsheet size={14} aria-hidden />,
  'save-pdf': <FileText size={14} aria-hidden />,
  print: <Printer size={14} aria-hidden />,
  'save-calendar': <CalendarDays size={14} aria-hidden />,
  'save-shifts-csv': <Table2 size={14} aria-hidden />,
  'save-coverage-csv': <Table2 size={14} aria-hidden />,
  'save-plan-file': <FileJson size={14} aria-hidden />,
}

const NO_COMMANDS: readonly Command[] = []

/** Predicted is one week; a calendar holds all of a dated plan, and a quarter of a pattern; a table of shifts the week that is shown, or all. */
function exportedWeeks(
  wanted: Kind,
  { kind, week }: Pick<ExportMenuProps, 'kind' | 'week'>,
): { readonly week: string | null; readonly weeks: number | null } {
  if (wanted === 'hours') return { week, weeks: 1 }
  if (kind === 'dated') return { week: null, weeks: null }
  return { week, weeks: wanted === 'calendar' ? WEEKS_OF_PATTERN : 1 }
}
