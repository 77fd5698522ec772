import { en } from '../messages/en.ts'
import { once } from '../foundation/once.ts'
import { createFormatter } from './formatter.ts'

/** Writes the texts that are the same in every language: those of `--json`. Made when it is first needed: a thread that writes none starts sooner. */
export const english = once(() =>
  createFormatter({ code: 'en', locale: 'en', region: 'en-US', firstDayOfWeek: null }, en),
)
