import { procedure, router } from '../core/procedure.ts'
import { predictInput, predictionInput, sensitivityInput, startingShiftsInput } from './inputs.ts'
import { planSensitivity, predictionInputs, predictPlan, startingShifts } from './use-cases.ts'

export const predictionRouter = router({
  inputs: procedure.input(predictionInput).query(({ ctx, input }) => predictionInputs(ctx, input)),
  plan: procedure.input(predictInput).query(({ ctx, input }) => predictPlan(ctx, input)),
  sensitivity: procedure.input(sensitivityInput).query(({ ctx, input }) => planSensitivity(ctx, input)),
  startingShifts: procedure.input(startingShiftsInput).query(({ ctx, input }) => startingShifts(ctx, input)),
})
