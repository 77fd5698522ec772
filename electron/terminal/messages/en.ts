import { en as shared } from '../../../shared/messages/en.ts'
import { changes } from './en/changes.ts'

/** English: what the command line says. */
export const en = { ...shared, changes } as const
