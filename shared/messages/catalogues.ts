import type { Translation } from '../language/catalogue.ts'
import type { Catalogues } from '../language/languages.ts'
import { de } from './de.ts'
import { en, type SharedMessages } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** What screen, paper, terminal and files say alike, in each language. */
export const SHARED_MESSAGES: Catalogues<Translation<SharedMessages>> = { de, en, es, fr }
