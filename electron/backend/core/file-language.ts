import { z } from 'zod'
import { createFormatter, type Formatter } from '../../../shared/language/formatter.ts'
import { catalogueIn, LANGUAGE_CODES, spokenLanguage } from '../../../shared/language/languages.ts'
import { SHARED_MESSAGES } from '../../../shared/messages/catalogues.ts'
import type { SharedMessages } from '../../../shared/messages/en.ts'
import { appSettingsFile } from './app-settings-file.ts'
import type { BackendContext } from './context.ts'
import { text } from './inputs.ts'

/** In which language a file is written that people read. */
export const languageFields = {
  /** A language and region whose conventions numbers and dates follow; null: English. */
  language: text(40).nullable().default(null),
  /** Of the texts; null: as the app is set. */
  texts: z.enum(LANGUAGE_CODES).nullable().default(null),
}

export interface FileLanguage {
  readonly language: string | null
  readonly texts: (typeof LANGUAGE_CODES)[number] | null
}

/** Writes figures, dates and texts of a file as its reader has them. */
export async function fileFormatter(
  { dataDir }: BackendContext,
  { language, texts }: FileLanguage,
): Promise<Formatter> {
  const { language: setting, firstDayOfWeek } = await appSettingsFile(dataDir).read()
  const spoken = spokenLanguage(texts ?? setting, [language ?? undefined])
  return createFormatter(
    { ...spoken, firstDayOfWeek: firstDayOfWeek === 'locale' ? null : firstDayOfWeek },
    // Other languages have the same messages, in the same places and with the same arguments; a test compares them.
    catalogueIn(SHARED_MESSAGES, spoken.code) as SharedMessages,
  )
}
