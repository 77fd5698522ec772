import { AppError } from '../../shared/foundation/errors.ts'
import type { JsonValue } from './no-secrets.ts'
import type { Publication, PublicationSummary, WeekSnapshot, WithdrawnWeeks } from './plan-store-records.ts'
import type { PublicationQueries } from './queries/publication-queries.ts'
import { predictionSchema, publishedSchema } from './stored-schemas.ts'
import { damagedRecord, type OnDamaged, readPacked } from './stored-value.ts'

/** What was published, and what was predicted of it, to be read. */
export interface PublicationReads {
  /** The newest first. */
  list(): readonly PublicationSummary[]
  /** Throws 'not-found', 'store-damaged' where its plan cannot be read. */
  get(id: string): Publication
  /** The plan as it was published for weeks that were taken back since, the oldest first; those that are damaged are left out, and heard of. */
  withdrawn(planId: string): readonly WithdrawnWeeks[]
  /** What was predicted of a week when it was published; null: nothing was. Throws 'store-damaged'. */
  snapshot(id: string, week: string): WeekSnapshot | null
}

export interface PublicationReadsOptions {
  readonly queries: PublicationQueries
  /** Runs what only reads, all of it on one state of the file. */
  readonly read: <T>(run: () => T) => T
  readonly onDamaged: OnDamaged
}

export function createPublicationReads({ queries, read, onDamaged }: PublicationReadsOptions): PublicationReads {
  return {
    list: () => read(() => queries.summaries()),
    get: (id) =>
      read(() => {
        const summary = queries.summary(id)
        if (summary === null) throw publicationMissing()
        const stored = readPacked(publishedSchema, queries.published(id))
        if (stored.isWhole) return { ...summary, plan: stored.value.plan, settings: stored.value.settings }
        const called = `version ${summary.version} of a published plan, of the weeks from ${summary.firstWeek} on`
        onDamaged(called)
        throw damagedRecord(called)
      }),
    withdrawn: (planId) =>
      read(() =>
        queries.withdrawn(planId).flatMap(({ published, ...weeks }) => {
          const stored = readPacked(publishedSchema, published)
          if (stored.isWhole) return [{ ...weeks, plan: stored.value.plan }]
          onDamaged(`a plan that was published and withdrawn, of the weeks from ${weeks.firstWeek} on`)
          return []
        }),
      ),
    snapshot: (id, week) =>
      read(() => {
        const row = queries.week(id, week)
        if (row === null) return null
        const prediction = readPacked(predictionSchema, row.prediction)
        if (prediction.isWhole) return { ...row, prediction: prediction.value as unknown as JsonValue }
        const called = `the prediction that was kept of the week of ${week}`
        onDamaged(called)
        throw damagedRecord(called)
      }),
  }
}

export function publicationMissing(): AppError {
  return new AppError({
    code: 'not-found',
    message: 'This publication is no longer there.',
    next: 'Choose another from the list of plans.',
  })
}
