import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { saveJson } from '../../app/files/transfer.ts'
import { useSaveText } from '../../app/files/use-save-text.ts'
import { useTexts } from '../../format/format-context.tsx'
import { useTRPC, useTRPCClient } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { AgentEntry } from './agent-types.ts'
import { AgentFileDoor } from './import/agent-file-door.tsx'
import { importedText } from './rules-file-text.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

interface RulesFileButtonsProps {
  readonly agents: readonly AgentEntry[]
  /** Nobody has rules: a file would be empty. */
  readonly isEmpty: boolean
}

/** Keeps the rules and the availability of agents in files, and takes them, and time off, from some. */
export function RulesFileButtons({ agents, isEmpty }: RulesFileButtonsProps): ReactNode {
  const t = useTexts('agents')
  const saveText = useSaveText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, text } = await client.agents.exportRules.query({ workspaceId })
      saveJson(fileName, text)
    },
  })
  const take = useMutation(trpc.agents.importRules.mutationOptions({ onSuccess: () => invalidate('agents') }))
  const saveAvailability = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, text } = await client.agents.exportAvailability.query({ workspaceId })
      saveText(fileName, text)
    },
  })
  const error = save.error ?? take.error ?? saveAvailability.error
  return (
    <div className="agents-file">
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => save.mutate()}>
        {t.saveRules}
      </Button>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) =>
          files?.[0] ? void files[0].text().then((text) => take.mutate({ workspaceId, text })) : undefined
        }
      >
        <Button kind="quiet" icon={<Upload size={16} aria-hidden />} isDisabled={take.isPending}>
          {t.openRules}
        </Button>
      </FileTrigger>
      <Button
        kind="quiet"
        icon={<Download size={16} aria-hidden />}
        isDisabled={isEmpty}
        onPress={() => saveAvailability.mutate()}
      >
        {t.exportAvailability}
      </Button>
      <AgentFileDoor agents={agents} />
      <output className="quiet">{take.data === undefined ? '' : importedText(take.data)}</output>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </div>
  )
}
