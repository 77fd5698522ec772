import { workerData } from 'node:worker_threads'
import { assertNever } from '../shared/contract/errors.ts'
import type { WorkerStart } from './backend/open-data-access.ts'
import type { WriterThreadEvents } from './backend/roles/roles.ts'
import { exposeToParent } from './store/worker-channel.ts'

// The composition root of every worker thread: it takes one role and answers for it. Of the others it loads nothing: the driver of
// Postgres alone takes longer to load than a report takes to compute.
const { role, dataDir } = workerData as WorkerStart

switch (role) {
  case 'writer': {
    const { createWriterRole } = await import('./backend/roles/writer-role.ts')
    const { close, ...functions } = createWriterRole({
      dataDir,
      now: Date.now,
      events: {
        // Nobody waits for an event; where the main thread is gone, so is its reader.
        progress: (...news) => void main.progress(...news).catch(() => undefined),
        notice: (...news) => void main.notice(...news).catch(() => undefined),
        alive: (...news) => void main.alive(...news).catch(() => undefined),
      },
    })
    const main = exposeToParent<typeof functions, WriterThreadEvents>({ functions, onClose: close })
    break
  }
  case 'reader': {
    const { createReaderRole } = await import('./backend/roles/reader-role.ts')
    const { close, ...functions } = createReaderRole(dataDir)
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'compute': {
    const { createComputeRole } = await import('./backend/roles/compute-role.ts')
    const { close, ...functions } = createComputeRole(dataDir)
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'work': {
    const { createWorkRole } = await import('./backend/roles/work-role.ts')
    const { close, ...functions } = createWorkRole({ dataDir, now: Date.now })
    exposeToParent({ functions, onClose: close })
    break
  }
  default:
    assertNever(role)
}
