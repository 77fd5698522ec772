import { type LanguageCode, writtenLanguage, type WrittenLanguage } from '../../shared/language/languages.ts'
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

/** Whether the messages of a language can be shown now. */
export function isLoaded(code: LanguageCode): boolean {
  return loaded.has(writtenLanguage(code))
}

/** The messages of a language; English until they are loaded. */
export function loadedMessages(code: LanguageCode): PageMessages {
  return loaded.get(writtenLanguage(code)) ?? en
}
