import {
  createFormatter as createSharedFormatter,
  type Formatter as SharedFormatter,
} from '../../shared/language/formatter.ts'
import { catalogueIn, type LanguageCode, spokenLanguage } from '../../shared/language/languages.ts'
import { TERMINAL_MESSAGES, type TerminalMessages } from './messages/catalogues.ts'

/** Writes figures and dates, and has the texts of the command line. */
export type Formatter = SharedFormatter<TerminalMessages>
/** The texts of the command line. */
export type TerminalTexts = Formatter['texts']

/** The formatter of the command line. `locale`: the system's; `setting`: as --lang says. */
export function createFormatter(locale: string, setting: LanguageCode | 'system' = 'system'): Formatter {
  const spoken = spokenLanguage(setting, [locale])
  // Other languages have the same messages, in the same places and with the same arguments; a test compares them.
  const messages = catalogueIn(TERMINAL_MESSAGES, spoken.code) as TerminalMessages
  return createSharedFormatter({ ...spoken, firstDayOfWeek: null }, messages)
}
