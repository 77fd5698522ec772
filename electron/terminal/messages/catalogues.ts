import type { Translation } from '../../../shared/language/catalogue.ts'
import type { Catalogues } from '../../../shared/language/languages.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

export type TerminalMessages = typeof en

/** What the command line says, in each language. */
export const TERMINAL_MESSAGES: Catalogues<Translation<TerminalMessages>> = { de, en, es, fr }
