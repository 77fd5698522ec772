import { z } from 'zod'

const fraction = z.number().min(0).max(1).nullable()
const amount = z.number().nonnegative()

/** What `covercast forecast-series --json` prints. Figures that are unknown because nobody came are null. */
export const forecastSeriesOutputSchema = z.strictObject({
  /** Weeks forecast. */
  origins: z.int().nonnegative(),
  wape: amount.nullable(),
  seasonalNaiveWape: amount.nullable(),
  mase: amount.nullable(),
  bias: z.number().nullable(),
  holds80: fraction,
  holds95: fraction,
  /** Mean interval scores of the slots' bands. */
  intervalScore80: amount.nullable(),
  intervalScore95: amount.nullable(),
  /** Of holidays and days like them, where --country names whose; null: it does not. */
  apart: z
    .strictObject({ days: z.int().nonnegative(), wape: amount.nullable(), holds80: fraction, holds95: fraction })
    .nullable(),
  weeks: z
    .array(
      z.strictObject({
        start: z.iso.date(),
        actual: amount,
        forecast: amount,
        lower80: amount,
        upper80: amount,
        wape: amount.nullable(),
      }),
    )
    .readonly(),
})

export type ForecastSeriesOutput = z.infer<typeof forecastSeriesOutputSchema>
