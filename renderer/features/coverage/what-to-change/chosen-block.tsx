import { CalendarPlus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeReason } from '../../../../shared/recommend/index.ts'
import { Button } from '../../../kit/button.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Rich } from '../../../format/rich.ts'
import type { StaffingBlock } from '../../../app/staffing-blocks/block-types.ts'
import { agentsMore, blockWhen, capitalised, planText, wonText } from '../../../app/staffing-blocks/block-text.ts'
import { isSameHours, shiftsToAdd, type HoursChoice } from '../../../app/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../../app/staffing-blocks/use-plan-here.ts'
import type { CoverageReport } from '../report.ts'
import { countedInHours } from './counted-in-hours.ts'

interface ChosenBlockProps {
  readonly hours: HoursChoice
  readonly report: CoverageReport
  readonly blocks: readonly StaffingBlock[] | null
  readonly onClose: () => void
}

/** The hours that are outlined in the heatmap: what is lost in them, why, and what it takes. */
export function ChosenBlock({ hours, report, blocks, onClose }: ChosenBlockProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const planHere = usePlanHere()
  const block = blocks?.find((one) => isSameHours(one, hours))
  const when = capitalised(blockWhen(hours, format))
  const { visitors, missed, rate } = countedInHours(report.byDayHour, hours)
  return (
    <section className="chosen-block" aria-label={t.outlinedHours}>
      <output>
        <Rich
          parts={t.outlined({
            when,
            missed: format.count(missed),
            count: visitors,
            rate: format.rate(rate),
            strong: (text) => <strong>{text}</strong>,
          })}
        />{' '}
        {block === undefined ? null : (
          <>
            {describeReason(block.reason, format)}{' '}
            <span className="chosen-block-take">
              {t.outlinedTake({
                agents: agentsMore(block.suggestedAgents, format),
                won: wonText(block.expectedRecoveredPerWeek, format),
              })}
            </span>
          </>
        )}
      </output>
      {block === undefined ? null : (
        <Button icon={<CalendarPlus size={16} aria-hidden />} onPress={() => planHere(shiftsToAdd(block))}>
          {planText(block, format)}
        </Button>
      )}
      <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={t.clearOutline} onPress={onClose} />
    </section>
  )
}
