import { z } from 'zod'
import { isCurrency } from '../language/currencies.ts'
import { LANGUAGE_CODES } from '../language/languages.ts'

/** Settings of the app itself, over all workspaces. */
export const appSettingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Of the texts; 'system': the first of the system's languages that Covercast has. */
  language: z.union([z.literal('system'), z.enum(LANGUAGE_CODES)]).default('system'),
  /** 0 = Sunday; 'locale': as the user's region has it. */
  firstDayOfWeek: z.union([z.literal('locale'), z.int().min(0).max(6)]).default('locale'),
  /** ISO 4217 code in which costs are written; null: numbers alone. */
  currency: z.string().refine(isCurrency, 'is not a currency such as "EUR"').nullable().default(null),
  /** How tables are saved as CSV: with commas and decimal points, or with semicolons and decimal commas. */
  csv: z.enum(['commas', 'semicolons']).default('commas'),
  /** Whether the chance of the next visitor is shown in the system's tray and on the dock, where there are any. */
  liveFigure: z.boolean().default(false),
  /** Where newer versions are looked for, when the user asks; null: where the publisher says, if anywhere. */
  updateAddress: z
    .string()
    .max(2000)
    .regex(/^https:\/\/[^\s@]+$/u, 'is not an https address')
    .nullable()
    .default(null),
})

export type AppSettings = z.infer<typeof appSettingsSchema>
