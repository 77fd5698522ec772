import type { Translation } from '../../../shared/language/catalogue.ts'
import type { Catalogues } from '../../../shared/language/languages.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

export type DesktopMessages = typeof en

/** What the desktop window says outside its page, in each language. */
export const DESKTOP_MESSAGES: Catalogues<Translation<DesktopMessages>> = { de, en, es, fr }
