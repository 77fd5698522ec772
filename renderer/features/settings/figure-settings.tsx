import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { NumberField, SwitchField } from '../../components/fields.tsx'
import type { Option } from '../../components/option-list.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ZoneField } from '../../components/zone-field.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../rpc.ts'
import { useKeptDraft } from '../../settings/kept-drafts.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { ruleWords } from '../../format/country-words.ts'
import { useInvalidate } from '../../workspace/what-changes-what.ts'

type SettingsDraft = Partial<Overview['settings']>

const UNCHANGED: SettingsDraft = {}
/** From how many missed visitors in 30 days on a recommendation matters how much. */
const PRIORITIES = [
  { key: 'criticalMissed', label: 'Critical from', hint: 'Hours that miss so many visitors in 30 days are of critical priority on the Staffing screen.' },
  { key: 'highMissed', label: 'High from', hint: 'The same for high priority.' },
  { key: 'mediumMissed', label: 'Medium from', hint: 'The same for medium priority; fewer are low.' },
] as const
const KEPT_MONTHS = [3, 6, 12, 24, 36, 60]

/** How this workspace counts and shows: time zone, target, countries, overlap, privacy. */
export function FigureSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const { settings } = overview
  // Only what differs is kept and sent, so that nobody else's change is undone.
  const [patch, setPatch] = useKeptDraft<SettingsDraft>(`figure-settings ${workspaceId}`, UNCHANGED)
  const draft = { ...settings, ...patch }
  const [saved, setSaved] = useState(false)
  const save = useMutation(
    trpc.settings.save.mutationOptions({
      onSuccess: async () => {
        setSaved(true)
        await invalidate('settings')
        setPatch(UNCHANGED)
      },
    }),
  )
  const change = (changed: SettingsDraft): void => {
    setSaved(false)
    setPatch(differing({ ...patch, ...changed }, settings))
  }
  const isChanged = Object.keys(patch).length > 0
  const isInOrder = draft.criticalMissed >= draft.highMissed && draft.highMissed >= draft.mediumMissed
  const isUsable = isInOrder && workspaceSettingsSchema.safeParse(draft).success
  return (
    <Form
      className="panel"
      aria-labelledby="settings-figures"
      onSubmit={(event) => {
        event.preventDefault()
        if (isUsable) save.mutate({ workspaceId, patch })
      }}
    >
      <h2 id="settings-figures">Figures of this workspace</h2>
      <div className="settings-row">
        <ZoneField
          name="Time zone of the workspace"
          value={draft.timeZone}
          usual={overview.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          hint="Days and hours are counted in it."
        />
        <NumberField
          label="Target coverage"
          unit="%"
          minValue={50}
          maxValue={100}
          value={draft.targetCoverage}
          onChange={(targetCoverage) => change({ targetCoverage })}
          hint="Hours under it turn orange in the heatmap, hours over it green; recommendations aim at it."
        />
        {PRIORITIES.map(({ key, label, hint }) => (
          <NumberField key={key} label={label} unit="missed" minValue={1} maxValue={1_000_000} value={draft[key]} onChange={(missed) => change({ [key]: missed })} hint={hint} />
        ))}
        <NumberField
          label="Read again"
          unit="minutes"
          minValue={0}
          maxValue={10_080}
          value={draft.overlapMinutes}
          onChange={(overlapMinutes) => change({ overlapMinutes })}
          hint="A sync looks this far back over what it already has, for visits that were recorded late."
        />
        <NumberField
          label="Fold small countries"
          unit="visits a day"
          minValue={0}
          maxValue={1_000_000}
          value={draft.foldCountriesUnder}
          onChange={(foldCountriesUnder) => change({ foldCountriesUnder })}
          hint="Privacy: countries with fewer visits are kept as “other”. 0 keeps every country. Holds from the next sync on."
        />
        <SelectField
          label="Keep history"
          value={draft.keepMonths === null ? 'all' : String(draft.keepMonths)}
          onChange={(key) => change({ keepMonths: key === 'all' ? null : Number(key) })}
          options={keepOptions(draft.keepMonths)}
          hint="Older days are forgotten with the next sync; the source keeps its own."
        />
        <NumberField
          label="Longest query"
          unit="seconds"
          minValue={1}
          maxValue={3600}
          value={draft.statementTimeoutSeconds}
          onChange={(statementTimeoutSeconds) => change({ statementTimeoutSeconds })}
          hint="What takes longer in your database is stopped, and tried again in smaller pieces."
        />
      </div>
      <SwitchField
        label="Count away agents as online"
        isSelected={draft.countAwayAsOnline}
        onChange={(countAwayAsOnline) => change({ countAwayAsOnline })}
        hint="Sessions go on while an agent is away. Off: averages of agents online leave time away out, where the source records it. Coverage itself stays the same."
      />
      <div className="field">
        <span className="field-label">Country filter</span>
        <p>{overview.hasCountry ? ruleWords(overview.countryRule, format) : 'Off: the source has no countries, so every visitor counts.'}</p>
        <p className="field-hint">The rule of the organization, as the source has it. On the coverage screen you can choose otherwise; that choice is kept.</p>
      </div>
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
      <div className="settings-actions">
        <Button kind="primary" type="submit" isDisabled={!isChanged || !isUsable || save.isPending}>
          Save
        </Button>
        {isChanged ? <Button onPress={() => setPatch(UNCHANGED)}>Undo</Button> : null}
        <output>{isChanged ? (isInOrder ? 'Not saved yet.' : 'Critical cannot be from fewer missed than high, nor high from fewer than medium.') : saved ? 'Saved.' : null}</output>
      </div>
    </Form>
  )
}

/** The usual spans, and the one that is set where it is another. */
function keepOptions(months: number | null): readonly Option[] {
  const spans = months === null || KEPT_MONTHS.includes(months) ? KEPT_MONTHS : [...KEPT_MONTHS, months].toSorted((a, b) => a - b)
  return [{ id: 'all', label: 'Everything' }, ...spans.map((span) => ({ id: String(span), label: `${span} months` }))]
}

/** The part of a draft that differs from what is saved. */
function differing(draft: SettingsDraft, saved: Overview['settings']): SettingsDraft {
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => !Object.is(saved[key as keyof typeof saved], value)))
}
