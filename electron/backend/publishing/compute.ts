import { type ErrorReport, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { PredictionSnapshot } from '../../../shared/predict/assemble/prediction-snapshot.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { PredictionCalculator } from '../prediction/compute.ts'
import type { ThreadFiles } from '../threads/thread-files.ts'
import { cancellable, stillWanted } from '../threads/worker-channel.ts'
import type { HolidayCalendar } from '../holidays/calendar.ts'
import { publishedPlans } from './published-plans.ts'
import { isPublished } from './published-weeks.ts'

/** A week to predict. */
export interface DueWeek {
  /** Local date on which it begins. */
  readonly week: string
  /** Nothing at or after this instant may go into its prediction. */
  readonly origin: number
}

/** Weeks of a publication that are to be predicted, in order. */
export interface SnapshotsQuery {
  readonly workspaceId: string
  readonly publicationId: string
  readonly weeks: readonly DueWeek[]
  readonly calendars: readonly HolidayCalendar[]
}

/** What the weeks that can be predicted give. */
export interface PredictedWeeks {
  readonly weeks: readonly { readonly week: string; readonly prediction: PredictionSnapshot }[]
  /** The first reason why one of the others cannot be predicted; null: all can that are still published. */
  readonly problem: ErrorReport | null
}

type CalculatorOf = (workspaceId: string) => {
  readonly snapshot: CacheSnapshot
  readonly calculator: PredictionCalculator
}

/** Failures of the whole computation, not of one week: the cache has to be put right first, or nobody waits any more. */
const OF_ALL_WEEKS: ReadonlySet<ErrorReport['code']> = new Set(['store-damaged', 'store-outdated', 'cancelled'])

/** What the compute thread predicts of publications, from what it reads itself. */
export function snapshotFunctions({ readWork, readWorkRecord }: ThreadFiles, calculatorOf: CalculatorOf) {
  return {
    /** What a published plan gives in each of its weeks, with all that it was predicted from. Weeks that are not published any more are left out; other calls have their turn between two weeks. */
    snapshotWeeks: cancellable(
      async (signal: AbortSignal, { workspaceId, publicationId, weeks: due, calendars }: SnapshotsQuery) => {
        const isStillPublished = (week: string): boolean =>
          readWork(workspaceId, ({ publications }) => isPublished(publications.list(), { publicationId, week }))
        const stored = readWorkRecord(workspaceId, ({ publications }) => ({
          plan: publications.list().some(({ id }) => id === publicationId)
            ? publications.get(publicationId).plan
            : null,
        }))
        if ('damaged' in stored) return stored
        const weeks: { readonly week: string; readonly prediction: PredictionSnapshot }[] = []
        let problem: ErrorReport | null = null
        const { plan } = stored
        if (plan === null) return { weeks, problem }
        const { marks, published } = readWork(workspaceId, (work) => ({
          marks: work.marks(),
          published: publishedPlans(work.publications),
        }))
        for (const { week, origin } of due) {
          await stillWanted(signal)
          if (!isStillPublished(week)) break
          const { snapshot, calculator } = calculatorOf(workspaceId)
          try {
            const prediction = calculator.snapshotWeek(snapshot, {
              workspaceId,
              organizationId: null,
              // The plan's weeks are those of its own clock.
              timeZone: plan.timeZone,
              poolId: plan.poolId ?? undefined,
              datesKnown: { marks, calendars },
              visitorsPerAgent: null,
              published,
              week,
              until: origin,
              plan,
            })
            weeks.push({ week, prediction })
          } catch (thrown) {
            const report = toErrorReport(thrown)
            if (OF_ALL_WEEKS.has(report.code)) throw thrown
            // One week may have too little history before it and the next enough.
            problem ??= report
          }
        }
        return { weeks, problem } satisfies PredictedWeeks
      },
    ),
  }
}
