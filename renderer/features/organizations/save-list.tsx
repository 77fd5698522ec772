import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { ActionFailure } from '../../app/files/action-failure.tsx'
import { PdfButton } from '../../app/files/pdf-button.tsx'
import { download } from '../../app/files/transfer.ts'
import { useSaveText } from '../../app/files/use-save-text.ts'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'

const PAGE = { kind: 'health' } as const

/** The list as files: all of it for spreadsheets, the lowest scores on one page of paper. */
export function SaveList(): ReactNode {
  const { app, organizations: t } = useFormat().texts
  const client = useTRPCClient()
  const saveText = useSaveText()
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: async (kind: 'csv' | 'workbook') => {
      if (kind === 'csv') {
        const { fileName, text } = await client.health.csv.query()
        return saveText(fileName, text)
      }
      const { path, fileName } = await client.health.workbook.mutate()
      return download(path, fileName)
    },
  })
  return (
    <>
      {error === null ? null : <ActionFailure error={error} />}
      <Button
        kind="quiet"
        icon={<Download size={14} aria-hidden />}
        isDisabled={isPending}
        onPress={() => mutate('csv')}
      >
        {app.csv}
      </Button>
      <Button
        kind="quiet"
        icon={<Download size={14} aria-hidden />}
        isDisabled={isPending}
        onPress={() => mutate('workbook')}
      >
        {t.workbook}
      </Button>
      <PdfButton page={PAGE} name={t.thisList} />
    </>
  )
}
