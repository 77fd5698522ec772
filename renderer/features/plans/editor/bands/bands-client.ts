import type { WeekBandsOptions } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import type { BandsAnswer, BandsRequest } from './bands-worker.ts'

/** Draws bands of one week's schedules in a worker of its own. */
export interface BandsClient {
  readonly draw: (options: WeekBandsOptions) => Promise<WeekBands>
  /** Ends the worker; what it was still drawing never comes. */
  readonly close: () => void
}

export function startBandsClient(inputs: PredictionInputs): BandsClient {
  const worker = new Worker(new URL('bands-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (bands: WeekBands) => void>()
  let asked = 0
  const send = (request: BandsRequest): void => worker.postMessage(request)
  worker.addEventListener('message', ({ data }: MessageEvent<BandsAnswer>) => {
    waiting.get(data.id)?.(data.bands)
    waiting.delete(data.id)
  })
  send({ kind: 'inputs', inputs })
  return {
    draw: (options) =>
      new Promise((resolve) => {
        asked += 1
        waiting.set(asked, resolve)
        send({ kind: 'bands', id: asked, options })
      }),
    close: () => worker.terminate(),
  }
}
