import type { Migration } from '../../migrate.ts'
import { organizationsTable } from './0001-organizations.ts'

/** The steps of a platform's file, in order. Append only. */
export const platformMigrations: readonly Migration[] = [organizationsTable]
