import { FileText } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { command, type Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.tsx'
import { Button } from '../../components/button.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { usePrinting } from '../../files/print-document.ts'

interface ExportWeekProps {
  readonly workspaceId: string
  readonly publicationId: string
  readonly week: string
}

/** The week that is compared, on paper. */
export function ExportWeek({ workspaceId, publicationId, week }: ExportWeekProps): ReactNode {
  const { print, hasDialog, savePdf, isWorking, error } = usePrinting({ kind: 'compare', workspaceId, publicationId, week })
  const commands = useMemo<readonly Command[]>(() => [...(savePdf === null ? [] : [command('save-pdf', savePdf)]), command('print', print, hasDialog ? undefined : 'Save as PDF, to print it')], [print, hasDialog, savePdf])
  useCommands('compare-export', commands)
  return (
    <span className="compare-csv">
      {error === null || isWorking ? null : (
        <span className="compare-csv-error" role="alert">
          {reportOf(error).message}
        </span>
      )}
      <Button kind="quiet" icon={<FileText size={14} aria-hidden />} isDisabled={isWorking} aria-label={savePdf === null ? 'Print this comparison' : 'Save this comparison as PDF'} onPress={savePdf ?? print}>
        PDF
      </Button>
    </span>
  )
}
