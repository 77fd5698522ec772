import type { Migration } from '../../migrate.ts'
import { workspaceAndSettings } from './0001-workspace-and-settings.ts'
import { marks } from './0002-marks.ts'
import { plans } from './0003-plans.ts'
import { agentRulesAndTemplates } from './0004-agent-rules-and-templates.ts'
import { publications } from './0005-publications.ts'
import { refusedSuggestions } from './0006-refused-suggestions.ts'
import { withdrawnPublications } from './0007-withdrawn-publications.ts'
import { timeOff } from './0008-time-off.ts'
import { daysKnownBefore } from './0009-days-known-before.ts'
import { assumptions } from './0010-assumptions.ts'
import { alerts } from './0011-alerts.ts'
import { rotations } from './0012-rotations.ts'

/** The steps of work.sqlite, in order. Append only. */
export const workMigrations: readonly Migration[] = [
  workspaceAndSettings,
  marks,
  plans,
  agentRulesAndTemplates,
  publications,
  refusedSuggestions,
  withdrawnPublications,
  timeOff,
  daysKnownBefore,
  assumptions,
  alerts,
  rotations,
]
