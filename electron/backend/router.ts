import { appInfoRouter } from './procedures/app.ts'
import { compareRouter } from './procedures/compare.ts'
import { coverageRouter } from './procedures/coverage.ts'
import { exportsRouter } from './procedures/exports.ts'
import { forecastRouter, marksRouter, predictionRouter } from './procedures/prediction.ts'
import { agentsRouter, plansRouter, templatesRouter } from './procedures/plans.ts'
import { recommendRouter } from './procedures/recommend.ts'
import { router } from './procedures/procedure.ts'
import { demoRouter, sourceRouter, syncRouter } from './procedures/sync.ts'
import { todayRouter } from './procedures/today.ts'
import { settingsRouter, viewStateRouter, workspaceRouter, workspacesRouter } from './procedures/workspaces.ts'

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
  coverage: coverageRouter,
  forecast: forecastRouter,
  prediction: predictionRouter,
  marks: marksRouter,
  plans: plansRouter,
  compare: compareRouter,
  today: todayRouter,
  recommend: recommendRouter,
  agents: agentsRouter,
  templates: templatesRouter,
  exports: exportsRouter,
})

export type AppRouter = typeof appRouter
