import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { DATE_ORDERS, type DateOrder } from '../../../../shared/roster/date-text.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { unusedText } from '../../../app/files/unused-columns.ts'
import { FileButton } from '../../../app/import/file-button.tsx'
import '../../../app/import/import.css'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { AgentEntry } from '../agent-types.ts'
import { foundText } from './agent-file-text.ts'
import type { AgentFileChoices, AgentFilePreview } from './agent-file-types.ts'
import { FoundParts } from './found-parts.tsx'
import { useAgentFileInput, useAgentFilePreview } from './use-agent-file.ts'

/** What the files are called that are offered first. */
export const AGENT_FILE_TYPES = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods']

const AUTO = 'auto'

interface ImportAgentFileProps {
  readonly agents: readonly AgentEntry[]
  readonly chosen: { readonly file: File; readonly id: string }
  readonly onFile: (file: File) => void
  readonly onClose: () => void
  readonly onStored: (stored: AgentFilePreview) => void
}

/** Shows what a table says of agents before anything of it is stored, lets it be put right, and stores it. */
export function ImportAgentFile({ agents, chosen, onFile, onClose, onStored }: ImportAgentFileProps): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport } = format.texts
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const input = useAgentFileInput()
  const [choices, setChoices] = useState<AgentFileChoices>({ dateOrder: null, names: new Map() })
  const { data: read, error, isFetching, refetch } = useAgentFilePreview(chosen, choices)
  const store = useMutation({
    networkMode: 'always',
    mutationFn: async () => client.agentFiles.store.mutate(await input(chosen.file, choices)),
    onSuccess: async (stored) => {
      await invalidate(stored.kind === 'time-off' ? 'time-off' : 'agents')
      onStored(stored)
    },
  })
  const change = (patch: Partial<AgentFileChoices>): void => setChoices((before) => ({ ...before, ...patch }))
  const another = <FileButton types={AGENT_FILE_TYPES} label={rosterImport.anotherFile} onFile={onFile} />
  const failure = store.error ?? error
  return (
    <Modal title={titleOf(read, t.titles)} isOpen onClose={onClose} wide>
      {read === undefined ? (
        <div className="import">
          {error === null ? (
            <Skeleton label={rosterImport.reading} heights={[24, 48, 240]} />
          ) : (
            <ErrorNotice report={reportOf(error)} />
          )}
          <ModalActions>
            <Button onPress={onClose}>{rosterImport.cancel}</Button>
            {error === null ? null : <Button onPress={() => void refetch()}>{rosterImport.tryAgain}</Button>}
            {another}
          </ModalActions>
        </div>
      ) : (
        <div className="import" aria-busy={isFetching}>
          <Found read={read} choices={choices} onChange={change} />
          <FoundParts read={read} agents={agents} names={choices.names} onNames={(names) => change({ names })} />
          {failure === null ? null : <ErrorNotice report={reportOf(failure)} />}
          <ModalActions>
            {another}
            <Button onPress={onClose}>{rosterImport.cancel}</Button>
            <Button
              kind="primary"
              isDisabled={!isUsable(read) || error !== null || store.isPending || isFetching}
              onPress={() => store.mutate()}
            >
              {store.isPending
                ? rosterImport.storing
                : read.kind === 'availability'
                  ? t.storeAvailability({ count: read.agents })
                  : t.storeTimeOff({ count: read.added })}
            </Button>
          </ModalActions>
        </div>
      )}
    </Modal>
  )
}

interface FoundProps {
  readonly read: AgentFilePreview
  readonly choices: AgentFileChoices
  readonly onChange: (patch: Partial<AgentFileChoices>) => void
}

/** What was found, in a line, and what to look at. */
function Found({ read, choices, onChange }: FoundProps): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport } = format.texts
  const unused = unusedText(read.unusedColumns, format)
  const unsure = namesFound(read, 'ambiguous')
  const unknown = namesFound(read, 'new')
  return (
    <>
      <p className="import-found">{foundText(read, format)}</p>
      {unused === '' ? null : <p className="quiet">{unused}</p>}
      {read.kind === 'availability' && read.agents > 0 ? <p>{t.replaces}</p> : null}
      {read.entries.length === 0 ? <p className="import-warning">{t.nothing}</p> : null}
      {read.kind === 'time-off' && read.added === 0 && read.known > 0 && unsure === 0 ? <p>{t.allKnown}</p> : null}
      {read.kind === 'availability' || read.dateOrderBy === 'not-needed' ? null : (
        <div className="import-fields">
          <SelectField
            label={rosterImport.order}
            options={[
              ...(choices.dateOrder === null
                ? [{ id: AUTO, label: rosterImport.orders.auto({ order: rosterImport.orders[read.dateOrder] }) }]
                : []),
              ...DATE_ORDERS.map((order) => ({ id: order, label: rosterImport.orders[order] })),
            ]}
            value={choices.dateOrder ?? AUTO}
            onChange={(order) => onChange({ dateOrder: order === AUTO ? null : (order as DateOrder) })}
            {...(read.dateOrderBy === 'chosen' ? {} : { hint: rosterImport.orderBy[read.dateOrderBy] })}
          />
        </div>
      )}
      {unsure === 0 ? null : <p className="import-warning">{rosterImport.ambiguous({ count: unsure })}</p>}
      {unknown === 0 ? null : <p className="import-warning">{t.unknown({ count: unknown })}</p>}
    </>
  )
}

function namesFound({ matches }: AgentFilePreview, wanted: AgentFilePreview['matches'][number]['how']): number {
  return matches.filter(({ how }) => how === wanted).length
}

function isUsable(read: AgentFilePreview): boolean {
  const count = read.kind === 'availability' ? read.agents : read.added
  return count > 0 && namesFound(read, 'ambiguous') === 0
}

function titleOf(
  read: AgentFilePreview | undefined,
  titles: { readonly file: string; readonly timeOff: string; readonly availability: string },
): string {
  if (read === undefined) return titles.file
  return read.kind === 'availability' ? titles.availability : titles.timeOff
}
