import type { PublishedPlan } from '../../../shared/predict/assemble/published-spells.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { WorkApi } from '../roles/roles.ts'

/** Every plan of a workspace that was published, with the days for which it was. */
export async function publishedPlans(work: WorkApi, workspaceId: string): Promise<readonly PublishedPlan[]> {
  const publications = await work.listPublications(workspaceId)
  return Promise.all(
    publications.map(async ({ id, firstWeek, lastWeek, publishedAt }) => ({
      id,
      plan: (await work.readPublication(workspaceId, id)).plan,
      from: firstWeek,
      to: lastWeek === null ? null : addDays(lastWeek, 6),
      publishedAt,
    })),
  )
}
