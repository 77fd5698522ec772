import { CalendarPlus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { StaffingBlock } from '../../../workspace/staffing-blocks/block-types.ts'
import { agentsMore, blockWhen, capitalised, planWords, wonWords } from '../../../workspace/staffing-blocks/block-words.ts'
import { isSameHours, planAtOf, type HoursChoice } from '../../../workspace/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../../workspace/use-plan-here.ts'
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
  const planHere = usePlanHere()
  const block = blocks?.find((one) => isSameHours(one, hours))
  const when = capitalised(blockWhen(hours, format))
  const { visitors, missed, rate } = countedInHours(report.byDayHour, hours)
  return (
    <section className="chosen-block" aria-label="Outlined hours">
      <output>
        <strong>{when}:</strong> {format.count(missed)} of {format.visitors(visitors)} found nobody ({format.rate(rate)} covered).{' '}
        {block === undefined ? null : (
          <>
            {block.reason}{' '}
            <span className="chosen-block-take">
              {agentsMore(block.suggestedAgents, format)}: {wonWords(block.expectedRecoveredPerWeek, format)}.
            </span>
          </>
        )}
      </output>
      {block === undefined ? null : (
        <Button icon={<CalendarPlus size={16} aria-hidden />} onPress={() => planHere(planAtOf(block))}>
          {planWords(block)}
        </Button>
      )}
      <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label="Outline nothing" onPress={onClose} />
    </section>
  )
}
