import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { TextField } from '../../kit/fields.tsx'
import { ShortField } from '../../kit/short-field.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useClock } from '../../format/use-clock.ts'
import { costProblem } from '../../app/work-rules/cost-text.ts'
import { LimitFields } from '../../app/work-rules/limit-fields.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { emailProblem, nameProblem, vacationProblem, type AgentDraft, type AgentForm } from './agent-form.ts'
import type { AgentEntry } from './agent-types.ts'
import { AvailabilityField } from './availability-field.tsx'
import { DaysOffField } from './days-off-field.tsx'
import { HolidayPlaceField } from './holiday-place-field.tsx'
import { ownMinor } from './own-rules.ts'
import { MinorField, OwnRuleField } from './own-rules-field.tsx'
import { PoolsField } from './pools-field.tsx'
import { WishesField } from './wishes-field.tsx'

interface AgentFieldsProps {
  readonly agent: AgentEntry | null
  readonly form: AgentForm
  readonly overview: Overview
  /** Begins at the name. */
  readonly takesFocus: boolean
  readonly onChange: (changed: AgentDraft) => void
}

/** The fields of an agent's form. */
export function AgentFields({ agent, form, overview, takesFocus, onChange }: AgentFieldsProps): ReactNode {
  const clock = useClock()
  const { agents: t, timeOff } = useFormat().texts
  const today = localDateOf(clock, form.timeZone ?? overview.timeZone)
  // A name that nobody wrote yet is no mistake.
  const problem = agent === null && form.name === '' ? null : nameProblem(form.name, agent)
  return (
    <>
      <TextField
        label={t.nameInPlans}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to add somebody, which begins with the name
        autoFocus={takesFocus}
        value={form.name}
        onChange={(name) => onChange({ name })}
        problem={problem}
        {...(agent?.inSource ? { hint: nameHint(agent, form.name, t) } : {})}
      />
      <TextField
        label={t.email}
        value={form.email}
        onChange={(email) => onChange({ email })}
        problem={emailProblem(form.email)}
        hint={t.emailHint}
      />
      <fieldset className="agent-section">
        <legend>{t.limits}</legend>
        <LimitFields texts={form} onChange={(name, text) => onChange({ [name]: text })} whenEmpty={t.asPlan} />
        <p className="field-hint">{t.limitsHint}</p>
      </fieldset>
      <fieldset className="agent-section">
        <legend>{t.ownRules}</legend>
        <OwnRuleField
          rule="averageHours"
          value={form.averageHours}
          onChange={(averageHours) => onChange({ averageHours })}
        />
        <OwnRuleField rule="night" value={form.night} onChange={(night) => onChange({ night })} />
        <MinorField
          minor={form.minor}
          canKeep={ownMinor(form.kept).choice === 'kept'}
          today={today}
          onChange={(minor) => onChange({ minor })}
        />
      </fieldset>
      <AvailabilityField week={form.availability} onChange={(availability) => onChange({ availability })} />
      <WishesField wishes={form.wishes} onChange={(wishes) => onChange({ wishes })} />
      <DaysOffField dates={form.daysOff} today={today} onChange={(daysOff) => onChange({ daysOff })} />
      {overview.pools.length === 0 ? null : (
        <PoolsField
          pools={overview.pools}
          chosen={form.pools}
          ofSource={agent?.inSource ? agent.sourcePools : null}
          onChange={(pools) => onChange({ pools })}
        />
      )}
      <div className="field">
        <span className="field-label" aria-hidden>
          {t.cost}
        </span>
        <ShortField
          name={t.cost}
          value={form.hourlyCost}
          onChange={(hourlyCost) => onChange({ hourlyCost })}
          problem={costProblem(form.hourlyCost)}
          placeholder={t.asPlan}
        />
        <p className="field-hint">{t.costHint}</p>
      </div>
      <div className="field">
        <span className="field-label" aria-hidden>
          {timeOff.vacationDays}
        </span>
        <ShortField
          name={timeOff.vacationDays}
          value={form.vacationDays}
          onChange={(vacationDays) => onChange({ vacationDays })}
          problem={vacationProblem(form.vacationDays)}
        />
        <p className="field-hint">{timeOff.vacationDaysHint}</p>
      </div>
      {overview.settings.publicHolidaysOff || form.holidayCalendar !== null ? (
        <HolidayPlaceField place={form.holidayCalendar} onChange={(holidayCalendar) => onChange({ holidayCalendar })} />
      ) : null}
      <ZoneField
        name={t.zone}
        value={form.timeZone}
        usual={overview.timeZone}
        unset={t.zoneOfPlan}
        onChange={(timeZone) => onChange({ timeZone })}
        hint={t.zoneHint}
      />
    </>
  )
}

function nameHint(agent: AgentEntry, name: string, t: Formatter['texts']['agents']): string {
  const ofSource = agent.sourceName ?? agent.id
  return name.trim() === '' || name.trim() === ofSource ? t.nameOfSource : t.nameDiffers({ name: ofSource })
}
