import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { type Wish, WISHES } from '../../../shared/plan/rules/rules.ts'
import { MOST_WISHES } from '../../../shared/plan/rules/rules-schema.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { rangeAt } from './availability.ts'

interface WishesFieldProps {
  readonly wishes: readonly Wish[]
  readonly onChange: (wishes: readonly Wish[]) => void
}

const FRIDAY_EVENING: Wish = { wish: 'rather-not', dayOfWeek: 5, startMinute: 18 * 60, endMinute: 22 * 60 }

/** When somebody would rather work, or rather not. */
export function WishesField({ wishes, onChange }: WishesFieldProps): ReactNode {
  const format = useFormat()
  const t = format.texts.agents
  return (
    <fieldset className="agent-section">
      <legend>{t.wishes}</legend>
      {wishes.map((wish, index) => {
        const name = t.wishNumber({ number: format.count(index + 1) })
        const set = (changed: Partial<Wish>): void => onChange(wishes.with(index, { ...wish, ...changed }))
        return (
          // Wishes have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="agent-wish">
            <SelectField
              label={t.wishKind({ wish: name })}
              hideLabel
              options={WISHES.map((id) => ({ id, label: t.wishNames[id] }))}
              value={wish.wish}
              onChange={(chosen) => set({ wish: WISHES.find((id) => id === chosen) ?? wish.wish })}
            />
            <SelectField
              label={t.wishDay({ wish: name })}
              hideLabel
              options={format.weekOrder.map((day) => ({ id: String(day), label: format.dayName(day) }))}
              value={String(wish.dayOfWeek)}
              onChange={(day) => set({ dayOfWeek: Number(day) })}
            />
            <div className="availability-range">
              <TimeField
                label={t.rangeFrom({ range: name })}
                hideLabel
                minute={wish.startMinute}
                onChange={(minute) => set(rangeAt(minute, wish.endMinute))}
              />
              <span aria-hidden>–</span>
              <TimeField
                label={t.rangeTo({ range: name })}
                hideLabel
                minute={wish.endMinute}
                onChange={(minute) => set(rangeAt(wish.startMinute, minute))}
              />
              <Button
                kind="quiet"
                icon={<X size={14} aria-hidden />}
                aria-label={t.removeWish({ wish: name })}
                onPress={() => onChange(wishes.toSpliced(index, 1))}
              />
              {wish.endMinute > DAY_MINUTES ? <span className="quiet">{t.nextDay}</span> : null}
            </div>
          </div>
        )
      })}
      {wishes.length < MOST_WISHES ? (
        <Button
          kind="link"
          icon={<Plus size={14} aria-hidden />}
          onPress={() => onChange([...wishes, wishes.at(-1) ?? FRIDAY_EVENING])}
        >
          {t.addWish}
        </Button>
      ) : null}
      <p className="field-hint">{t.wishesHint}</p>
    </fieldset>
  )
}
