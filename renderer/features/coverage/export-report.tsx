import { FileText } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { command, type Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.tsx'
import { Button } from '../../components/button.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { usePrinting } from '../../files/print-document.ts'
import type { ReportInput } from './use-coverage-report.ts'

/** The figures of the screen on paper. */
export function ExportReport({ input }: { readonly input: ReportInput }): ReactNode {
  const { print, hasDialog, savePdf, isWorking, error } = usePrinting({ kind: 'coverage', ...input })
  const commands = useMemo<readonly Command[]>(() => [...(savePdf === null ? [] : [command('save-pdf', savePdf)]), command('print', print, hasDialog ? undefined : 'Save as PDF, to print it')], [print, hasDialog, savePdf])
  useCommands('coverage-export', commands)
  return (
    <>
      <Button kind="quiet" icon={<FileText size={14} aria-hidden />} isDisabled={isWorking} aria-label={savePdf === null ? 'Print this report' : 'Save this report as PDF'} onPress={savePdf ?? print}>
        PDF
      </Button>
      {error === null || isWorking ? null : (
        <span className="figure-actions-error" role="alert">
          {reportOf(error).message}
        </span>
      )}
    </>
  )
}
