import { elseEnglish } from '../../../shared/language/else-english.ts'
import { es as shared } from '../../../shared/messages/es.ts'
import { en } from './en.ts'

/** Spanish: what the desktop window says outside its page. */
export const es = elseEnglish(en, { ...shared })
