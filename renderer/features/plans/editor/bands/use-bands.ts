import { useEffect, useRef, useState } from 'react'
import type { WeekBandsOptions } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import { startBandsClient, type BandsClient } from './bands-client.ts'

interface Drawn {
  /** null: they could not be drawn. */
  readonly bands: WeekBands | null
  readonly options: WeekBandsOptions
  readonly inputs: PredictionInputs
}

/** An edit is often followed by another. */
const SETTLE_MS = 120

interface DrawnBands {
  /** Of the schedule that was asked for; null while it is being drawn. */
  readonly current: WeekBands | null
  /** The newest there are, perhaps of the schedule before an edit; null: none yet. */
  readonly newest: WeekBands | null
  /** Draws once more what could not be drawn; null: nothing failed. */
  readonly retry: (() => void) | null
}

/** The bands of a schedule, drawn in a worker so that nothing waits for them. `options` must be memoized. */
export function useBands(inputs: PredictionInputs, options: WeekBandsOptions): DrawnBands {
  const client = useRef<BandsClient | null>(null)
  const isBusy = useRef(false)
  const newest = useRef(options)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const started = startBandsClient(inputs)
    client.current = started
    isBusy.current = false
    return () => {
      client.current = null
      started.close()
    }
  }, [inputs])

  useEffect(() => {
    newest.current = options
    const draw = async (): Promise<void> => {
      const asked = client.current
      // What is being drawn already asks for the newest when it is done.
      if (isBusy.current || asked === null) return
      isBusy.current = true
      for (;;) {
        const wanted = newest.current
        const bands = await asked.draw(wanted)
        if (client.current !== asked) return
        setDrawn({ bands, options: wanted, inputs })
        if (newest.current === wanted) break
      }
      isBusy.current = false
    }
    const timer = setTimeout(() => void draw(), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [inputs, options, attempt])

  const newestBands = drawn !== null && drawn.inputs === inputs ? drawn.bands : null
  const isOfNow = drawn?.options === options
  return {
    current: isOfNow ? newestBands : null,
    newest: newestBands,
    retry: isOfNow && drawn.bands === null && drawn.inputs === inputs ? () => setAttempt(attempt + 1) : null,
  }
}
