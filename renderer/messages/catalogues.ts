import type { Translation } from '../../shared/language/catalogue.ts'
import type { Catalogues } from '../../shared/language/languages.ts'
import { en } from './en.ts'

export type PageMessages = typeof en

/** What the page says, in each language. */
export const PAGE_MESSAGES: Catalogues<Translation<PageMessages>> = { en }
