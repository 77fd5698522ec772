import { useEffect, useRef, useState } from 'react'
import type { Schedule } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import type { BandsAnswer, BandsRequest } from './bands-worker.ts'

interface BandsOptions {
  readonly inputs: PredictionInputs
  readonly schedule: Schedule
  readonly baseline: Schedule | null
  readonly poolId: string | null
}

interface Bands {
  /** Of the schedule, or of the one before it while they are drawn anew; null: none yet. */
  readonly bands: WeekBands | null
  readonly isStale: boolean
}

/** An edit is often followed by another. */
const SETTLE_MS = 120

/** The bands of a schedule, drawn in a worker so that nothing waits for them; only the newest schedule is drawn. */
export function useBands({ inputs, schedule, baseline, poolId }: BandsOptions): Bands {
  const worker = useRef<Worker | null>(null)
  const newest = useRef(0)
  const isBusy = useRef(false)
  const waiting = useRef<BandsRequest | null>(null)
  const [drawn, setDrawn] = useState<{ readonly bands: WeekBands; readonly id: number; readonly inputs: PredictionInputs } | null>(null)
  const [asked, setAsked] = useState(0)

  useEffect(() => {
    const started = new Worker(new URL('bands-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    isBusy.current = false
    waiting.current = null
    started.addEventListener('message', ({ data }: MessageEvent<BandsAnswer>) => {
      setDrawn({ bands: data.bands, id: data.id, inputs })
      const next = waiting.current
      waiting.current = null
      isBusy.current = next !== null
      if (next !== null) started.postMessage(next)
    })
    started.postMessage({ kind: 'inputs', inputs } satisfies BandsRequest)
    return () => {
      started.terminate()
      worker.current = null
    }
  }, [inputs])

  useEffect(() => {
    const timer = setTimeout(() => {
      const id = ++newest.current
      setAsked(id)
      const request: BandsRequest = { kind: 'bands', id, options: { schedule, baseline, poolId } }
      if (isBusy.current) waiting.current = request
      else {
        isBusy.current = true
        worker.current?.postMessage(request)
      }
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [inputs, schedule, baseline, poolId])

  const isOfInputs = drawn !== null && drawn.inputs === inputs
  return { bands: isOfInputs ? drawn.bands : null, isStale: !isOfInputs || drawn.id !== asked }
}
