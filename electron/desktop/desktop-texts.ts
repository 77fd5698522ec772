import type { Texts } from '../../shared/language/catalogue.ts'
import { catalogueIn, languageOf, spokenLanguage, type LanguageCode } from '../../shared/language/languages.ts'
import { createTexts } from '../../shared/language/texts.ts'
import { DESKTOP_MESSAGES, type DesktopMessages } from './messages/catalogues.ts'

/** The texts of the window's menu, dialogs and own pages. */
export type DesktopTexts = Texts<DesktopMessages> & {
  /** BCP 47, for `lang` of the pages. */
  readonly language: string
}

/** In the language of the app's settings, or else the first of the system's that there are texts in. */
export function desktopTexts(setting: LanguageCode | 'system', requested: readonly string[]): DesktopTexts {
  const { code, locale } = spokenLanguage(setting, requested)
  // Other languages have the same messages, in the same places and with the same arguments; a test compares them.
  const messages = catalogueIn(DESKTOP_MESSAGES, code) as DesktopMessages
  const { tag, pseudo = false } = languageOf(code)
  return { language: tag, ...createTexts(messages, { locale, pseudo }) }
}
