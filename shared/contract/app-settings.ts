import { z } from 'zod'

/** Settings of the app itself, over all workspaces. */
export const appSettingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** 0 = Sunday; 'locale': as the user's region has it. */
  firstDayOfWeek: z.union([z.literal('locale'), z.int().min(0).max(6)]).default('locale'),
})

export type AppSettings = z.infer<typeof appSettingsSchema>
