import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import {
  byStart,
  nextRange,
  rangeAt,
  USUAL_RANGE,
  type DayAvailability,
  type WeekAvailability,
} from './availability.ts'

interface AvailabilityFieldProps {
  readonly week: WeekAvailability
  readonly onChange: (week: WeekAvailability) => void
}

const MOST_RANGES = 4
const MONDAY = 1
const AFTER_MONDAY = [2, 3, 4, 5]

/** When somebody can work, weekday by weekday. */
export function AvailabilityField({ week, onChange }: AvailabilityFieldProps): ReactNode {
  const format = useFormat()
  const t = format.texts.agents
  const set = (dayOfWeek: number, day: DayAvailability): void => onChange(week.with(dayOfWeek, day))
  const monday = week[MONDAY]!
  const isSame = AFTER_MONDAY.every((day) => JSON.stringify(week[day]) === JSON.stringify(monday))
  return (
    <fieldset className="agent-section">
      <legend>{t.availability}</legend>
      <div className="availability">
        {format.weekOrder.map((dayOfWeek) => (
          <DayField
            key={dayOfWeek}
            name={format.dayName(dayOfWeek)}
            day={week[dayOfWeek]!}
            onChange={(day) => set(dayOfWeek, day)}
          />
        ))}
      </div>
      {isSame ? null : (
        <Button
          kind="link"
          onPress={() => onChange(week.map((day, dayOfWeek) => (AFTER_MONDAY.includes(dayOfWeek) ? monday : day)))}
        >
          {t.likeMonday}
        </Button>
      )}
    </fieldset>
  )
}

interface DayFieldProps {
  readonly name: string
  readonly day: DayAvailability
  readonly onChange: (day: DayAvailability) => void
}

function DayField({ name, day, onChange }: DayFieldProps): ReactNode {
  const t = useTexts('agents')
  const ranges = day.kind === 'times' ? day.ranges : []
  const setRanges = (changed: typeof ranges): void => onChange({ kind: 'times', ranges: changed })
  return (
    <div className="availability-day">
      <span className="availability-name" aria-hidden>
        {name}
      </span>
      <SelectField
        label={name}
        hideLabel
        options={[
          { id: 'any', label: t.anyTime },
          { id: 'none', label: t.unavailable },
          { id: 'times', label: t.fromTo },
        ]}
        value={day.kind}
        onChange={(kind) => onChange(dayOfKind(kind))}
      />
      <div className="availability-ranges">
        {ranges.map((range, index) => {
          const which = ranges.length === 1 ? name : t.rangeOf({ day: name, number: String(index + 1) })
          return (
            // Time ranges have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="availability-range">
              <TimeField
                label={t.rangeFrom({ range: which })}
                hideLabel
                minute={range.startMinute}
                onChange={(minute) => setRanges(ranges.with(index, rangeAt(minute, range.endMinute)))}
              />
              <span aria-hidden>–</span>
              <TimeField
                label={t.rangeTo({ range: which })}
                hideLabel
                minute={range.endMinute}
                onChange={(minute) => setRanges(ranges.with(index, rangeAt(range.startMinute, minute)))}
              />
              {index > 0 ? (
                <Button
                  kind="quiet"
                  icon={<X size={14} aria-hidden />}
                  aria-label={t.removeRange({ range: which })}
                  onPress={() => setRanges(ranges.toSpliced(index, 1))}
                />
              ) : ranges.length < MOST_RANGES ? (
                <Button
                  kind="quiet"
                  icon={<Plus size={14} aria-hidden />}
                  aria-label={t.addRange({ day: name })}
                  onPress={() => setRanges([...ranges, nextRange(ranges)].toSorted(byStart))}
                />
              ) : null}
              {range.endMinute > DAY_MINUTES ? <span className="quiet">{t.nextDay}</span> : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function dayOfKind(kind: string): DayAvailability {
  if (kind === 'times') return { kind, ranges: [USUAL_RANGE] }
  return { kind: kind === 'none' ? 'none' : 'any' }
}
