import { elseEnglish } from '../../../shared/language/else-english.ts'
import { de as shared } from '../../../shared/messages/de.ts'
import { en } from './en.ts'

/** German: what the desktop window says outside its page. */
export const de = elseEnglish(en, { ...shared })
