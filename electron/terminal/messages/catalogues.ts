import type { Translation } from '../../../shared/language/catalogue.ts'
import type { Catalogues } from '../../../shared/language/languages.ts'
import { en } from './en.ts'

export type TerminalMessages = typeof en

/** What the command line says, in each language. */
export const TERMINAL_MESSAGES: Catalogues<Translation<TerminalMessages>> = { en }
