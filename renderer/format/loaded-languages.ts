import {
  type LanguageCode,
  spokenLanguage,
  writtenLanguage,
  type WrittenLanguage,
} from '../../shared/language/languages.ts'
import { PAGE_MESSAGES, type PageMessages } from '../messages/catalogues.ts'
import { en } from '../messages/en.ts'

const loaded = new Map<WrittenLanguage, PageMessages>([['en', en]])

/** Reads the messages of a language, so that formatters can be made in it. What cannot be read is shown in English. */
export async function loadLanguage(code: LanguageCode): Promise<void> {
  const written = writtenLanguage(code)
  if (loaded.has(written)) return
  // Other languages have the same messages, in the same places and with the same arguments; a test compares them.
  loaded.set(written, (await PAGE_MESSAGES[written]().catch(() => en)) as PageMessages)
}

/** Reads the messages that the system asks for. Where even that fails, the page itself shows what is wrong. */
export async function loadSystemLanguage(): Promise<void> {
  try {
    await loadLanguage(spokenLanguage('system', systemLanguages()).code)
  } catch {
    // In English.
  }
}

/** What the system asks for, the best first. */
export function systemLanguages(): readonly string[] {
  return [navigator.language, ...navigator.languages]
}

/** Whether the messages of a language can be shown now. */
export function isLoaded(code: LanguageCode): boolean {
  return loaded.has(writtenLanguage(code))
}

/** The messages of a language; English until they are loaded. */
export function loadedMessages(code: LanguageCode): PageMessages {
  return loaded.get(writtenLanguage(code)) ?? en
}
