import { CalendarDays, CalendarRange } from 'lucide-react'
import type { ReactNode } from 'react'
import { differenceOf } from '../../../shared/compare/compared.ts'
import { OptionList, type Option } from '../../components/option-list.tsx'
import { PopoverButton } from '../../components/popover-button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { signedPoints, weekName } from './compare-words.ts'
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
  const plans = new Map(list.weeks.map(({ planId, planName }) => [planId, planName]))
  const weeks = list.weeks.filter(({ planId }) => planId === chosen.planId)
  return (
    <>
      <PopoverButton name="Plan" value={chosen.planName} icon={<CalendarRange size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name="Plans"
            options={[...plans].map(([id, label]) => ({ id, label }))}
            selected={chosen.planId}
            onSelect={(planId) => {
              close()
              change({ planId, week: null, scope: WHOLE_WEEK })
            }}
          />
        )}
      </PopoverButton>
      <PopoverButton name="Week" value={weekName(chosen.week, format)} icon={<CalendarDays size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name="Weeks"
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
  const detail = difference === null ? 'not known' : `${signedPoints(difference, format)}${state === 'running' ? ' so far' : total.insideBand80 === false ? ', outside' : ''}`
  return { id: week, label: weekName(week, format), detail }
}
