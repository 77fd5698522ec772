import type { FileTransfers } from './file-transfers.ts'
import type { HostCapabilities } from './host-capabilities.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import type { Log } from './log.ts'
import { appCompare } from './services/app-compare.ts'
import { appCoverage } from './services/app-coverage.ts'
import type { AppServices } from './services/app-services.ts'
import { appPrediction } from './services/app-prediction.ts'
import { appPlans } from './services/app-plans.ts'
import { appSettingsFile } from './services/app-settings-file.ts'
import { appRecommend } from './services/app-recommend.ts'
import { appSync } from './services/app-sync.ts'
import { appToday } from './services/app-today.ts'
import { appWorkspaces } from './services/app-workspaces.ts'
import { createAutoSync } from './services/auto-sync.ts'
import type { ServiceDependencies, SyncedWorkspace } from './services/dependencies.ts'
import { appExports } from './services/exports/app-exports.ts'
import { freezeAfterSync } from './services/plan-freezing.ts'
import { predictWeeks } from './services/predict-weeks.ts'
import { createCoverageWatch } from './services/coverage-watch.ts'
import { createPasswords } from './services/passwords.ts'
import { createSourceLooks } from './services/source-looks.ts'
import { testSource } from './services/source-test.ts'
import { workspaceOverview } from './services/workspace-overview.ts'

export interface AppServicesOptions extends Omit<ServiceDependencies, 'onNotice'> {
  readonly dataDir: string
  readonly version: string
  readonly host: HostCapabilities
  readonly log: Log
  readonly jobs: JobRunner
  readonly transfers: FileTransfers
}

/** What the app can ask for, on one data folder. */
export function createAppServices(options: AppServicesOptions): AppServices {
  const { dataDir, version, host, log, jobs, transfers, systemTimeZone } = options
  const notices: string[] = []
  const onNotice = (text: string): void => {
    notices.push(text)
    log.warn(text)
  }
  const { data, clock, environment } = options
  const deps: ServiceDependencies = { data, clock, systemTimeZone, environment, onNotice, afterSync }
  const freezer = predictWeeks(deps)
  const watch = createCoverageWatch(deps, host.notify)
  async function afterSync(synced: SyncedWorkspace): Promise<void> {
    // What is urgent first: predicting weeks takes a while.
    await watch.look(synced)
    await freezeAfterSync(deps, freezer, synced)
  }
  const passwords = createPasswords({ keeper: host.secrets, hide: (secret) => log.hide(secret) })
  const settings = appSettingsFile(dataDir)
  const syncs = appSync({ deps, jobs, passwords })
  const autoSync = createAutoSync({ deps, jobs, startSync: (request) => syncs.startSync(request) })
  return {
    info: () => ({
      version,
      host: host.kind,
      dataFolder: dataDir,
      systemTimeZone,
      logFile: log.file,
      capabilities: { keepsSecrets: host.secrets !== null, notifies: host.notify !== null, makesPdf: host.printer !== null },
    }),
    log: (lines) => log.tail(lines),
    async notices() {
      for (const text of await data.work().takeNotices()) onNotice(text)
      return notices
    },
    appSettings: () => settings.read(),
    saveAppSettings: (patch) => settings.save(patch),
    overview: (workspaceId) => workspaceOverview(deps, passwords, workspaceId),
    looks: createSourceLooks(deps, passwords),
    testSource: (request) => testSource(deps, passwords, request),
    ...appWorkspaces({ deps, jobs, passwords, transfers }),
    ...syncs,
    ...appCoverage(deps),
    plans: appPlans(deps, freezer),
    prediction: appPrediction(deps),
    recommend: appRecommend({ deps, jobs }),
    compare: appCompare(deps),
    today: appToday({ deps, watch, autoSync }),
    tick: () => autoSync.tick(),
    exports: appExports({ deps, transfers, printer: host.printer }),
  }
}
