import type { Migration } from '../../migrate.ts'
import { workspaceAndSettings } from './0001-workspace-and-settings.ts'
import { marks } from './0002-marks.ts'

/** The steps of work.sqlite, in order. Append only. */
export const workMigrations: readonly Migration[] = [workspaceAndSettings, marks]
