import { weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../predict/types.ts'
import type { ActualSlots } from './actual-slots.ts'
import { withActualVisitors } from './actual-visitors.ts'

/**
 * How far the coverage rate (0-1) of a week may be from what the model gives with the visitors who really came and the agents who were
 * really online: by chance, and by what is not known of the model. Only quarter-hours that are known count.
 */
export function chanceBand(inputs: PredictionInputs, actual: ActualSlots, poolId: string | null): Band {
  const happened = withActualVisitors(inputs, actual)
  const online: PredictionInputs = {
    ...happened,
    pools: happened.pools.map((pool, index) => ({ ...pool, typical: actual.pools[index]!.staffing })),
  }
  return weekBands(online, { schedule: 'typical', baseline: null, poolId }).coverageRate
}
