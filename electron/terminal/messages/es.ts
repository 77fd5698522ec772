import type { Translation } from '../../../shared/language/catalogue.ts'
import { es as shared } from '../../../shared/messages/es.ts'
import type { en } from './en.ts'
import { availability } from './es/availability.ts'
import { assuming } from './es/assuming.ts'
import { capacityCommand } from './es/capacity.ts'
import { changes } from './es/changes.ts'
import { compare } from './es/compare.ts'
import { coverage } from './es/coverage.ts'
import { exporting } from './es/exporting.ts'
import { fairness } from './es/fairness.ts'
import { files } from './es/files.ts'
import { imports } from './es/imports.ts'
import { healthCommand } from './es/health.ts'
import { holidays, marks } from './es/known-days.ts'
import { names } from './es/names.ts'
import { pages } from './es/pages.ts'
import { options } from './es/options.ts'
import { plans } from './es/plans.ts'
import { commandLine, program } from './es/program.ts'
import { recommend } from './es/recommend.ts'
import { replay } from './es/replay.ts'
import { serve } from './es/serve.ts'
import { suggest } from './es/suggest.ts'
import { connection, sync } from './es/sync.ts'
import { timeOff } from './es/time-off.ts'
import { today } from './es/today.ts'
import { watch } from './es/watch.ts'
import { forecast, forecastSeries, predict, week } from './es/week.ts'
import { workspaces } from './es/workspaces.ts'

/** Spanish: what the command line says. */
export const es = {
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
} as const satisfies Translation<typeof en>
