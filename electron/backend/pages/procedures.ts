import { procedure, router } from '../core/procedure.ts'
import { testPagesInput } from './inputs.ts'
import { testPages } from './use-cases.ts'

/** What the page of a visit says of its value. Rules are settings. */
export const pagesRouter = router({
  /** Visits of the last seven days by class; rules that cannot be used are an answer, with the reason. */
  test: procedure.input(testPagesInput).mutation(({ ctx, input, signal }) => testPages(ctx, input, signal)),
})
