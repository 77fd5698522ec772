import type { WeekBandsOptions } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import type { BandsAnswer, BandsRequest } from './bands-worker.ts'

/** Draws bands of one week's schedules in a worker of its own. */
export interface BandsClient {
  /** null: the worker failed at it, and so did another that was started in its place. */
  readonly draw: (options: WeekBandsOptions) => Promise<WeekBands | null>
  /** Ends the worker; what it was still drawing never comes. */
  readonly close: () => void
}

/** What of a worker is used here. */
export type BandsWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** A schedule that is being drawn. */
interface Asked {
  readonly options: WeekBandsOptions
  readonly done: (bands: WeekBands | null) => void
  /** A worker has failed at it. */
  readonly isSecondTry: boolean
}

export function startBandsClient(inputs: PredictionInputs, start: () => BandsWorker = startWorker): BandsClient {
  let worker: BandsWorker | null = null
  let waiting = new Map<number, Asked>()
  let count = 0

  const ask = (asked: Asked): void => {
    worker ??= begin()
    count += 1
    waiting.set(count, asked)
    worker.postMessage({ kind: 'bands', id: count, options: asked.options } satisfies BandsRequest)
  }
  function begin(): BandsWorker {
    const started = start()
    started.addEventListener('message', ({ data }: MessageEvent<BandsAnswer>) => {
      waiting.get(data.id)?.done(data.bands)
      waiting.delete(data.id)
    })
    const fail = (event: Event): void => {
      event.preventDefault()
      if (worker !== started) return
      started.terminate()
      worker = null
      const failed = [...waiting.values()]
      waiting = new Map()
      for (const asked of failed) {
        if (asked.isSecondTry) asked.done(null)
        else ask({ ...asked, isSecondTry: true })
      }
    }
    started.addEventListener('error', fail)
    started.addEventListener('messageerror', fail)
    started.postMessage({ kind: 'inputs', inputs } satisfies BandsRequest)
    return started
  }
  worker = begin()
  return {
    draw: (options) => new Promise((done) => ask({ options, done, isSecondTry: false })),
    close() {
      worker?.terminate()
      worker = null
      waiting = new Map()
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('bands-worker.ts', import.meta.url), { type: 'module' })
}
