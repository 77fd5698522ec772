import { elseEnglish } from '../../shared/language/else-english.ts'
import { fr as shared } from '../../shared/messages/fr.ts'
import { en } from './en.ts'

/** French: what the page says. */
export const fr = elseEnglish(en, { ...shared })
