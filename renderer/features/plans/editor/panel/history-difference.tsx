import { useMemo, useState, type ReactNode } from 'react'
import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { useEditorState } from '../store/editor-context.ts'
import { START } from '../store/editor-state.ts'

/** What the typical week of the history covers, and why an unchanged plan need not cover as much: apart from what edits did. */
export function HistoryDifference(): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const isComparedWithStart = useEditorState(
    ({ baselineId, baseline }) => baselineId === START && baseline.schedule !== 'typical',
  )
  const predictor = useEditorState(({ inputs }) => inputs.predictor)
  const typical = useMemo(() => predictor.typicalWeek().totals, [predictor])
  const [isOpen, setIsOpen] = useState(false)
  const percent = coveragePercent(typical)
  if (!isComparedWithStart || percent === null) return null
  const rate = format.rate(percent)
  return (
    <details className="history-difference quiet" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t.historyDifference({ rate })}</summary>
      {isOpen ? <Why rate={rate} typicalCovered={typical.covered} /> : null}
    </details>
  )
}

interface WhyProps {
  readonly rate: string
  readonly typicalCovered: number
}

function Why({ rate, typicalCovered }: WhyProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const more = useEditorState(
    ({ prediction }) => Math.round(prediction.week.totals.covered) - Math.round(typicalCovered),
  )
  const visitors = t.moreVisitors({ count: Math.abs(more), signed: format.signed(more) })
  return <p>{t.historyWhy({ rate, visitors })}</p>
}
