import { weekBands, type WeekBandsOptions } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekBands } from '../../../../../shared/predict/types.ts'

/** What the page asks of the worker; the inputs are sent once and stay. */
export type BandsRequest =
  | { readonly kind: 'inputs'; readonly inputs: PredictionInputs }
  | { readonly kind: 'bands'; readonly id: number; readonly options: WeekBandsOptions }

export interface BandsAnswer {
  readonly id: number
  readonly bands: WeekBands
}

let inputs: PredictionInputs | null = null

addEventListener('message', ({ data }: MessageEvent<BandsRequest>) => {
  if (data.kind === 'inputs') inputs = data.inputs
  else if (inputs !== null) postMessage({ id: data.id, bands: weekBands(inputs, data.options) } satisfies BandsAnswer)
})
