import { appInfoRouter } from './app-procedures.ts'
import { alertsRouter } from '../alerts/procedures.ts'
import { agentFilesRouter } from '../agent-files/procedures.ts'
import { agentsRouter } from '../agents/procedures.ts'
import { capacityRouter } from '../capacity/procedures.ts'
import { compareRouter } from '../compare/procedures.ts'
import { coverageRouter } from '../coverage/procedures.ts'
import { exportsRouter } from '../exports/procedures.ts'
import { holidaysRouter } from '../holidays/procedures.ts'
import { healthRouter } from '../health/procedures.ts'
import { forecastRouter, marksRouter } from '../forecast/procedures.ts'
import { handoutRouter } from '../handout/procedures.ts'
import { predictionRouter } from '../prediction/procedures.ts'
import { pagesRouter } from '../pages/procedures.ts'
import { plansRouter, templatesRouter } from '../plans/procedures.ts'
import { recommendRouter } from '../staffing/procedures.ts'
import { router } from './procedure.ts'
import { rostersRouter } from '../rosters/procedures.ts'
import { suggestRouter } from '../suggest/procedures.ts'
import { demoRouter, sourceRouter, syncRouter } from '../sync/procedures.ts'
import { timeOffRouter } from '../time-off/procedures.ts'
import { todayRouter } from '../today/procedures.ts'
import { updatesRouter } from '../updates/procedures.ts'
import { settingsRouter, viewStateRouter, workspaceRouter, workspacesRouter } from '../workspaces/procedures.ts'

/** Everything the app can ask for. The renderer sees its type, and nothing else of this folder. */
export const appRouter = router({
  app: appInfoRouter,
  workspaces: workspacesRouter,
  workspace: workspaceRouter,
  settings: settingsRouter,
  viewState: viewStateRouter,
  source: sourceRouter,
  demo: demoRouter,
  sync: syncRouter,
  pages: pagesRouter,
  coverage: coverageRouter,
  forecast: forecastRouter,
  prediction: predictionRouter,
  marks: marksRouter,
  holidays: holidaysRouter,
  plans: plansRouter,
  compare: compareRouter,
  capacity: capacityRouter,
  health: healthRouter,
  today: todayRouter,
  alerts: alertsRouter,
  recommend: recommendRouter,
  suggest: suggestRouter,
  agents: agentsRouter,
  templates: templatesRouter,
  timeOff: timeOffRouter,
  agentFiles: agentFilesRouter,
  exports: exportsRouter,
  handout: handoutRouter,
  rosters: rostersRouter,
  updates: updatesRouter,
})

export type AppRouter = typeof appRouter
