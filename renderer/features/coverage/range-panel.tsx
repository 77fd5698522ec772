import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../components/button.tsx'
import { DateSpanPanel } from '../../components/date-span-panel.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { type CoverageView, datesOf, PRESET_DAYS } from './coverage-view.ts'
import { NAMED_RANGES, RANGE_TITLES } from './named-range.ts'
import './range-panel.css'

interface RangePanelProps {
  readonly view: CoverageView
  readonly timeZone: string
  readonly clock: number
  readonly firstKnownDate: string | null
  readonly change: (patch: Partial<CoverageView>) => void
  readonly close: () => void
}

/** Chooses the dates: one of the usual stretches, or any two days. */
export function RangePanel({ view, timeZone, clock, firstKnownDate, change, close }: RangePanelProps): ReactNode {
  const format = useFormat()
  const date = localDateOf(clock, timeZone)
  const now = datesOf(view.range, { today: date, firstDayOfWeek: format.weekOrder[0]!, firstKnownDate })
  const apply = (range: CoverageView['range']): void => {
    close()
    change({ range, cell: null })
  }
  return (
    <div className="range-panel">
      <ul className="range-presets" aria-label="Usual stretches">
        {PRESET_DAYS.map((days) => (
          <li key={days}>
            <Button kind={view.range.kind === 'last' && view.range.days === days ? 'secondary' : 'quiet'} onPress={() => apply({ kind: 'last', days })}>
              Last {days} days
            </Button>
          </li>
        ))}
        {NAMED_RANGES.map((name) => (
          <li key={name}>
            <Button kind={view.range.kind === 'named' && view.range.name === name ? 'secondary' : 'quiet'} onPress={() => apply({ kind: 'named', name })}>
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
