import { type CalendarDate, parseDate, type DateValue } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { use, useEffect, useRef, useState, type ReactNode } from 'react'
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateField,
  DateInput,
  DateSegment,
  Heading,
  Label,
  RangeCalendar,
  RangeCalendarStateContext,
} from 'react-aria-components'
import { useFormat } from '../format/format-context.tsx'
import { Button } from './button.tsx'
import './date-range-panel.css'

const WEEK_STARTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

interface DateRangePanelProps {
  /** Local dates that are chosen at first, both inside. */
  readonly from: string
  readonly to: string
  /** The last date that can be picked; absent: any. */
  readonly latest?: string
  /** What the button says. */
  readonly action: string
  readonly onChoose: (from: string, to: string) => void
  /** What is wrong with dates that are in order; null: nothing. */
  readonly problemOf?: (from: string, to: string) => string | null
}

interface Range {
  readonly start: CalendarDate
  readonly end: CalendarDate
}

/** Any two days, in a calendar or in fields, and a button that takes them. */
export function DateRangePanel({ from, to, latest, action, onChoose, problemOf }: DateRangePanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.kit
  const [range, setRange] = useState<Range>({ start: parseDate(from), end: parseDate(to) })
  const isInOrder = range.start.compare(range.end) <= 0
  const problem = isInOrder ? (problemOf?.(range.start.toString(), range.end.toString()) ?? null) : t.datesOutOfOrder
  const setEdge =
    (edge: keyof Range) =>
    (value: DateValue | null): void => {
      if (value !== null) setRange({ ...range, [edge]: parseDate(value.toString().slice(0, 10)) })
    }
  return (
    <div className="date-range">
      <RangeCalendar
        aria-label={t.dates}
        className="calendar"
        value={range}
        onChange={(value) =>
          setRange({ start: parseDate(value.start.toString()), end: parseDate(value.end.toString()) })
        }
        {...(latest === undefined ? {} : { maxValue: parseDate(latest) })}
        defaultFocusedValue={range.end}
        firstDayOfWeek={WEEK_STARTS[format.weekOrder[0]!]!}
      >
        <FirstPick onPick={(picked) => setRange({ start: picked, end: picked })} />
        <header className="calendar-head">
          <Button slot="previous" kind="quiet" icon={<ChevronLeft size={16} aria-hidden />} />
          <Heading className="calendar-month" />
          <Button slot="next" kind="quiet" icon={<ChevronRight size={16} aria-hidden />} />
        </header>
        <CalendarGrid className="calendar-grid" weekdayStyle="short">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className="calendar-day">{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
      <div className="date-range-fields">
        <DateEdge label={t.from} value={range.start} onChange={setEdge('start')} />
        <DateEdge label={t.to} value={range.end} onChange={setEdge('end')} />
        <Button
          kind="primary"
          isDisabled={problem !== null}
          onPress={() => onChoose(range.start.toString(), range.end.toString())}
        >
          {action}
        </Button>
      </div>
      {problem === null ? null : <p className="field-error">{problem}</p>}
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
      <DateInput className="field-input date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
    </DateField>
  )
}
