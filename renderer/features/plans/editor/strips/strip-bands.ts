import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { countQuantiles } from '../../../../../shared/predict/forecast/count-quantiles.ts'
import { isPool } from '../../../../../shared/predict/is-pool.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'
import type { StripBand, StripBands } from './strip-scene.ts'

const LOWER = 0.1
const UPPER = 0.9

/** The 80% band of visitors at each quarter-hour, over all pools of the plan: their shared weeks and days, and each quarter-hour's own chance. */
export function visitorsBand(inputs: PredictionInputs, poolId: string | null): StripBand {
  const pools = inputs.pools.filter((pool) => poolId === null || isPool(pool, poolId))
  const lower = new Float64Array(inputs.starts.length)
  const upper = new Float64Array(inputs.starts.length)
  for (let slot = 0; slot < lower.length; slot++) {
    let mean = 0
    let variance = 0
    for (const { visitors, noise } of pools) {
      const expected = visitors[slot]!
      mean += expected
      variance +=
        noise.dispersion * expected + (noise.slotCv ** 2 + noise.dayCv ** 2 + noise.weekCv ** 2) * expected ** 2
    }
    const [low, high] = countQuantiles({ mean, variance }, [LOWER, UPPER])
    lower[slot] = Math.max(0, low!)
    upper[slot] = Math.max(0, high!)
  }
  return { lower, upper }
}

/** The bands as the strips have them: of coverage each quarter-hour has its hour's. `bands` null: not drawn yet. */
export function stripBands(bands: WeekBands | null, visitors: StripBand, cells: readonly number[]): StripBands {
  return {
    visitors,
    coverage:
      bands === null
        ? null
        : {
            lower: Float64Array.from(cells, (cell) => bands.byDayHour[cell]!.lower80),
            upper: Float64Array.from(cells, (cell) => bands.byDayHour[cell]!.upper80),
          },
  }
}

/** The cell of the 7x24 week (Sunday first) of a minute of the week that begins on a day of week. */
export function hourCells(weekMinutes: readonly number[], firstDayOfWeek: number): readonly number[] {
  return weekMinutes.map(
    (minute) =>
      ((firstDayOfWeek + Math.floor(minute / DAY_MINUTES)) % 7) * 24 + Math.floor((minute % DAY_MINUTES) / 60),
  )
}
