import type { DemandNoise, PredictionInputs } from '../predict/types.ts'
import type { ActualSlots } from './actual-slots.ts'

/** Who came is known: only chance is left. */
const NO_NOISE: DemandNoise = { dispersion: 1, slotCv: 0, dayCv: 0, weekCv: 0 }

/** The inputs of a week with the visitors who really came in place of those expected. Nobody comes in quarter-hours that are not known. */
export function withActualVisitors(
  inputs: PredictionInputs,
  { known, pools }: Pick<ActualSlots, 'known' | 'pools'>,
): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool, index) => ({
      ...pool,
      markedCv: undefined,
      visitors: Array.from(pools[index]!.visitors, (visitors, slot) => (known[slot] === 1 ? visitors : 0)),
      noise: NO_NOISE,
      // One week's visitors rest on one week: their load is evened out accordingly.
      model: { ...pool.model, weeks: 1 },
    })),
  }
}
