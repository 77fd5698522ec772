import { CalendarDays, CalendarRange } from 'lucide-react'
import type { ReactNode } from 'react'
import { differenceOf } from '../../../shared/compare/compared.ts'
import { OptionList, type Option } from '../../kit/option-list.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { signedPoints, weekName } from './compare-text.ts'
import type { CompareList, ComparedWeek } from './compare-types.ts'
import { WHOLE_WEEK, type CompareView } from './compare-view.ts'

interface CompareChoicesProps {
  readonly list: CompareList
  readonly chosen: ComparedWeek
  readonly change: (patch: Partial<CompareView>) => void
}

/** Which plan, and which of its weeks. */
export function CompareChoices({ list, chosen, change }: CompareChoicesProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const plans = new Map(list.weeks.map(({ planId, planName }) => [planId, planName]))
  const weeks = list.weeks.filter(({ planId }) => planId === chosen.planId)
  return (
    <>
      <PopoverButton name={t.plan} value={chosen.planName} isName icon={<CalendarRange size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name={t.plans}
            options={[...plans].map(([id, label]) => ({ id, label, isName: true }))}
            selected={chosen.planId}
            onSelect={(planId) => {
              close()
              change({ planId, week: null, scope: WHOLE_WEEK })
            }}
          />
        )}
      </PopoverButton>
      <PopoverButton name={t.week} value={weekName(chosen.week, format)} icon={<CalendarDays size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name={t.weeks}
            options={weeks.map((week) => weekOption(week, format))}
            selected={chosen.week}
            onSelect={(week) => {
              close()
              change({ planId: chosen.planId, week, scope: WHOLE_WEEK })
            }}
          />
        )}
      </PopoverButton>
    </>
  )
}

function weekOption({ week, state, total }: ComparedWeek, format: Formatter): Option {
  const difference = differenceOf(total)
  return { id: week, label: weekName(week, format), detail: detailText(difference, { state, total }, format) }
}

function detailText(
  value: number | null,
  { state, total }: Pick<ComparedWeek, 'state' | 'total'>,
  format: Formatter,
): string {
  const t = format.texts.compare
  if (value === null) return t.noData
  const difference = signedPoints(value, format)
  if (state === 'running') return t.differenceSoFar({ difference })
  return total.insideBand80 === false ? t.differenceOutside({ difference }) : difference
}
