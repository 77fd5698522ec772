import type { ReactNode } from 'react'
import { LANGUAGE_CODES, languageOf, OFFERED_LANGUAGES } from '../../../shared/language/languages.ts'
import { useAppSettings, useSaveAppSettings } from '../../app/settings/app-settings.ts'
import { useTexts } from '../../format/format-context.tsx'
import { SelectField } from '../../kit/select-field.tsx'

const SYSTEM = 'system'

/** Chooses the language of the app; each is named as it calls itself. */
export function LanguageField(): ReactNode {
  const t = useTexts('settings')
  const { language } = useAppSettings()
  const save = useSaveAppSettings()
  return (
    <SelectField
      label={t.language}
      value={language}
      onChange={(id) => save({ language: LANGUAGE_CODES.find((code) => code === id) ?? SYSTEM })}
      options={[
        { id: SYSTEM, label: t.system },
        ...OFFERED_LANGUAGES.map((code) => ({ id: code, label: languageOf(code).name })),
      ]}
    />
  )
}
