import { procedure, router } from '../core/procedure.ts'
import { blocksInput, poolInput, zoneInput } from './inputs.ts'
import { calibration, staffingBlocks, staffingModel, startCalibration } from './use-cases.ts'

export const recommendRouter = router({
  blocks: procedure.input(blocksInput).query(({ ctx, input }) => staffingBlocks(ctx, input)),
  model: procedure.input(zoneInput).query(({ ctx, input }) => staffingModel(ctx, input)),
  startCalibration: procedure.input(zoneInput).mutation(({ ctx, input }) => startCalibration(ctx, input)),
  calibration: procedure.input(poolInput).query(({ ctx, input }) => calibration(ctx, input)),
})
