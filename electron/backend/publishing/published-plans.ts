import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { PublicationReads } from '../../store/publication-reads.ts'

/** Every plan of a workspace that was published and can be read, with the days for which it was. */
export function publishedPlans(publications: PublicationReads): readonly PublishedPlan[] {
  return publications.list().flatMap(({ id, firstWeek, lastWeek, publishedAt }) => {
    try {
      return [
        {
          id,
          plan: publications.get(id).plan,
          from: firstWeek,
          to: lastWeek === null ? null : addDays(lastWeek, 6),
          publishedAt,
        },
      ]
    } catch (thrown) {
      // A notice names it; the others are still read.
      if (toErrorReport(thrown).code === 'store-damaged') return []
      throw thrown
    }
  })
}
