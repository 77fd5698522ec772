import { en } from '../messages/en.ts'
import { createFormatter } from './formatter.ts'

/** Writes the texts that are the same in every language: those of `--json`. */
export const ENGLISH = createFormatter({ code: 'en', locale: 'en', region: 'en-US', firstDayOfWeek: null }, en)
