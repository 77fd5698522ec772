import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { CsvButton, type FetchCsv } from './csv-button.tsx'
import './figure-actions.css'

interface FigureActionsProps {
  /** Of what, for those who hear the buttons: "the trend". */
  readonly name: string
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
  readonly csv: FetchCsv
  /** Which of a screen's tables it is, for palette and shortcuts. */
  readonly csvId?: 'save-csv' | 'save-trend-csv'
}

/** Shows a chart's numbers as a table, and saves them as CSV. */
export function FigureActions({ name, asTable, onAsTable, csv, csvId = 'save-csv' }: FigureActionsProps): ReactNode {
  return (
    <div className="figure-actions">
      <ToggleButton className="button button-quiet" isSelected={asTable} onChange={onAsTable} aria-label={`Show ${name} as a table`}>
        <Table2 size={14} aria-hidden />
        As table
      </ToggleButton>
      <CsvButton name={name} csv={csv} id={csvId} />
    </div>
  )
}
