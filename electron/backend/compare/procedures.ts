import { procedure, router } from '../core/procedure.ts'
import { fairness } from './fairness.ts'
import { csvInput, fairnessInput, listInput, replayInput, weekInput, weeksInput } from './inputs.ts'
import { comparedWeek, compareCsv, compareList, listWeeks, replayPlan } from './use-cases.ts'

/** What was predicted of published weeks, beside what happened. */
export const compareRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => compareList(ctx, input)),
  /** The weeks that there are to compare. */
  weeks: procedure.input(weeksInput).query(({ ctx, input }) => listWeeks(ctx, input)),
  /** A week by day, hour and hour of the week, the parts of its differences, and how agents kept to it. */
  week: procedure.input(weekInput).query(({ ctx, input }) => comparedWeek(ctx, input)),
  /** What past days would have been under a plan. */
  replay: procedure.input(replayInput).query(({ ctx, input }) => replayPlan(ctx, input)),
  /** How evenly nights and weekends are shared. */
  fairness: procedure.input(fairnessInput).query(({ ctx, input }) => fairness(ctx, input)),
  csv: procedure.input(csvInput).query(({ ctx, input }) => compareCsv(ctx, input)),
})
