import type { AccuracyOutput, ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import type { ForecastAccuracy } from '../../../shared/predict/types.ts'
import { addDays } from '../../../shared/time/local.ts'

export function weekRange({
  firstDate,
  timeZone,
  origin,
}: {
  readonly firstDate: string
  readonly timeZone: string
  readonly origin: number
}): ForecastOutput['range'] {
  return { from: firstDate, to: addDays(firstDate, 6), timeZone, origin: new Date(origin).toISOString() }
}

export function accuracyOutput({
  method,
  wape,
  mase,
  bias,
  holds80,
  holds95,
  origins,
}: ForecastAccuracy): AccuracyOutput {
  return { method, wape, mase, bias, holds80, holds95, origins }
}
