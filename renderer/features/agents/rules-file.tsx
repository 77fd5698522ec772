import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { saveJson } from '../../files/transfer.ts'
import { useTRPC, useTRPCClient } from '../../rpc.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { importedWords } from './rules-file-words.ts'
import { useInvalidate } from '../../workspace/what-changes-what.ts'

interface RulesFileButtonsProps {
  /** Nothing was said of anybody: a file would be empty. */
  readonly isEmpty: boolean
}

/** Keeps the rules of agents in a file, and takes them from one. */
export function RulesFileButtons({ isEmpty }: RulesFileButtonsProps): ReactNode {
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
  const error = save.error ?? take.error
  return (
    <div className="agents-file">
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => save.mutate()}>
        Save these rules as a file
      </Button>
      <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => (files?.[0] ? void files[0].text().then((text) => take.mutate({ workspaceId, text })) : undefined)}>
        <Button kind="quiet" icon={<Upload size={16} aria-hidden />} isDisabled={take.isPending}>
          Open a rules file
        </Button>
      </FileTrigger>
      <output className="quiet">{take.data === undefined ? '' : importedWords(take.data)}</output>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </div>
  )
}
