import { useMutation } from '@tanstack/react-query'
import { Download, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { reportOf } from '../errors/error-report.ts'
import { saveText } from '../files/transfer.ts'
import { Button } from './button.tsx'
import './figure-actions.css'

interface FigureActionsProps {
  /** Of what, for those who hear the buttons: "the trend". */
  readonly name: string
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
  /** Fetches the figures as CSV. */
  readonly csv: () => Promise<{ readonly fileName: string; readonly text: string }>
}

/** Shows a chart's numbers as a table, and saves them as CSV. */
export function FigureActions({ name, asTable, onAsTable, csv }: FigureActionsProps): ReactNode {
  const saving = useMutation({ networkMode: 'always', mutationFn: csv, onSuccess: (file) => saveText(file.fileName, file.text) })
  return (
    <div className="figure-actions">
      {saving.error === null ? null : (
        <span className="figure-actions-error" role="alert">
          {reportOf(saving.error).message}
        </span>
      )}
      <ToggleButton className="button button-quiet" isSelected={asTable} onChange={onAsTable} aria-label={`Show ${name} as a table`}>
        <Table2 size={14} aria-hidden />
        As table
      </ToggleButton>
      <Button kind="quiet" icon={<Download size={14} aria-hidden />} aria-label={`Save ${name} as CSV`} isDisabled={saving.isPending} onPress={() => saving.mutate()}>
        CSV
      </Button>
    </div>
  )
}
