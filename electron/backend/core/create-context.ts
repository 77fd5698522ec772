import { randomUUID } from 'node:crypto'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import { autoSyncOf } from '../sync/auto-sync.ts'
import { startOlderHistory } from '../sync/older-history.ts'
import { predictAfterSync } from '../publishing/predicting.ts'
import { alertsOf } from '../alerts/alerts.ts'
import { liveFigureOf } from '../today/live-figure.ts'
import type { BackendContext } from './context.ts'
import { createFileTransfers } from './file-transfers.ts'
import { createJobRunner } from './job-runner.ts'

export type ContextOptions = Pick<
  BackendContext,
  'data' | 'dataDir' | 'version' | 'clock' | 'systemTimeZone' | 'environment' | 'host' | 'log' | 'publisherUpdates'
>

/** The backend on one data folder, for whichever host asks: what every procedure is given. */
export function createContext(options: ContextOptions): BackendContext {
  const { clock, dataDir, host, log } = options
  const notices: string[] = []
  const context: BackendContext = {
    ...options,
    jobs: createJobRunner({
      clock,
      newId: randomUUID,
      onEnd: ({ kind, state }, done) =>
        log.info(done === null ? `A ${kind} ended: ${state}.` : `A ${kind} is done: ${done}.`),
      // A terminal has no log that could have the rest.
      ...(host.kind === 'terminal' ? { reportOf: toErrorReport } : {}),
      onFailure: (job, thrown) => log.error(`The ${job.kind} of workspace ${job.workspaceId} failed.`, thrown),
    }),
    transfers: createFileTransfers(dataDir),
    notices,
    onNotice(text) {
      notices.push(text)
      log.warn(text)
    },
    async tick() {
      await autoSyncOf(context).tick()
      startOlderHistory(context)
      await alertsOf(context).tick()
      await liveFigureOf(context).refresh()
    },
    async afterSync(synced) {
      // What is urgent first: predicting weeks takes a while. In a terminal `watch` alone looks, and says what it found.
      if (host.kind !== 'terminal') await alertsOf(context).look(synced)
      await liveFigureOf(context).refresh('at-once')
      await predictAfterSync(context, synced)
    },
  }
  const pgPassword = options.environment['PGPASSWORD']
  if (pgPassword) log.hide(pgPassword)
  return context
}
