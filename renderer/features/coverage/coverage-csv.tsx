import type { ReactNode } from 'react'
import { CsvButton } from '../../app/files/csv-button.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import type { ReportInput } from './use-coverage-report.ts'

interface CoverageCsvProps {
  /** Of what, for those who hear the button: "the trend". */
  readonly name: string
  readonly input: ReportInput
  readonly table: 'hourly' | 'byDay' | 'heatmap' | 'daily'
  /** Visitors by what they are worth. */
  readonly weighted?: boolean
}

/** Saves a table of the report as CSV. */
export function CoverageCsv({ name, input, table, weighted = false }: CoverageCsvProps): ReactNode {
  const client = useTRPCClient()
  return (
    <CsvButton
      name={name}
      csv={() => client.coverage.csv.query({ ...input, table, weighted })}
      id={table === 'daily' ? 'save-trend-csv' : 'save-csv'}
    />
  )
}
