import { CopyPlus, History } from 'lucide-react'
import type { ReactNode } from 'react'
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
  return (
    <>
      <Button kind="quiet" icon={<History size={16} aria-hidden />} onPress={() => copyLastWeek(editor, format)}>
        {t.copyLastWeek}
      </Button>
      <Button
        kind="quiet"
        icon={<CopyPlus size={16} aria-hidden />}
        onPress={() => editor.openDialog({ kind: 'copy-week', fromDay: firstDay, toDay: firstDay + 7 })}
      >
        {t.copyWeekTo}
      </Button>
    </>
  )
}
