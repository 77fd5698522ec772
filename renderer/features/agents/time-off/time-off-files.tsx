import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { usualDateOrder } from '../../../../shared/roster/usual-order.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { DropFrame } from '../../../app/files/drop-frame.tsx'
import { saveText, uploadFile } from '../../../app/files/transfer.ts'
import { useBroughtFiles } from '../../../app/files/use-brought-files.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { importedText } from './imported-text.ts'

/** Takes time off from a table, chosen, dropped or pasted, and keeps it in one. */
export function TimeOffFiles({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
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
  const take = useMutation({
    networkMode: 'always',
    mutationFn: async (file: File) => {
      const uploadId = await uploadFile(file, format.texts.rosterImport.failed)
      const usualOrder = usualDateOrder(navigator.language)
      return client.timeOff.import.mutate({ workspaceId, uploadId, fileName: file.name, usualOrder })
    },
    onSuccess: () => invalidate('time-off'),
  })
  const { mutate } = take
  const { isDragged } = useBroughtFiles(format.texts.rosterImport.pasted, mutate)
  const error = save.error ?? take.error
  return (
    <div className="agents-file">
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} isDisabled={isEmpty} onPress={() => save.mutate()}>
        {t.export}
      </Button>
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', '.xlsx', '.ods']}
        onSelect={(files) => (files?.[0] ? take.mutate(files[0]) : undefined)}
      >
        <Button kind="quiet" icon={<Upload size={16} aria-hidden />} isDisabled={take.isPending}>
          {t.import}
        </Button>
      </FileTrigger>
      <output className="quiet">{take.data === undefined ? '' : importedText(take.data, format)}</output>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <DropFrame isDragged={isDragged} label={t.drop} />
    </div>
  )
}
