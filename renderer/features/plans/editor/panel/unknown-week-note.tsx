import type { ReactNode } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import type { UnknownWeek } from './unknown-week.ts'

interface UnknownWeekNoteProps {
  readonly unknown: UnknownWeek
  readonly onWeek: (week: string) => void
}

/** In the place of the figures: zeros would say that nobody comes. */
export function UnknownWeekNote({ unknown, onWeek }: UnknownWeekNoteProps): ReactNode {
  const format = useFormat()
  const { text, firstKnown } = unknown
  return (
    <div className="unknown-week">
      <p>{text}</p>
      {firstKnown === null ? null : (
        <Button kind="link" onPress={() => onWeek(firstKnown)}>
          {format.texts.planPanel.showWeekOf({ date: format.date(firstKnown, 'day') })}
        </Button>
      )}
    </div>
  )
}
