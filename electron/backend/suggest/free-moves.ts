import type { z } from 'zod'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import type { BackendContext } from '../core/context.ts'
import { newestFirst } from '../plans/plan-entries.ts'
import { weekQueryOf } from '../prediction/week-query.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { type freeMovesInput, suggestInput } from './inputs.ts'
import { suggestQueryOf } from './use-cases.ts'

/** Between two looks whether anybody still waits. */
const STEP_MS = 80
/** Visitors a week that a moved break must give: few moves with nearly all of the gain are better advice than many with all of it. */
const LEAST_GAIN = 2
/** The first moves give nearly all; what is possible at most is not asked. */
const LIMITS = { neighbourhoods: 0, boundSteps: 0 }

/**
 * What moving breaks gives in the week after the present, in visitors covered or, where asked, by what they are worth: of the plan that is in force then for the pool, else of the
 * typical week. null: nothing is known to predict from.
 */
export async function freeMoves(context: BackendContext, request: z.output<typeof freeMovesInput>) {
  const { workspaceId, poolId } = request
  const { week } = await weekQueryOf(context, request)
  const plans = await context.data.work().listPlans(workspaceId)
  const inForce = inForceOn(newestFirst(plans), week, poolId ?? null)
  const planned = plans.find(({ publications }) => publications.some(({ id }) => id === inForce?.id)) ?? null
  const asked = suggestInput.parse({
    ...request,
    week,
    plan: planned === null ? 'typical' : { kind: 'stored', id: planned.id },
    moves: 'breaks',
    changePrice: LEAST_GAIN,
    gap: 1,
  })
  const query = await suggestQueryOf(context, asked)
  const compute = <T>(ask: Parameters<typeof computeFromCache<T>>[2]): Promise<T> =>
    computeFromCache(context, workspaceId, ask)
  const { id } = await compute((computer) =>
    computer.suggestBegin({ ...query, options: { ...query.options, limits: LIMITS } }),
  )
  if (id === null) return null
  try {
    while (!(await compute((computer) => computer.suggestStep(id, STEP_MS))).isDone);
    const { moves, covered, byHour } = await compute((computer) => computer.suggestGain(id))
    const isByValue = query.pageValues !== null
    return { planId: planned?.id ?? null, planName: planned?.name ?? null, week, moves, covered, byHour, isByValue }
  } catch (thrown) {
    // Whoever asked has gone: their signal would keep the end from being asked for, too.
    await context.data.compute().suggestDrop(id)
    throw thrown
  }
}
