import type { ReactNode } from 'react'
import { localDateOf } from '../../shared/time/local.ts'
import { Button } from '../components/button.tsx'
import { DateSpanPanel } from '../components/date-span-panel.tsx'
import { useFormat } from '../format/format-context.tsx'
import { NAMED_RANGES, RANGE_TITLES } from './named-range.ts'
import { datesOf, PRESET_DAYS, type RangeChoice } from './range-choice.ts'
import './range-panel.css'

interface RangePanelProps {
  readonly range: RangeChoice
  readonly timeZone: string
  readonly clock: number
  readonly firstKnownDate: string | null
  readonly onChange: (range: RangeChoice) => void
  readonly close: () => void
}

/** Chooses the dates: one of the usual stretches, or any two days. */
export function RangePanel({ range: chosen, timeZone, clock, firstKnownDate, onChange, close }: RangePanelProps): ReactNode {
  const format = useFormat()
  const date = localDateOf(clock, timeZone)
  const now = datesOf(chosen, { today: date, firstDayOfWeek: format.weekOrder[0]!, firstKnownDate })
  const apply = (range: RangeChoice): void => {
    close()
    onChange(range)
  }
  return (
    <div className="range-panel">
      <ul className="range-presets" aria-label="Usual stretches">
        {PRESET_DAYS.map((days) => (
          <li key={days}>
            <Button kind={chosen.kind === 'last' && chosen.days === days ? 'secondary' : 'quiet'} onPress={() => apply({ kind: 'last', days })}>
              Last {days} days
            </Button>
          </li>
        ))}
        {NAMED_RANGES.map((name) => (
          <li key={name}>
            <Button kind={chosen.kind === 'named' && chosen.name === name ? 'secondary' : 'quiet'} onPress={() => apply({ kind: 'named', name })}>
              {RANGE_TITLES[name]}
            </Button>
          </li>
        ))}
      </ul>
      <DateSpanPanel
        from={now.from}
        to={now.to}
        latest={date}
        action="Show"
        onChoose={(from, to) => apply({ kind: 'dates', from, to })}
      />
    </div>
  )
}
