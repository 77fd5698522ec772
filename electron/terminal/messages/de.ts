import type { Translation } from '../../../shared/language/catalogue.ts'
import { de as shared } from '../../../shared/messages/de.ts'
import type { en } from './en.ts'
import { assuming } from './de/assuming.ts'
import { availability } from './de/availability.ts'
import { capacityCommand } from './de/capacity.ts'
import { changes } from './de/changes.ts'
import { compare } from './de/compare.ts'
import { coverage } from './de/coverage.ts'
import { exporting } from './de/exporting.ts'
import { files } from './de/files.ts'
import { healthCommand } from './de/health.ts'
import { imports } from './de/imports.ts'
import { marks, holidays } from './de/known-days.ts'
import { names } from './de/names.ts'
import { options } from './de/options.ts'
import { plans } from './de/plans.ts'
import { program, commandLine } from './de/program.ts'
import { recommend } from './de/recommend.ts'
import { replay } from './de/replay.ts'
import { serve } from './de/serve.ts'
import { suggest } from './de/suggest.ts'
import { sync, connection } from './de/sync.ts'
import { timeOff } from './de/time-off.ts'
import { today } from './de/today.ts'
import { watch } from './de/watch.ts'
import { week, forecast, forecastSeries, predict } from './de/week.ts'
import { workspaces } from './de/workspaces.ts'
import { pages } from './de/pages.ts'
import { fairness } from './de/fairness.ts'

/** German: what the command line says. */
export const de = {
  ...shared,
  fairness,
  pages,
  assuming,
  availability,
  capacityCommand,
  changes,
  compare,
  coverage,
  exporting,
  files,
  healthCommand,
  imports,
  marks,
  holidays,
  names,
  options,
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
