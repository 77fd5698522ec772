import { type CalendarDate, parseDate, type DateValue } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { use, useEffect, useRef, useState, type ReactNode } from 'react'
import { CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateField, DateInput, DateSegment, Heading, Label, RangeCalendar, RangeCalendarStateContext } from 'react-aria-components'
import { localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { type CoverageView, datesOf, PRESET_DAYS } from './coverage-view.ts'
import { NAMED_RANGES, RANGE_TITLES } from './named-range.ts'
import './range-panel.css'

const WEEK_STARTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

interface RangePanelProps {
  readonly view: CoverageView
  readonly timeZone: string
  readonly clock: number
  readonly firstKnownDate: string | null
  readonly change: (patch: Partial<CoverageView>) => void
  readonly close: () => void
}

interface Span {
  readonly start: CalendarDate
  readonly end: CalendarDate
}

/** Chooses the dates: one of the usual stretches, or any two days. */
export function RangePanel({ view, timeZone, clock, firstKnownDate, change, close }: RangePanelProps): ReactNode {
  const format = useFormat()
  const date = localDateOf(clock, timeZone)
  const today = parseDate(date)
  const now = datesOf(view.range, { today: date, firstDayOfWeek: format.weekOrder[0]!, firstKnownDate })
  const [span, setSpan] = useState<Span>({ start: parseDate(now.from), end: parseDate(now.to) })
  const isInOrder = span.start.compare(span.end) <= 0
  const apply = (range: CoverageView['range']): void => {
    close()
    change({ range, cell: null })
  }
  const setEdge = (edge: keyof Span) => (value: DateValue | null): void => {
    if (value !== null) setSpan({ ...span, [edge]: parseDate(value.toString().slice(0, 10)) })
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
      <div className="range-dates">
        <RangeCalendar
          aria-label="Dates"
          className="calendar"
          value={span}
          onChange={(value) => setSpan({ start: parseDate(value.start.toString()), end: parseDate(value.end.toString()) })}
          maxValue={today}
          defaultFocusedValue={span.end}
          firstDayOfWeek={WEEK_STARTS[format.weekOrder[0]!]!}
        >
          <FirstPick onPick={(picked) => setSpan({ start: picked, end: picked })} />
          <header className="calendar-head">
            <Button slot="previous" kind="quiet" icon={<ChevronLeft size={16} aria-hidden />} />
            <Heading className="calendar-month" />
            <Button slot="next" kind="quiet" icon={<ChevronRight size={16} aria-hidden />} />
          </header>
          <CalendarGrid className="calendar-grid" weekdayStyle="short">
            <CalendarGridHeader>{(day) => <CalendarHeaderCell className="calendar-day">{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGridBody>
          </CalendarGrid>
        </RangeCalendar>
        <div className="range-fields">
          <DateEdge label="From" value={span.start} onChange={setEdge('start')} />
          <DateEdge label="To" value={span.end} onChange={setEdge('end')} />
          <Button kind="primary" isDisabled={!isInOrder} onPress={() => apply({ kind: 'dates', from: span.start.toString(), to: span.end.toString() })}>
            Show
          </Button>
        </div>
        {isInOrder ? null : <p className="field-error">The first date is after the last.</p>}
      </div>
    </div>
  )
}

interface FirstPickProps {
  readonly onPick: (date: CalendarDate) => void
}

/** Tells the first of the two days as soon as it is picked: the calendar itself waits for the second. */
function FirstPick({ onPick }: FirstPickProps): ReactNode {
  const anchor = use(RangeCalendarStateContext)?.anchorDate?.toString() ?? null
  const latest = useRef(onPick)
  useEffect(() => {
    latest.current = onPick
  }, [onPick])
  useEffect(() => {
    if (anchor !== null) latest.current(parseDate(anchor))
  }, [anchor])
  return null
}

interface DateEdgeProps {
  readonly label: string
  readonly value: CalendarDate
  readonly onChange: (value: DateValue | null) => void
}

function DateEdge({ label, value, onChange }: DateEdgeProps): ReactNode {
  return (
    <DateField className="field" value={value} onChange={onChange}>
      <Label className="field-hint">{label}</Label>
      <DateInput className="field-input date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
    </DateField>
  )
}
