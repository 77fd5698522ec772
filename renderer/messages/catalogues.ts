import type { Translation } from '../../shared/language/catalogue.ts'
import type { Catalogues } from '../../shared/language/languages.ts'
import { en } from './en.ts'

export type PageMessages = typeof en

/** Reads what the page says in a language. Only English is part of the page; each other language is read when it is wanted. */
export const PAGE_MESSAGES: Catalogues<() => Promise<Translation<PageMessages>>> = {
  de: async () => (await import('./de.ts')).de,
  en: () => Promise.resolve(en),
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
}
