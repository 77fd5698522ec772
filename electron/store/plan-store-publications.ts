import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/foundation/errors.ts'
import { addDays } from '../../shared/time/local.ts'
import type { Db } from './connection.ts'
import type { PlanStore } from './plan-store.ts'
import { refuseArchivedPlan } from './plan-store-edits.ts'
import type { NewPublication, PublicationSummary, WeekSnapshot } from './plan-store-records.ts'
import { createPublicationReads, publicationMissing, type PublicationReads } from './publication-reads.ts'
import type { OnDamaged } from './stored-value.ts'
import { publicationQueries } from './queries/publication-queries.ts'

/** What was published, and what was predicted of it. Every write is on the disk when the call returns. */
export interface PublicationStore extends PublicationReads {
  /** Keeps a copy of the plan as it is now. Throws 'not-found', 'conflict' (it is archived), 'invalid-input' (weeks turned round). */
  publish(publication: NewPublication): PublicationSummary
  /**
   * Takes back the weeks from one on that begins on a date; the snapshots of the weeks before stay. Where none is left, the publication
   * is removed; what is taken back is kept for the calendars that have it. Throws 'not-found', 'conflict' (it has no such weeks).
   */
  withdraw(id: string, from: string): PublicationSummary | null
  /** A week that has a snapshot already stays as it was, and one that was withdrawn is left out. Returns how many were new. */
  addSnapshots(id: string, weeks: readonly WeekSnapshot[]): number
}

export interface PublicationStoreOptions {
  readonly db: Db
  readonly now: () => number
  readonly plans: PlanStore
  readonly write: (run: () => number) => void
  readonly read: <T>(run: () => T) => T
  readonly onDamaged: OnDamaged
}

export function createPublicationStore({
  db,
  now,
  plans,
  write,
  read,
  onDamaged,
}: PublicationStoreOptions): PublicationStore {
  const queries = publicationQueries(db)
  return {
    ...createPublicationReads({ queries, read, onDamaged }),
    publish({ planId, firstWeek, lastWeek, expectedRevision, publishedAt = now() }) {
      if (lastWeek !== null && lastWeek < firstWeek) {
        throw new AppError({
          code: 'invalid-input',
          message: 'The last week is before the first.',
          kept: 'Nothing was published.',
          next: 'Choose a last week that is not before the first, or none.',
        })
      }
      const id = randomUUID()
      write(() => {
        const { plan, settings, revision, archived } = plans.get(planId)
        refuseArchivedPlan(plan.name, archived)
        if (expectedRevision !== undefined && expectedRevision !== revision) {
          throw new AppError({
            code: 'plan-changed',
            message: 'This plan was changed in another window.',
            kept: 'Nothing was published.',
            next: 'Look at the plan as it is stored now, then publish it.',
          })
        }
        queries.insert(
          { id, planId, poolId: plan.poolId, timeZone: plan.timeZone, firstWeek, lastWeek, publishedAt, revision },
          { plan, settings },
        )
        return 1
      })
      return queries.summary(id)!
    },
    withdraw(id, from) {
      write(() => {
        const publication = queries.summary(id)
        if (publication === null) throw publicationMissing()
        const { firstWeek, lastWeek } = publication
        if (lastWeek !== null && lastWeek < from) {
          throw new AppError({
            code: 'conflict',
            message: 'Every week of this publication has begun.',
            kept: 'It stays as it is, to be compared with what happened.',
            next: 'To change what holds from now on, publish a plan.',
          })
        }
        queries.keepWithdrawn(id, from)
        if (from <= firstWeek) queries.remove(id)
        else queries.endWith(id, addDays(from, -7))
        return 1
      })
      return queries.summary(id)
    },
    addSnapshots(id, weeks) {
      let added = 0
      write(() => {
        const publication = queries.summary(id)
        if (publication === null) throw publicationMissing()
        const { lastWeek } = publication
        added = weeks
          .filter(({ week }) => lastWeek === null || week <= lastWeek)
          .reduce((count, week) => count + queries.addWeek(id, week), 0)
        return added
      })
      return added
    },
  }
}
