import type { Translation } from '../language/catalogue.ts'
import type { Catalogues } from '../language/languages.ts'
import { en, type SharedMessages } from './en.ts'

/** What screen, paper, terminal and files say alike, in each language. */
export const SHARED_MESSAGES: Catalogues<Translation<SharedMessages>> = { en }
