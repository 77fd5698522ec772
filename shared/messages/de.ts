import type { Translation } from '../language/catalogue.ts'
import type { en } from './en.ts'
import { alerts } from './de/alerts.ts'
import { assumptions } from './de/assumptions.ts'
import { capacity } from './de/capacity.ts'
import { commands, commandSections } from './de/commands.ts'
import { dataProblems } from './de/data-problems.ts'
import { days } from './de/days.ts'
import { figures } from './de/figures.ts'
import { handout } from './de/handout.ts'
import { health } from './de/health.ts'
import { markReasons } from './de/mark-reasons.ts'
import { modelWarnings } from './de/model-warnings.ts'
import { planFiles } from './de/plan-files.ts'
import { reasons } from './de/reasons.ts'
import { rosters } from './de/rosters.ts'
import { sensitivity } from './de/sensitivity.ts'
import { starvedPools } from './de/starved-pools.ts'
import { suggestions } from './de/suggestions.ts'
import { violations } from './de/violations.ts'

/** German: what screen, paper and terminal say alike. */
export const de = {
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
