import { elseEnglish } from '../language/else-english.ts'
import { en } from './en.ts'

/** French: what screen, paper and terminal say alike. */
export const fr = elseEnglish(en, {})
