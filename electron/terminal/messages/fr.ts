import { elseEnglish } from '../../../shared/language/else-english.ts'
import { fr as shared } from '../../../shared/messages/fr.ts'
import { en } from './en.ts'

/** French: what the command line says. */
export const fr = elseEnglish(en, {
  ...shared,
})
