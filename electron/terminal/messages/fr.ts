import type { Translation } from '../../../shared/language/catalogue.ts'
import { fr as shared } from '../../../shared/messages/fr.ts'
import type { en } from './en.ts'
import { assuming } from './fr/assuming.ts'
import { availability } from './fr/availability.ts'
import { capacityCommand } from './fr/capacity.ts'
import { changes } from './fr/changes.ts'
import { compare } from './fr/compare.ts'
import { coverage } from './fr/coverage.ts'
import { exporting } from './fr/exporting.ts'
import { fairness } from './fr/fairness.ts'
import { files } from './fr/files.ts'
import { healthCommand } from './fr/health.ts'
import { imports } from './fr/imports.ts'
import { marks, holidays } from './fr/known-days.ts'
import { names } from './fr/names.ts'
import { options } from './fr/options.ts'
import { pages } from './fr/pages.ts'
import { plans } from './fr/plans.ts'
import { program, commandLine } from './fr/program.ts'
import { recommend } from './fr/recommend.ts'
import { replay } from './fr/replay.ts'
import { serve } from './fr/serve.ts'
import { suggest } from './fr/suggest.ts'
import { sync, connection } from './fr/sync.ts'
import { timeOff } from './fr/time-off.ts'
import { today } from './fr/today.ts'
import { watch } from './fr/watch.ts'
import { week, forecast, forecastSeries, predict } from './fr/week.ts'
import { workspaces } from './fr/workspaces.ts'

/** French: what the command line says. */
export const fr = {
  ...shared,
  assuming,
  availability,
  capacityCommand,
  changes,
  compare,
  coverage,
  exporting,
  fairness,
  files,
  healthCommand,
  imports,
  marks,
  holidays,
  names,
  options,
  pages,
  plans,
  program,
  commandLine,
  recommend,
  replay,
  serve,
  suggest,
  sync,
  connection,
  timeOff,
  today,
  watch,
  week,
  forecast,
  forecastSeries,
  predict,
  workspaces,
} as const satisfies Translation<typeof en>
