import { workerData } from 'node:worker_threads'
import { assertNever } from '../shared/foundation/errors.ts'
import type { WorkerStart } from './backend/threads/open-data-access.ts'
import type { WriterEvents } from './backend/threads/writer-thread.ts'
import { exposeToParent } from './backend/threads/worker-channel.ts'

// The composition root of every worker thread: it takes one role and answers for it. Of the others it loads nothing: the driver of
// Postgres alone takes longer to load than a report takes to compute.
const { role, dataDir } = workerData as WorkerStart

switch (role) {
  case 'writer': {
    const { createWriterThread } = await import('./backend/threads/writer-thread.ts')
    const { functions, close } = createWriterThread({
      dataDir,
      now: Date.now,
      events: {
        // Nobody waits for an event; where the main thread is gone, so is its reader.
        progress: (...news) => void main.progress(...news).catch(() => undefined),
        step: (...news) => void main.step(...news).catch(() => undefined),
        notice: (...news) => void main.notice(...news).catch(() => undefined),
        alive: (...news) => void main.alive(...news).catch(() => undefined),
      },
    })
    const main = exposeToParent<typeof functions, WriterEvents>({ functions, onClose: close })
    break
  }
  case 'reader': {
    const { createReaderThread } = await import('./backend/threads/reader-thread.ts')
    const { functions, close } = createReaderThread(dataDir)
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'compute': {
    const { createComputeThread } = await import('./backend/threads/compute-thread.ts')
    const { functions, close } = createComputeThread(dataDir)
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'work': {
    const { createWorkThread } = await import('./backend/threads/work-thread.ts')
    const { functions, close } = createWorkThread({ dataDir, now: Date.now })
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'roster': {
    const { createRosterThread } = await import('./backend/threads/roster-thread.ts')
    const { functions, close } = createRosterThread()
    exposeToParent({ functions, onClose: close })
    break
  }
  case 'holidays': {
    const { createHolidaysThread } = await import('./backend/threads/holidays-thread.ts')
    const { functions, close } = createHolidaysThread()
    exposeToParent({ functions, onClose: close })
    break
  }
  default:
    assertNever(role)
}
