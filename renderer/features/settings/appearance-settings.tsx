import type { ReactNode } from 'react'
import { RadioField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useAppSettings, useSaveAppSettings } from '../../settings/app-settings.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 0]

/** How the app looks, in every workspace. */
export function AppearanceSettings(): ReactNode {
  const format = useFormat()
  const settings = useAppSettings()
  const save = useSaveAppSettings()
  return (
    <section className="panel" aria-labelledby="settings-appearance">
      <h2 id="settings-appearance">Appearance, in every workspace</h2>
      <div className="settings-row">
        <RadioField
          label="Theme"
          inline
          value={settings.theme}
          onChange={(theme) => save({ theme })}
          choices={[
            { id: 'system', label: 'As the system' },
            { id: 'light', label: 'Light' },
            { id: 'dark', label: 'Dark' },
          ]}
        />
        <SelectField
          label="First day of the week"
          value={String(settings.firstDayOfWeek)}
          onChange={(key) => save({ firstDayOfWeek: key === 'locale' ? 'locale' : Number(key) })}
          options={[{ id: 'locale', label: 'As in my region' }, ...DAYS.map((day) => ({ id: String(day), label: format.dayName(day) }))]}
        />
      </div>
    </section>
  )
}
