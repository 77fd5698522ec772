import { AppError } from '../../../shared/contract/errors.ts'
import type { PlanSummary } from '../../store/plan-store-records.ts'
import type { WorkApi } from '../roles/roles.ts'

/** The stored plan that a person or a script means: by its id, else by its name, archived ones last. Throws 'not-found' or 'conflict'. */
export async function choosePlan(work: WorkApi, workspaceId: string, wanted: string): Promise<PlanSummary> {
  const plans = await work.listPlans(workspaceId)
  const byId = plans.find(({ id }) => id === wanted)
  if (byId) return byId
  const named = plans.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase())
  const current = named.filter(({ archived }) => !archived)
  const found = current.length > 0 ? current : named
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    throw new AppError({
      code: 'conflict',
      message: `There are ${found.length} plans called "${wanted}".`,
      kept: 'Nothing was changed.',
      next: `Give the id instead: ${found.map(({ id }) => id).join(' or ')}.`,
    })
  }
  const names = plans.filter(({ archived }) => !archived).map(({ name }) => `"${name}"`)
  throw new AppError({
    code: 'not-found',
    message: `There is no plan "${wanted}".`,
    next: names.length === 0 ? 'There is no stored plan yet; import one, or make one in the app.' : `There are: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', ...' : ''}.`,
  })
}
