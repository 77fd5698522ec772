import { weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, DemandNoise, PredictionInputs } from '../predict/types.ts'
import type { ActualSlots } from './actual-slots.ts'

/** Who came is known: only chance is left. */
const NO_NOISE: DemandNoise = { dispersion: 1, slotCv: 0, dayCv: 0, weekCv: 0 }

/**
 * How far the coverage rate (0-1) of a week may be from what the model gives with the visitors who really came and the agents who were
 * really online: by chance, and by what is not known of the model. Only quarter-hours that are known count.
 */
export function chanceBand(inputs: PredictionInputs, { known, pools }: ActualSlots, poolId: string | null): Band {
  const happened: PredictionInputs = {
    ...inputs,
    pools: inputs.pools.map((pool, index) => ({
      ...pool,
      visitors: Array.from(pools[index]!.visitors, (visitors, slot) => (known[slot] === 1 ? visitors : 0)),
      typical: pools[index]!.staffing,
      noise: NO_NOISE,
      // As the split has it: one week's visitors rest on one week.
      model: { ...pool.model, weeks: 1 },
    })),
  }
  return weekBands(happened, { schedule: 'typical', baseline: null, poolId }).coverageRate
}
