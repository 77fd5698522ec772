import { en as shared } from '../../../shared/messages/en.ts'
import { availability } from './en/availability.ts'
import { assuming } from './en/assuming.ts'
import { capacityCommand } from './en/capacity.ts'
import { changes } from './en/changes.ts'
import { compare } from './en/compare.ts'
import { coverage } from './en/coverage.ts'
import { exporting } from './en/exporting.ts'
import { fairness } from './en/fairness.ts'
import { files } from './en/files.ts'
import { imports } from './en/imports.ts'
import { healthCommand } from './en/health.ts'
import { holidays, marks } from './en/known-days.ts'
import { names } from './en/names.ts'
import { pages } from './en/pages.ts'
import { options } from './en/options.ts'
import { plans } from './en/plans.ts'
import { commandLine, program } from './en/program.ts'
import { recommend } from './en/recommend.ts'
import { replay } from './en/replay.ts'
import { serve } from './en/serve.ts'
import { suggest } from './en/suggest.ts'
import { connection, sync } from './en/sync.ts'
import { timeOff } from './en/time-off.ts'
import { today } from './en/today.ts'
import { watch } from './en/watch.ts'
import { forecast, forecastSeries, predict, week } from './en/week.ts'
import { workspaces } from './en/workspaces.ts'

/** English: what the command line says. */
export const en = {
  ...shared,
  availability,
  assuming,
  capacityCommand,
  changes,
  commandLine,
  compare,
  connection,
  coverage,
  exporting,
  fairness,
  files,
  forecast,
  forecastSeries,
  healthCommand,
  holidays,
  imports,
  marks,
  names,
  options,
  pages,
  plans,
  predict,
  program,
  recommend,
  replay,
  serve,
  suggest,
  sync,
  timeOff,
  today,
  watch,
  week,
  workspaces,
} as const
