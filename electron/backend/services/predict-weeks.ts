import type { Plan } from '../../../shared/plan/plan.ts'
import type { JsonValue } from '../../store/no-secrets.ts'
import type { PredictionQuery } from '../roles/prediction-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listMarks } from './marks.ts'
import type { PlanFreezer, WeekToFreeze } from './plan-freezer.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache } from './read-cache.ts'

/** Predicts weeks of plans that are published, each from what is known before its origin. */
export function predictWeeks(deps: ServiceDependencies): PlanFreezer {
  const queryOf = async (workspaceId: string, plan: Plan): Promise<Omit<PredictionQuery, 'week' | 'until'>> => ({
    workspaceId,
    organizationId: null,
    // The plan's weeks are those of its own clock.
    timeZone: plan.timeZone,
    poolId: plan.poolId ?? undefined,
    marks: await listMarks(deps.data.work(), workspaceId),
    visitorsPerAgent: null,
    published: await publishedPlans(deps.data.work(), workspaceId),
  })
  return {
    async predictWeeks({ workspaceId, plan, weeks }) {
      const query = await queryOf(workspaceId, plan)
      const predicted: JsonValue[] = []
      for (const { week, origin } of weeks satisfies readonly WeekToFreeze[]) {
        const frozen = await computeFromCache(deps, workspaceId, (computer) => computer.frozenWeek({ ...query, week, until: origin, plan }))
        predicted.push(frozen as unknown as JsonValue)
      }
      return predicted
    },
  }
}
