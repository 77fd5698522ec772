import { elseEnglish } from '../../../shared/language/else-english.ts'
import { es as shared } from '../../../shared/messages/es.ts'
import { en } from './en.ts'

/** Spanish: what the command line says. */
export const es = elseEnglish(en, { ...shared })
