import type { Translation } from '../language/catalogue.ts'
import type { en } from './en.ts'
import { alerts } from './es/alerts.ts'
import { assumptions } from './es/assumptions.ts'
import { capacity } from './es/capacity.ts'
import { sensitivity } from './es/sensitivity.ts'
import { commands, commandSections } from './es/commands.ts'
import { dataProblems } from './es/data-problems.ts'
import { days } from './es/days.ts'
import { figures } from './es/figures.ts'
import { handout } from './es/handout.ts'
import { health } from './es/health.ts'
import { markReasons } from './es/mark-reasons.ts'
import { modelWarnings } from './es/model-warnings.ts'
import { planFiles } from './es/plan-files.ts'
import { reasons } from './es/reasons.ts'
import { rosters } from './es/rosters.ts'
import { starvedPools } from './es/starved-pools.ts'
import { suggestions } from './es/suggestions.ts'
import { violations } from './es/violations.ts'

/** Spanish: what screen, paper and terminal say alike. */
export const es = {
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
} as const satisfies Translation<typeof en>
