import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { command, type Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { useSaveText } from './use-save-text.ts'
import { ActionFailure } from './action-failure.tsx'
import { Button } from '../../kit/button.tsx'

/** Fetches a table as CSV. */
export type FetchCsv = () => Promise<{ readonly fileName: string; readonly text: string }>

interface CsvButtonProps {
  /** Of what, for those who hear the button: "the trend". */
  readonly name: string
  /** What the button says; absent: "CSV". */
  readonly label?: string
  readonly csv: FetchCsv
  /** By which it is done without the button. */
  readonly id: Extract<CommandId, 'save-csv' | 'save-trend-csv' | 'save-adherence-csv' | 'save-adherence-slots-csv'>
}

/** Saves a table as CSV. */
export function CsvButton({ name, label, csv, id }: CsvButtonProps): ReactNode {
  const t = useTexts('app')
  const saveText = useSaveText()
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: csv,
    onSuccess: (file) => saveText(file.fileName, file.text),
  })
  const title = t.saveAsCsv({ name })
  const commands = useMemo<readonly Command[]>(() => [command(id, () => mutate(), title)], [id, mutate, title])
  useCommands(id, commands)
  return (
    <>
      {error === null ? null : <ActionFailure error={error} />}
      <Button
        kind="quiet"
        icon={<Download size={14} aria-hidden />}
        aria-label={title}
        isDisabled={isPending}
        onPress={() => mutate()}
      >
        {label ?? t.csv}
      </Button>
    </>
  )
}
