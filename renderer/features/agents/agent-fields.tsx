import type { ReactNode } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { TextField } from '../../components/fields.tsx'
import { ShortField } from '../../components/short-field.tsx'
import { ZoneField } from '../../components/zone-field.tsx'
import { useClock } from '../../format/use-clock.ts'
import { costProblem } from '../../work-rules/cost-text.ts'
import { LimitFields } from '../../work-rules/limit-fields.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { nameProblem, type AgentDraft, type AgentForm } from './agent-form.ts'
import type { AgentEntry } from './agent-types.ts'
import { AvailabilityField } from './availability-field.tsx'
import { DaysOffField } from './days-off-field.tsx'
import { PoolsField } from './pools-field.tsx'

interface AgentFieldsProps {
  readonly agent: AgentEntry | null
  readonly form: AgentForm
  readonly overview: Overview
  /** Begins at the name. */
  readonly takesFocus: boolean
  readonly onChange: (changed: AgentDraft) => void
}

const AS_PLAN = 'as plan'

/** The fields of an agent's form. */
export function AgentFields({ agent, form, overview, takesFocus, onChange }: AgentFieldsProps): ReactNode {
  const clock = useClock()
  // A name that nobody wrote yet is no mistake.
  const problem = agent === null && form.name === '' ? null : nameProblem(form.name, agent)
  return (
    <>
      <TextField
        label="Name in plans"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to add somebody, which begins with the name
        autoFocus={takesFocus}
        value={form.name}
        onChange={(name) => onChange({ name })}
        problem={problem}
        {...(agent?.inSource ? { hint: nameHint(agent, form.name) } : {})}
      />
      <fieldset className="agent-section">
        <legend>Hours and rest</legend>
        <LimitFields texts={form} onChange={(name, text) => onChange({ [name]: text })} whenEmpty={AS_PLAN} />
        <p className="field-hint">Left empty, the plan's limit holds. Write “none” for no limit, whatever the plan says.</p>
      </fieldset>
      <AvailabilityField week={form.availability} onChange={(availability) => onChange({ availability })} />
      <DaysOffField dates={form.daysOff} today={localDateOf(clock, form.timeZone ?? overview.timeZone)} onChange={(daysOff) => onChange({ daysOff })} />
      {overview.pools.length === 0 ? null : (
        <PoolsField pools={overview.pools} chosen={form.pools} ofSource={agent?.inSource ? agent.sourcePools : null} onChange={(pools) => onChange({ pools })} />
      )}
      <div className="field">
        <span className="field-label" aria-hidden>
          Hourly cost
        </span>
        <ShortField name="Hourly cost" value={form.hourlyCost} onChange={(hourlyCost) => onChange({ hourlyCost })} problem={costProblem(form.hourlyCost)} placeholder={AS_PLAN} />
        <p className="field-hint">In your currency, for an hour of work.</p>
      </div>
      <ZoneField
        name="Own time zone"
        value={form.timeZone}
        usual={overview.timeZone}
        unset="As the plan"
        onChange={(timeZone) => onChange({ timeZone })}
        hint="Where the agent lives. Availability and days off are told by its clock."
      />
    </>
  )
}

function nameHint(agent: AgentEntry, name: string): string {
  const ofSource = agent.sourceName ?? agent.id
  return name.trim() === '' || name.trim() === ofSource ? 'As the source has it.' : `The source says “${ofSource}”. Left empty, that is the name.`
}
