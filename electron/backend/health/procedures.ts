import { procedure, router } from '../core/procedure.ts'
import { countHealthInput } from './inputs.ts'
import { countHealth, health } from './use-cases.ts'

/** Every organization of a platform, by its health. */
export const healthRouter = router({
  /** What was counted last; null: nothing yet. */
  report: procedure.query(({ ctx }) => health(ctx)),
  count: procedure.input(countHealthInput).mutation(({ ctx, input, signal }) => countHealth(ctx, input, signal)),
})
