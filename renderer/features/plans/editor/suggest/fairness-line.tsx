import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/format-context.tsx'
import type { SuggestOutcome } from './search.ts'

interface FairnessLineProps {
  readonly fairness: NonNullable<SuggestOutcome['output']['fairness']>
}

/** How much more fairly nights and weekends are shared, at what cost, and which wishes are kept. */
export function FairnessLine({ fairness }: FairnessLineProps): ReactNode {
  const format = useFormat()
  const { spreadBefore, spreadAfter, coveredLost, wishes } = fairness
  if (spreadBefore === null || spreadAfter === null) return null
  const hours = (spread: number): string => format.agentHours(Math.round(10 * spread) / 10)
  return (
    <p>
      {format.texts.suggest.fairer({
        before: hours(spreadBefore),
        after: hours(spreadAfter),
        lost: format.signed(-coveredLost, 1),
      })}{' '}
      {wishes.all === 0
        ? null
        : format.texts.suggest.wishesKept({
            before: format.count(wishes.keptBefore),
            after: format.count(wishes.keptAfter),
            all: format.count(wishes.all),
          })}
    </p>
  )
}
