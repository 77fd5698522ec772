import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ROSTER_EXTENSIONS } from '../../../../shared/contract/opened-files.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { FileButton } from '../../../app/import/file-button.tsx'
import { uploadFile } from '../../../app/files/transfer.ts'
import { useTRPC, useTRPCClient } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { unusedText } from '../../../app/files/unused-columns.ts'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { SwitchField, TextField } from '../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { PlanEntry } from '../plan-types.ts'
import { FoundParts } from './found-parts.tsx'
import { ImportDone } from './import-done.tsx'
import '../../../app/import/import.css'
import { ImportFields } from './import-fields.tsx'
import { foundText } from './import-text.ts'
import { NO_CHOICES, rosterFile, type ImportChoices, type RosterFile, type StoredRoster } from './import-types.ts'
import { readingOf, useRosterPreview } from './use-roster-preview.ts'
import { useQuery } from '@tanstack/react-query'

/** What the files are called that are offered first; others can be chosen as well. */
const FILE_TYPES = ROSTER_EXTENSIONS.map((extension) => `.${extension}`)

interface ImportRosterProps {
  readonly overview: Overview
  readonly plans: readonly PlanEntry[]
  /** null: it is to be chosen. */
  readonly file: RosterFile | null
  readonly onFile: (file: RosterFile) => void
  readonly onClose: () => void
  readonly onOpen: (planId: string) => void
}

/** Shows what is in a roster before anything is stored, lets it be put right, and stores it. */
export function ImportRoster({ overview, plans, file, onFile, onClose, onOpen }: ImportRosterProps): ReactNode {
  const t = useTexts('rosterImport')
  const [done, setDone] = useState<{ readonly fileId: string; readonly stored: StoredRoster } | null>(null)
  // Another file may be opened while this one's result is shown.
  const stored = done !== null && done.fileId === file?.id ? done.stored : null
  return (
    <Modal title={stored === null ? t.title : t.done.title} isOpen onClose={onClose} wide>
      {stored !== null ? (
        <ImportDone stored={stored} onClose={onClose} onOpen={onOpen} />
      ) : file === null ? (
        <ChooseFile onFile={onFile} onClose={onClose} />
      ) : (
        <Preview
          key={file.id}
          overview={overview}
          plans={plans}
          file={file}
          onFile={onFile}
          onClose={onClose}
          onStored={(result) => setDone({ fileId: file.id, stored: result })}
        />
      )}
    </Modal>
  )
}

interface ChooseFileProps {
  readonly onFile: (file: RosterFile) => void
  readonly onClose: () => void
}

function ChooseFile({ onFile, onClose }: ChooseFileProps): ReactNode {
  const t = useTexts('rosterImport')
  return (
    <div className="import">
      <p>{t.chooseHint({ keys: pasteKeys() })}</p>
      <ModalActions>
        <Button onPress={onClose}>{t.cancel}</Button>
        <FileButton
          types={FILE_TYPES}
          kind="primary"
          label={t.choose}
          onFile={(chosen) => onFile(rosterFile(chosen))}
        />
      </ModalActions>
    </div>
  )
}

interface PreviewProps extends Omit<ImportRosterProps, 'file' | 'onOpen'> {
  readonly file: RosterFile
  readonly onStored: (stored: StoredRoster) => void
}

function Preview({ overview, plans, file, onFile, onClose, onStored }: PreviewProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const client = useTRPCClient()
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const { data: agents = [] } = useQuery(trpc.agents.list.queryOptions({ workspaceId }, { staleTime: 0 }))
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES)
  const [name, setName] = useState('')
  const [withAbsences, setWithAbsences] = useState(false)
  const { data: read, error, isFetching, refetch } = useRosterPreview(file, choices)
  const store = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const uploadId = await uploadFile(file.file, t.failed)
      return client.rosters.store.mutate({
        workspaceId,
        uploadId,
        ...readingOf(file.file, choices, format),
        name: choices.into === null && name.trim() !== '' ? name.trim() : null,
        withAbsences,
      })
    },
    onSuccess: async (result) => {
      await invalidate('plans')
      if (result.absencesAdded > 0) await invalidate('time-off')
      onStored(result)
    },
  })
  const change = (patch: Partial<ImportChoices>): void => setChoices((before) => ({ ...before, ...patch }))
  if (read === undefined)
    return (
      <div className="import">
        {error === null ? (
          <Skeleton label={t.reading} heights={[24, 48, 240]} />
        ) : (
          <ErrorNotice report={reportOf(error)} />
        )}
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          {error === null ? null : <Button onPress={() => void refetch()}>{t.tryAgain}</Button>}
          <FileButton types={FILE_TYPES} label={t.anotherFile} onFile={(chosen) => onFile(rosterFile(chosen))} />
        </ModalActions>
      </div>
    )
  const { understood } = read
  const unsure = read.matches.filter(({ how }) => how === 'ambiguous').length
  const hasPlan = understood.shifts > 0 || understood.shape === 'plan'
  const isUsable = (hasPlan || (withAbsences && read.absences.length > 0)) && unsure === 0 && error === null
  const unused = unusedText(read.understood.unusedColumns, format)
  const failure = store.error ?? error
  return (
    <div className="import" aria-busy={isFetching}>
      <p className="import-found">{foundText(read, format)}</p>
      {unused === '' ? null : <p className="quiet">{unused}</p>}
      {hasPlan ? null : <p className="import-warning">{t.noShifts}</p>}
      <ImportFields overview={overview} plans={plans} read={read} choices={choices} onChange={change}>
        {choices.into === null ? (
          <TextField
            label={t.name}
            value={name}
            onChange={setName}
            maxLength={120}
            placeholder={usualName(file.file)}
          />
        ) : null}
      </ImportFields>
      {unsure === 0 ? null : <p className="import-warning">{t.ambiguous({ count: unsure })}</p>}
      <FoundParts read={read} agents={agents} names={choices.names} onNames={(names) => change({ names })} />
      {read.absences.length === 0 ? null : (
        <SwitchField
          label={t.absences({ count: read.absences.length })}
          isSelected={withAbsences}
          onChange={setWithAbsences}
        />
      )}
      {failure === null ? null : <ErrorNotice report={reportOf(failure)} />}
      <ModalActions>
        <FileButton types={FILE_TYPES} label={t.anotherFile} onFile={(chosen) => onFile(rosterFile(chosen))} />
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button kind="primary" isDisabled={!isUsable || store.isPending || isFetching} onPress={() => store.mutate()}>
          {store.isPending
            ? t.storing
            : understood.shape === 'plan'
              ? t.storePlan
              : hasPlan
                ? t.store({ count: understood.shifts })
                : t.storeAbsences}
        </Button>
      </ModalActions>
    </div>
  )
}

function usualName({ name }: File): string {
  return name.replace(/\.[^.]*$/u, '')
}

function pasteKeys(): string {
  return /mac/iu.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V'
}
