import { alerts } from './en/alerts.ts'
import { assumptions } from './en/assumptions.ts'
import { capacity } from './en/capacity.ts'
import { sensitivity } from './en/sensitivity.ts'
import { commands, commandSections } from './en/commands.ts'
import { dataProblems } from './en/data-problems.ts'
import { days } from './en/days.ts'
import { figures } from './en/figures.ts'
import { handout } from './en/handout.ts'
import { health } from './en/health.ts'
import { markReasons } from './en/mark-reasons.ts'
import { modelWarnings } from './en/model-warnings.ts'
import { planFiles } from './en/plan-files.ts'
import { reasons } from './en/reasons.ts'
import { rosters } from './en/rosters.ts'
import { starvedPools } from './en/starved-pools.ts'
import { suggestions } from './en/suggestions.ts'
import { violations } from './en/violations.ts'

/** English: what screen, paper and terminal say alike. */
export const en = {
  alerts,
  assumptions,
  capacity,
  sensitivity,
  commands,
  commandSections,
  dataProblems,
  days,
  figures,
  handout,
  health,
  markReasons,
  modelWarnings,
  planFiles,
  reasons,
  rosters,
  starvedPools,
  suggestions,
  violations,
} as const

export type SharedMessages = typeof en
