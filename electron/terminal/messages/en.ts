import { en as shared } from '../../../shared/messages/en.ts'

/** English: what the command line says. */
export const en = { ...shared } as const
