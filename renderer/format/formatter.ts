import {
  createFormatter as createSharedFormatter,
  type Formatter as SharedFormatter,
} from '../../shared/language/formatter.ts'
import { type LanguageCode, spokenLanguage } from '../../shared/language/languages.ts'
import type { PageMessages } from '../messages/catalogues.ts'
import { loadedMessages } from './loaded-languages.ts'

/** Writes figures and dates, and has the texts of the page. */
export type Formatter = SharedFormatter<PageMessages>

interface PagePreferences {
  /** What the user chose; absent: as the system. */
  readonly setting?: LanguageCode | 'system'
  /** What the system asks for, the best first, as in `navigator.languages`. */
  readonly languages: readonly (string | undefined)[]
  /** 0 = Sunday; null: as the region has it. */
  readonly firstDayOfWeek: number | null
  /** ISO 4217 code; null or left out: none is set. */
  readonly currency?: string | null
}

/** The formatter of the page, in the language of the user's choice or of the system: `loadLanguage` reads it before. */
export function createFormatter({
  setting = 'system',
  languages,
  firstDayOfWeek,
  currency = null,
}: PagePreferences): Formatter {
  const spoken = spokenLanguage(setting, languages)
  return createSharedFormatter({ ...spoken, firstDayOfWeek, currency }, loadedMessages(spoken.code))
}
