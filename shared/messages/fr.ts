import type { Translation } from '../language/catalogue.ts'
import type { en } from './en.ts'
import { alerts } from './fr/alerts.ts'
import { assumptions } from './fr/assumptions.ts'
import { capacity } from './fr/capacity.ts'
import { commands, commandSections } from './fr/commands.ts'
import { dataProblems } from './fr/data-problems.ts'
import { days } from './fr/days.ts'
import { figures } from './fr/figures.ts'
import { handout } from './fr/handout.ts'
import { health } from './fr/health.ts'
import { markReasons } from './fr/mark-reasons.ts'
import { modelWarnings } from './fr/model-warnings.ts'
import { planFiles } from './fr/plan-files.ts'
import { reasons } from './fr/reasons.ts'
import { rosters } from './fr/rosters.ts'
import { sensitivity } from './fr/sensitivity.ts'
import { starvedPools } from './fr/starved-pools.ts'
import { suggestions } from './fr/suggestions.ts'
import { violations } from './fr/violations.ts'

/** French: what screen, paper and terminal say alike. */
export const fr = {
  alerts,
  assumptions,
  capacity,
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
  sensitivity,
  starvedPools,
  suggestions,
  violations,
} as const satisfies Translation<typeof en>
