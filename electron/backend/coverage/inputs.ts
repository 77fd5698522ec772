import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { checkRange, id, mayBeEmpty, rangeFields, text } from '../core/inputs.ts'

const countryFilter = z.strictObject({
  mode: z.enum(['blocklist', 'allowlist']),
  countries: z.array(z.string().regex(/^[A-Za-z0-9]{2,8}$/u, 'is not the code of a country')).max(LIMITS.countries),
})

const report = {
  ...rangeFields,
  /** Refused where the cache is of another; null: the cache's. */
  organizationId: id.nullable().default(null),
  /** null: the organization's own rule. */
  countryFilter: countryFilter.nullable().default(null),
  /** Only visits of pages of this class, null: of those that no rule names. Left out: of all. */
  pageClass: text(LIMITS.nameLength).nullable().optional(),
}

/** Which visits of which dates. */
export const reportInput = z.strictObject(report).superRefine(checkRange)
export const figuresInput = z.strictObject({ ...report, mayBeEmpty }).superRefine(checkRange)
/** dayOfWeek: 0 = Sunday. */
export const cellInput = z
  .strictObject({ ...report, dayOfWeek: z.int().min(0).max(6), hour: z.int().min(0).max(23) })
  .superRefine(checkRange)
export const csvInput = z
  .strictObject({
    ...report,
    table: z.enum(['hourly', 'byDay', 'heatmap', 'daily']),
    /** By what visits are worth; without rules of pages as they are. */
    weighted: z.boolean().default(false),
  })
  .superRefine(checkRange)
/** A table of a coverage report. */
export type CsvTable = z.output<typeof csvInput>['table']
