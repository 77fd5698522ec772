import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useSaveText } from '../../../app/files/use-save-text.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import type { AgentEntry } from '../agent-types.ts'
import { AgentFileDoor } from '../import/agent-file-door.tsx'

interface TimeOffFilesProps {
  readonly agents: readonly AgentEntry[]
  /** Nobody is away: a file would be empty. */
  readonly isEmpty: boolean
}

/** Takes time off from a table, and keeps it in one. */
export function TimeOffFiles({ agents, isEmpty }: TimeOffFilesProps): ReactNode {
  const client = useTRPCClient()
  const t = useTexts('timeOff')
  const saveText = useSaveText()
  const { workspaceId } = useWorkspace()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, text } = await client.timeOff.exportCsv.query({ workspaceId })
      saveText(fileName, text)
    },
  })
  return (
    <div className="agents-file">
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => save.mutate()}>
        {t.export}
      </Button>
      <AgentFileDoor agents={agents} />
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
    </div>
  )
}
