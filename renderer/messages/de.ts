import { elseEnglish } from '../../shared/language/else-english.ts'
import { de as shared } from '../../shared/messages/de.ts'
import { en } from './en.ts'

/** German: what the page says. */
export const de = elseEnglish(en, { ...shared })
