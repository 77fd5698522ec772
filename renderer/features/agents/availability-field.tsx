import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TimeField } from '../../components/time-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { byStart, nextSpell, spellAt, USUAL_SPELL, type DayAvailability, type WeekAvailability } from './availability.ts'

interface AvailabilityFieldProps {
  readonly week: WeekAvailability
  readonly onChange: (week: WeekAvailability) => void
}

const KINDS = [
  { id: 'any', label: 'Any time' },
  { id: 'none', label: 'Not at all' },
  { id: 'times', label: 'From – to' },
] as const
const DAY = 1440
const MOST_SPELLS = 4
const MONDAY = 1
const AFTER_MONDAY = [2, 3, 4, 5]

/** When somebody can work, weekday by weekday. */
export function AvailabilityField({ week, onChange }: AvailabilityFieldProps): ReactNode {
  const format = useFormat()
  const set = (dayOfWeek: number, day: DayAvailability): void => onChange(week.with(dayOfWeek, day))
  const monday = week[MONDAY]!
  const isSame = AFTER_MONDAY.every((day) => JSON.stringify(week[day]) === JSON.stringify(monday))
  return (
    <fieldset className="agent-section">
      <legend>Availability</legend>
      <div className="availability">
        {format.weekOrder.map((dayOfWeek) => (
          <DayField key={dayOfWeek} name={format.dayName(dayOfWeek)} day={week[dayOfWeek]!} onChange={(day) => set(dayOfWeek, day)} />
        ))}
      </div>
      {isSame ? null : (
        <Button kind="link" onPress={() => onChange(week.map((day, dayOfWeek) => (AFTER_MONDAY.includes(dayOfWeek) ? monday : day)))}>
          Tuesday to Friday as on Monday
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
  const spells = day.kind === 'times' ? day.spells : []
  const setSpells = (changed: typeof spells): void => onChange({ kind: 'times', spells: changed })
  return (
    <div className="availability-day">
      <span className="availability-name" aria-hidden>
        {name}
      </span>
      <SelectField label={name} hideLabel options={KINDS} value={day.kind} onChange={(kind) => onChange(dayOf(kind))} />
      <div className="availability-spells">
        {spells.map((spell, index) => {
          const which = spells.length === 1 ? name : `${name}, ${index + 1}`
          return (
            // Spells have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="availability-spell">
              <TimeField label={`${which}, from`} hideLabel minute={spell.startMinute} onChange={(minute) => setSpells(spells.with(index, spellAt(minute, spell.endMinute)))} />
              <span aria-hidden>–</span>
              <TimeField label={`${which}, to`} hideLabel minute={spell.endMinute} onChange={(minute) => setSpells(spells.with(index, spellAt(spell.startMinute, minute)))} />
              {index > 0 ? (
                <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label={`Remove ${which}`} onPress={() => setSpells(spells.toSpliced(index, 1))} />
              ) : spells.length < MOST_SPELLS ? (
                <Button kind="quiet" icon={<Plus size={14} aria-hidden />} aria-label={`Add more times on ${name}`} onPress={() => setSpells([...spells, nextSpell(spells)].toSorted(byStart))} />
              ) : null}
              {spell.endMinute > DAY ? <span className="quiet">next day</span> : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function dayOf(kind: string): DayAvailability {
  if (kind === 'times') return { kind, spells: [USUAL_SPELL] }
  return { kind: kind === 'none' ? 'none' : 'any' }
}
