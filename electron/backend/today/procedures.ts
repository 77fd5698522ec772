import { procedure, router } from '../core/procedure.ts'
import { gap, takeRepair, undoRepair } from './gap.ts'
import { gapInput, gapQuery, takeRepairInput, todayInput, undoRepairInput } from './inputs.ts'
import { markAbsent } from './mark-absent.ts'
import { today } from './use-cases.ts'

/** How today goes. */
export const todayRouter = router({
  get: procedure.input(todayInput).query(({ ctx, input }) => today(ctx, input)),
  /** The best three ways to cover for an agent who is away; null: nothing of theirs is left today. */
  gap: procedure.input(gapQuery).query(({ ctx, input }) => gap(ctx, input)),
  /** Enters an agent as ill for the rest of today; null: nothing of theirs is left. */
  markAbsent: procedure.input(gapInput).mutation(({ ctx, input }) => markAbsent(ctx, input)),
  /** Changes the plan in force. */
  takeRepair: procedure.input(takeRepairInput).mutation(({ ctx, input }) => takeRepair(ctx, input)),
  undoRepair: procedure.input(undoRepairInput).mutation(({ ctx, input }) => undoRepair(ctx, input)),
})
