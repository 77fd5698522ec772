import { elseEnglish } from '../language/else-english.ts'
import { en } from './en.ts'

/** Spanish: what screen, paper and terminal say alike. */
export const es = elseEnglish(en, {})
