import type { WrittenLanguage } from '../../../shared/language/languages.ts'

/** Messages that a language rightly has as English has them: names, signs, and words that both have. */
export const SAME_IN_ENGLISH: Readonly<Record<Exclude<WrittenLanguage, 'en'>, readonly string[]>> = {
  de: [],
  es: [],
  fr: [],
}
