import { poolInput, rangeInput, zoneInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

export const recommendRouter = router({
  /** Which hours of a range to staff better. */
  blocks: procedure.input(rangeInput).query(({ ctx, input }) => ctx.services.recommend.blocks(input)),
  /** How each pool's agents serve, and how well visitors are forecast. */
  model: procedure.input(zoneInput).query(({ ctx, input }) => ctx.services.recommend.model(input)),
  /** Tries past weeks of every pool, as a job. */
  startCalibration: procedure.input(zoneInput).mutation(({ ctx, input }) => ctx.services.recommend.startCalibration(input)),
  /** How that stands, for one pool or for all. */
  calibration: procedure.input(poolInput).query(({ ctx, input }) => ctx.services.recommend.calibration(input)),
})
