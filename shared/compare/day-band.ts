import type { PlannedSpell } from '../plan/plan.ts'
import { weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../predict/types.ts'

/** Fewer than for a week: there are seven days, and a person waits. */
const DRAWS = 500

export interface DayBandOptions {
  readonly spells: readonly PlannedSpell[]
  readonly poolId: string | null
  /** The slots of the day. */
  readonly slots: readonly number[]
}

/** The range of the coverage rate (0-1) of some slots alone, from what was kept of the week: its model, draws and seed. */
export function dayBand(inputs: PredictionInputs, { spells, poolId, slots }: DayBandOptions): Band {
  const wanted = new Set(slots)
  const alone = { ...inputs, pools: inputs.pools.map((pool) => ({ ...pool, visitors: pool.visitors.map((visitors, slot) => (wanted.has(slot) ? visitors : 0)) })) }
  return weekBands(alone, { schedule: spells, baseline: null, poolId, draws: DRAWS }).coverageRate
}
