import type { Translation } from '../../../shared/language/catalogue.ts'
import type { Catalogues } from '../../../shared/language/languages.ts'
import { en } from './en.ts'

export type DesktopMessages = typeof en

/** What the desktop window says outside its page, in each language. */
export const DESKTOP_MESSAGES: Catalogues<Translation<DesktopMessages>> = { en }
