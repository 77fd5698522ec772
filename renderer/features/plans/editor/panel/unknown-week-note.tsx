import type { ReactNode } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import type { UnknownWeek } from './unknown-week.ts'

interface UnknownWeekNoteProps {
  readonly unknown: UnknownWeek
  readonly onWeek: (week: string) => void
}

/** Stands where the figures would: zeros would say that nobody comes. */
export function UnknownWeekNote({ unknown, onWeek }: UnknownWeekNoteProps): ReactNode {
  const format = useFormat()
  const { text, firstKnown } = unknown
  return (
    <div className="unknown-week">
      <p>{text}</p>
      {firstKnown === null ? null : (
        <Button kind="link" onPress={() => onWeek(firstKnown)}>
          Show the week of {format.date(firstKnown, 'day')}
        </Button>
      )}
    </div>
  )
}
