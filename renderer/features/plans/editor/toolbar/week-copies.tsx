import { CopyPlus, History } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { command } from '../../../../app/commands/command.ts'
import { useCommands } from '../../../../app/commands/use-commands.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { copyLastWeek } from '../copy-week/copy-week-to.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'

/** Fills the shown week from the one before, or others from it. */
export function WeekCopies(): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const editor = useEditor()
  const firstDay = useEditorState(({ week }) => week.board.firstDay)
  const commands = useMemo(
    () =>
      [
        command('copy-last-week', () => copyLastWeek(editor, format)),
        command('copy-week-to', () => editor.openDialog({ kind: 'copy-week', fromDay: firstDay, toDay: firstDay + 7 })),
      ] as const,
    [editor, format, firstDay],
  )
  useCommands('week-copies', commands)
  const [copyLast, copyTo] = commands
  return (
    <>
      <Button kind="quiet" icon={<History size={16} aria-hidden />} onPress={copyLast.run}>
        {t.copyLastWeek}
      </Button>
      <Button kind="quiet" icon={<CopyPlus size={16} aria-hidden />} onPress={copyTo.run}>
        {t.copyWeekTo}
      </Button>
    </>
  )
}
