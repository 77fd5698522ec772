import { useMutation } from '@tanstack/react-query'
import { Download, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { saveText } from '../../files/transfer.ts'
import { useTRPCClient } from '../../rpc.ts'
import type { ReportInput } from './use-coverage-report.ts'

interface FigureActionsProps {
  /** Of what, for those who hear the buttons: "the trend". */
  readonly name: string
  readonly input: ReportInput
  readonly table: 'hourly' | 'byDay' | 'heatmap' | 'daily'
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
}

/** Shows a chart's numbers as a table, and saves them as CSV. */
export function FigureActions({ name, input, table, asTable, onAsTable }: FigureActionsProps): ReactNode {
  const client = useTRPCClient()
  const csv = useMutation({
    networkMode: 'always',
    mutationFn: () => client.coverage.csv.query({ ...input, table }),
    onSuccess: (file) => saveText(file.fileName, file.text),
  })
  return (
    <div className="figure-actions">
      {csv.error === null ? null : (
        <span className="figure-actions-error" role="alert">
          {reportOf(csv.error).message}
        </span>
      )}
      <ToggleButton className="button button-quiet" isSelected={asTable} onChange={onAsTable} aria-label={`Show ${name} as a table`}>
        <Table2 size={14} aria-hidden />
        As table
      </ToggleButton>
      <Button kind="quiet" icon={<Download size={14} aria-hidden />} aria-label={`Save ${name} as CSV`} isDisabled={csv.isPending} onPress={() => csv.mutate()}>
        CSV
      </Button>
    </div>
  )
}
