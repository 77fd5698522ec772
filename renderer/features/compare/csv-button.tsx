import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { saveText } from '../../files/transfer.ts'
import { useTRPCClient } from '../../rpc.ts'
import type { WeekDetail } from './compare-types.ts'

interface CsvButtonProps {
  readonly detail: Pick<WeekDetail, 'publicationId' | 'week'>
  readonly workspaceId: string
  readonly table: 'hours' | 'adherence'
  /** Of what, for those who hear the button. */
  readonly name: string
}

/** Saves a table of the week as CSV. */
export function CsvButton({ detail: { publicationId, week }, workspaceId, table, name }: CsvButtonProps): ReactNode {
  const client = useTRPCClient()
  const csv = useMutation({
    networkMode: 'always',
    mutationFn: () => client.compare.csv.query({ workspaceId, publicationId, week, table }),
    onSuccess: (file) => saveText(file.fileName, file.text),
  })
  return (
    <span className="compare-csv">
      {csv.error === null ? null : (
        <span className="compare-csv-error" role="alert">
          {reportOf(csv.error).message}
        </span>
      )}
      <Button kind="quiet" icon={<Download size={14} aria-hidden />} aria-label={`Save ${name} as CSV`} isDisabled={csv.isPending} onPress={() => csv.mutate()}>
        CSV
      </Button>
    </span>
  )
}
