import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { cardClass } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { NumberField, SwitchField } from '../../kit/fields.tsx'
import type { Option } from '../../kit/option-list.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import { useKeptDraft } from '../../app/settings/kept-drafts.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { ruleText } from '../../format/country-text.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

type SettingsDraft = Partial<Overview['settings']>

const UNCHANGED: SettingsDraft = {}
/** From how many missed visitors in 30 days on a recommendation matters how much. */
const PRIORITIES = [
  { key: 'criticalMissed', label: 'criticalFrom', hint: 'criticalHint' },
  { key: 'highMissed', label: 'highFrom', hint: 'highHint' },
  { key: 'mediumMissed', label: 'mediumFrom', hint: 'mediumHint' },
] as const
const KEPT_MONTHS = [3, 6, 12, 24, 36, 60]

/** How this workspace counts and shows: time zone, target, countries, overlap, privacy. */
export function FigureSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const t = format.texts.settings
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
      className={cardClass('form')}
      aria-labelledby="settings-figures"
      onSubmit={(event) => {
        event.preventDefault()
        if (isUsable) save.mutate({ workspaceId, patch })
      }}
    >
      <h2 id="settings-figures">{t.figures}</h2>
      <div className="settings-row">
        <ZoneField
          name={t.zone}
          value={draft.timeZone}
          usual={overview.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          hint={t.zoneHint}
        />
        <NumberField
          label={t.target}
          unit="%"
          minValue={50}
          maxValue={100}
          value={draft.targetCoverage}
          onChange={(targetCoverage) => change({ targetCoverage })}
          hint={t.targetHint}
        />
        <SelectField
          label={t.priorityBy}
          value={draft.priorityBy}
          onChange={(key) => change({ priorityBy: key === 'missed' ? 'missed' : 'share' })}
          options={[
            { id: 'share', label: t.priorityByShare },
            { id: 'missed', label: t.priorityByMissed },
          ]}
          hint={t.priorityByHint}
        />
        {PRIORITIES.map(({ key, label, hint }) => (
          <NumberField
            key={key}
            label={t[label]}
            unit={t.missed}
            minValue={1}
            maxValue={1_000_000}
            value={draft[key]}
            onChange={(missed) => change({ [key]: missed })}
            hint={t[hint]}
          />
        ))}
        <NumberField
          label={t.lateWindow}
          unit={t.minutes}
          minValue={0}
          maxValue={10_080}
          value={draft.overlapMinutes}
          onChange={(overlapMinutes) => change({ overlapMinutes })}
          hint={t.lateHint}
        />
        <NumberField
          label={t.groupCountries}
          unit={t.visitsADay}
          minValue={0}
          maxValue={1_000_000}
          value={draft.foldCountriesUnder}
          onChange={(foldCountriesUnder) => change({ foldCountriesUnder })}
          hint={t.groupHint}
        />
        <SelectField
          label={t.keepHistory}
          value={draft.keepMonths === null ? 'all' : String(draft.keepMonths)}
          onChange={(key) => change({ keepMonths: key === 'all' ? null : Number(key) })}
          options={keepOptions(draft.keepMonths, t)}
          hint={t.keepHint}
        />
        <NumberField
          label={t.longestQuery}
          unit={t.seconds}
          minValue={1}
          maxValue={3600}
          value={draft.statementTimeoutSeconds}
          onChange={(statementTimeoutSeconds) => change({ statementTimeoutSeconds })}
          hint={t.longestHint}
        />
      </div>
      <SwitchField
        label={t.countAway}
        isSelected={draft.countAwayAsOnline}
        onChange={(countAwayAsOnline) => change({ countAwayAsOnline })}
        hint={t.countAwayHint}
      />
      <div className="field">
        <span className="field-label">{t.countries}</span>
        <p>{overview.hasCountry ? ruleText(overview.countryRule, format) : t.noCountries}</p>
        <p className="field-hint">{t.countriesHint}</p>
      </div>
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
      <div className="settings-actions">
        <Button kind="primary" type="submit" isDisabled={!isChanged || !isUsable || save.isPending}>
          {t.save}
        </Button>
        {isChanged ? <Button onPress={() => setPatch(UNCHANGED)}>{t.undo}</Button> : null}
        <output>{isChanged ? (isInOrder ? t.notSaved : t.wrongOrder) : saved ? t.saved : null}</output>
      </div>
    </Form>
  )
}

/** The usual numbers of months, and the one that is set where it is another. */
function keepOptions(months: number | null, t: Formatter['texts']['settings']): readonly Option[] {
  const choices =
    months === null || KEPT_MONTHS.includes(months) ? KEPT_MONTHS : [...KEPT_MONTHS, months].toSorted((a, b) => a - b)
  return [
    { id: 'all', label: t.everything },
    ...choices.map((count) => ({ id: String(count), label: t.months({ count }) })),
  ]
}

/** The part of a draft that differs from what is saved. */
function differing(draft: SettingsDraft, saved: Overview['settings']): SettingsDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => !Object.is(saved[key as keyof typeof saved], value)),
  )
}
