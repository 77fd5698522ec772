import { compareCommands } from './services/compare-command.ts'
import { coverageReport } from './services/coverage-report.ts'
import type { ServiceDependencies } from './services/dependencies.ts'
import { exportCommands } from './services/exports/export-commands.ts'
import { manageWorkspaces } from './services/manage-workspaces.ts'
import { planCommands } from './services/plan-commands.ts'
import { freezeAfterSync } from './services/plan-freezing.ts'
import { predictWeeks } from './services/predict-weeks.ts'
import { recommendStaffing } from './services/recommend.ts'
import { predictionServices } from './services/terminal-prediction.ts'
import type { Services } from './services/services.ts'
import { checkSource, demoWorkspace, listSourceTables, suggestSourceMapping, syncWorkspace } from './services/sync-workspace.ts'

/** The use cases on one data folder; every host uses these and nothing below them. */
export function createServices(host: Omit<ServiceDependencies, 'onNotice'>): Services {
  const notices: string[] = []
  const deps: ServiceDependencies = { ...host, onNotice: (text) => void notices.push(text), afterSync: (synced) => freezeAfterSync(deps, freezer, synced) }
  const freezer = predictWeeks(deps)
  return {
    sync: (request, running) => syncWorkspace(deps, request, running),
    check: (request, running) => checkSource(deps, request, running),
    listTables: (request, running) => listSourceTables(deps, request, running),
    suggestMapping: (request, running) => suggestSourceMapping(deps, request, running),
    demo: (request, running) => demoWorkspace(deps, request, running),
    coverage: (request) => coverageReport(deps, request),
    ...predictionServices(deps),
    recommend: (request) => recommendStaffing(deps, request),
    ...planCommands(deps, freezer),
    ...compareCommands(deps),
    ...exportCommands(deps),
    ...manageWorkspaces(deps),
    takeNotices: async () => [...notices.splice(0), ...(await deps.data.work().takeNotices())],
    close: () => deps.data.close(),
  }
}
