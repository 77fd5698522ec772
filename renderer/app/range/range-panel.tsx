import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../kit/button.tsx'
import { DateRangePanel } from '../../kit/date-range-panel.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { NAMED_RANGES } from './named-range.ts'
import { rangeDates, PRESET_DAYS, type RangeChoice } from './range-choice.ts'
import './range-panel.css'

interface RangePanelProps {
  readonly range: RangeChoice
  readonly timeZone: string
  readonly clock: number
  readonly firstKnownDate: string | null
  readonly onChange: (range: RangeChoice) => void
  readonly close: () => void
}

/** Chooses the dates: one of the usual ranges, or any two days. */
export function RangePanel({
  range: chosen,
  timeZone,
  clock,
  firstKnownDate,
  onChange,
  close,
}: RangePanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.filters
  const date = localDateOf(clock, timeZone)
  const now = rangeDates(chosen, { today: date, firstDayOfWeek: format.weekOrder[0]!, firstKnownDate })
  const apply = (range: RangeChoice): void => {
    close()
    onChange(range)
  }
  return (
    <div className="range-panel">
      <ul className="range-presets" aria-label={t.presetRanges}>
        {PRESET_DAYS.map((days) => (
          <li key={days}>
            <Button
              kind={chosen.kind === 'last' && chosen.days === days ? 'secondary' : 'quiet'}
              onPress={() => apply({ kind: 'last', days })}
            >
              {t.lastDays({ count: days })}
            </Button>
          </li>
        ))}
        {NAMED_RANGES.map((name) => (
          <li key={name}>
            <Button
              kind={chosen.kind === 'named' && chosen.name === name ? 'secondary' : 'quiet'}
              onPress={() => apply({ kind: 'named', name })}
            >
              {t.ranges[name]}
            </Button>
          </li>
        ))}
      </ul>
      <DateRangePanel
        from={now.from}
        to={now.to}
        latest={date}
        action={t.show}
        onChoose={(from, to) => apply({ kind: 'dates', from, to })}
      />
    </div>
  )
}
