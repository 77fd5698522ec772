import type { ReactNode } from 'react'
import { CsvButton } from '../../app/files/csv-button.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import type { WeekDetail } from './compare-types.ts'

interface WeekCsvProps {
  readonly detail: Pick<WeekDetail, 'publicationId' | 'week'>
  readonly workspaceId: string
  readonly table: keyof typeof COMMANDS
  /** Of what, for those who hear the button. */
  readonly name: string
  readonly label?: string
}

const COMMANDS = {
  hours: 'save-csv',
  adherence: 'save-adherence-csv',
  'adherence-slots': 'save-adherence-slots-csv',
} as const

/** Saves a table of the week as CSV. */
export function WeekCsv({ detail: { publicationId, week }, workspaceId, table, name, label }: WeekCsvProps): ReactNode {
  const client = useTRPCClient()
  return (
    <span className="compare-csv">
      <CsvButton
        name={name}
        {...(label === undefined ? {} : { label })}
        csv={() => client.compare.csv.query({ workspaceId, publicationId, week, table })}
        id={COMMANDS[table]}
      />
    </span>
  )
}
