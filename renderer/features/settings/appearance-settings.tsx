import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { RadioField, SwitchField } from '../../kit/fields.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { CurrencyField } from './currency-field.tsx'
import { LanguageField } from './language-field.tsx'
import { useAppSettings, useSaveAppSettings } from '../../app/settings/app-settings.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 0]

/** How the app looks, in every workspace. */
export function AppearanceSettings(): ReactNode {
  const format = useFormat()
  const t = format.texts.settings
  const settings = useAppSettings()
  const save = useSaveAppSettings()
  const info = useQuery(useTRPC().app.info.queryOptions()).data
  const showsFigure = info?.capabilities.showsFigure === true
  return (
    <Card kind="form" labelledBy="settings-appearance">
      <h2 id="settings-appearance">{t.appearance}</h2>
      <div className="settings-row">
        <RadioField
          label={t.theme}
          inline
          value={settings.theme}
          onChange={(theme) => save({ theme })}
          choices={[
            { id: 'system', label: t.system },
            { id: 'light', label: t.light },
            { id: 'dark', label: t.dark },
          ]}
        />
        <SelectField
          label={t.firstDay}
          value={String(settings.firstDayOfWeek)}
          onChange={(key) => save({ firstDayOfWeek: key === 'locale' ? 'locale' : Number(key) })}
          options={[
            { id: 'locale', label: t.region },
            ...DAYS.map((day) => ({ id: String(day), label: format.dayName(day) })),
          ]}
        />
        <LanguageField />
        <CurrencyField />
        <SelectField
          label={t.csv}
          hint={t.csvHint}
          value={settings.csv}
          onChange={(csv) => save({ csv: csv === 'semicolons' ? csv : 'commas' })}
          options={[
            { id: 'commas', label: t.csvCommas },
            { id: 'semicolons', label: t.csvSemicolons },
          ]}
        />
        {showsFigure ? (
          <SwitchField
            label={t.liveFigure}
            hint={t.liveFigureHint}
            isSelected={settings.liveFigure}
            onChange={(liveFigure) => save({ liveFigure })}
          />
        ) : null}
      </div>
    </Card>
  )
}
