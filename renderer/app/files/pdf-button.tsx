import { FileText } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { command, type Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { usePrinting, type Printable } from './print-document.ts'
import { ActionFailure } from './action-failure.tsx'
import { Button } from '../../kit/button.tsx'

interface PdfButtonProps {
  readonly page: Printable
  /** Of what, for those who hear the button: "this report". */
  readonly name: string
}

/** Saves the document of a screen as PDF, or prints it where no PDF is made; the one place of a screen with these commands. */
export function PdfButton({ page, name }: PdfButtonProps): ReactNode {
  const t = useTexts('app')
  const { print, hasDialog, savePdf, isWorking, error } = usePrinting(page)
  const commands = useMemo<readonly Command[]>(
    () => [
      ...(savePdf === null ? [] : [command('save-pdf', savePdf)]),
      command('print', print, hasDialog ? undefined : t.printFromPdf),
    ],
    [print, hasDialog, savePdf, t],
  )
  useCommands('document', commands)
  return (
    <>
      {error === null || isWorking ? null : <ActionFailure error={error} />}
      <Button
        kind="quiet"
        icon={<FileText size={14} aria-hidden />}
        isDisabled={isWorking}
        aria-label={savePdf === null ? t.print({ name }) : t.saveAsPdf({ name })}
        onPress={savePdf ?? print}
      >
        {t.pdf}
      </Button>
    </>
  )
}
