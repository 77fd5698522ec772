import { elseEnglish } from '../language/else-english.ts'
import { en } from './en.ts'

/** German: what screen, paper and terminal say alike. */
export const de = elseEnglish(en, {})
