import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { reportOf } from '../../../app/errors/error-report.ts'
import { saveText } from '../../../app/files/transfer.ts'
import { useTRPC, useTRPCClient } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'

/** Takes time off from a CSV file, and keeps it in one. */
export function TimeOffFiles({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const format = useFormat()
  const t = format.texts.timeOff
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { fileName, text } = await client.timeOff.exportCsv.query({ workspaceId })
      saveText(fileName, text)
    },
  })
  const take = useMutation(trpc.timeOff.importCsv.mutationOptions({ onSuccess: () => invalidate('time-off') }))
  const error = save.error ?? take.error
  return (
    <div className="agents-file">
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => save.mutate()}>
        {t.export}
      </Button>
      <FileTrigger
        acceptedFileTypes={['.csv', 'text/csv', 'text/plain']}
        onSelect={(files) =>
          files?.[0] ? void files[0].text().then((text) => take.mutate({ workspaceId, text })) : undefined
        }
      >
        <Button kind="quiet" icon={<Upload size={16} aria-hidden />} isDisabled={take.isPending}>
          {t.import}
        </Button>
      </FileTrigger>
      <output className="quiet">{take.data === undefined ? '' : t.imported(take.data)}</output>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </div>
  )
}
