import { procedure, router } from '../core/procedure.ts'
import { capacityInput } from './inputs.ts'
import { capacity } from './use-cases.ts'

/** The months to come: visitors, coverage, and what hires bring. */
export const capacityRouter = router({
  months: procedure.input(capacityInput).query(({ ctx, input }) => capacity(ctx, input)),
})
