import { useEffect, useRef, useState } from 'react'
import type { PlannedInterval } from '../../../../../shared/plan/plan.ts'
import type { Band, PredictionInputs } from '../../../../../shared/predict/types.ts'
import { startBandsClient, type BandsClient } from '../bands/bands-client.ts'

/** Ticks often follow one another. */
const SETTLE_MS = 150

interface Compared {
  readonly before: readonly PlannedInterval[]
  readonly after: readonly PlannedInterval[]
  readonly poolId: string | null
}

/** The band of the difference between two schedules; null while it is drawn, in a worker of its own, or where it cannot be. */
export function useDifferenceBand(inputs: PredictionInputs, { before, after, poolId }: Compared): Band | null {
  const client = useRef<BandsClient | null>(null)
  const [drawn, setDrawn] = useState<{ readonly after: readonly PlannedInterval[]; readonly band: Band | null } | null>(
    null,
  )
  useEffect(() => {
    const started = startBandsClient(inputs)
    client.current = started
    return () => started.close()
  }, [inputs])
  useEffect(() => {
    const asked = client.current
    if (asked === null) return undefined
    let isWanted = true
    const timer = setTimeout(async () => {
      const bands = await asked.draw({ schedule: after, baseline: before, poolId })
      if (isWanted) setDrawn({ after, band: bands?.difference ?? null })
    }, SETTLE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [inputs, before, after, poolId])
  return drawn?.after === after ? drawn.band : null
}
