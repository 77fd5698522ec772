import type { ReactNode } from 'react'
import { FigureActions as Actions } from '../../components/figure-actions.tsx'
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
export function FigureActions({ input, table, ...rest }: FigureActionsProps): ReactNode {
  const client = useTRPCClient()
  return <Actions {...rest} csv={() => client.coverage.csv.query({ ...input, table })} csvId={table === 'daily' ? 'save-trend-csv' : 'save-csv'} />
}
