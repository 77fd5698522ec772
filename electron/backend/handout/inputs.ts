import { z } from 'zod'
import { date, id, until, workspaceId } from '../core/inputs.ts'
import { languageFields } from '../core/file-language.ts'
import { planFields } from '../exports/inputs.ts'
import { planChoice } from '../prediction/inputs.ts'

const changes = z.strictObject({
  workspaceId,
  plan: planChoice,
  /** Id of a publication, or a version of the plan; null: what people have now. */
  since: z
    .union([id, z.int().min(1)])
    .nullable()
    .default(null),
  /** Local date on which the first week begins of a plan that is not published as it is; null: its own. */
  week: date.nullable().default(null),
  /** The present, epoch milliseconds; null: the clock. */
  now: until,
})

export const changesInput = changes
export const changesFileInput = changes.extend({ ...languageFields, kind: z.enum(['html', 'csv', 'json', 'text']) })
export const pageInput = z.strictObject({ ...planFields, ...languageFields })
export const bundleInput = pageInput.omit({ agent: true })
