import { useEffect, useState } from 'react'
import type { PredictionInputs } from '../../../../shared/predict/types.ts'
import { startBandsClient } from '../editor/bands/bands-client.ts'
import type { Scenario, ScenarioBands } from './scenario-figures.ts'

/** The bands of several scenarios, each compared with the typical week on the same draws; they come one after the other. */
export function useScenarioBands(
  inputs: PredictionInputs,
  scenarios: readonly Scenario[],
): ReadonlyMap<string, ScenarioBands> {
  const [drawn, setDrawn] = useState<{
    readonly scenarios: readonly Scenario[]
    readonly bands: ReadonlyMap<string, ScenarioBands>
  }>({ scenarios, bands: new Map() })
  useEffect(() => {
    const client = startBandsClient(inputs)
    let isOver = false
    const drawAll = async (): Promise<void> => {
      for (const { id, schedule, poolId, world } of scenarios) {
        const bands =
          (await client.draw({
            schedule,
            baseline: schedule === 'typical' ? null : 'typical',
            poolId,
            ...(world === null ? {} : { world: { assumptions: world.assumptions, timeZone: world.timeZone } }),
          })) ?? 'failed'
        if (isOver) return
        setDrawn((before) => ({
          scenarios,
          bands: new Map(before.scenarios === scenarios ? before.bands : []).set(id, bands),
        }))
      }
    }
    void drawAll()
    return () => {
      isOver = true
      client.close()
    }
  }, [inputs, scenarios])
  return drawn.scenarios === scenarios ? drawn.bands : NO_BANDS
}

const NO_BANDS: ReadonlyMap<string, ScenarioBands> = new Map()
