import type { Random } from '../random.ts'
import type { HoldingAndAvailability, PredictionInputs } from '../types.ts'

/** What one draw of the bands says of a pool. */
export interface PoolDraw {
  /** Factor on the visitors of each of the seven days: the week's times the day's. */
  readonly days: Float64Array
  readonly holding: HoldingAndAvailability
}

/** How much of an unusual week or day the pools of a site have in common. */
export const COMMON_SHARE = 0.6

/** Draws the factors of every pool, `[draw][pool]`: mean 1, what is unusual about a week or a day largely common to all. */
export function drawFactors(
  { pools }: PredictionInputs,
  draws: number,
  random: Random,
): readonly (readonly PoolDraw[])[] {
  const common = Math.sqrt(COMMON_SHARE)
  const own = Math.sqrt(1 - COMMON_SHARE)
  return Array.from({ length: draws }, (_, draw) => {
    const week = random.normal()
    const days = Array.from({ length: 7 }, random.normal)
    return pools.map(({ noise, markedCv, model }): PoolDraw => {
      const ofWeek = factor(noise.weekCv, common * week + own * random.normal())
      return {
        days: Float64Array.from(
          days,
          (day, index) =>
            ofWeek * factor(Math.hypot(noise.dayCv, markedCv?.[index] ?? 0), common * day + own * random.normal()),
        ),
        holding: model.draws.length > 0 ? model.draws[draw % model.draws.length]! : model,
      }
    })
  })
}

/** A lognormal of mean 1. */
function factor(cv: number, normal: number): number {
  if (!(cv > 0)) return 1
  const variance = Math.log1p(cv * cv)
  return Math.exp(Math.sqrt(variance) * normal - variance / 2)
}
