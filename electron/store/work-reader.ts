import { basename } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import { connectForReading, schemaVersion } from './connection.ts'
import type { Mark } from '../../shared/predict/forecast/mark-days.ts'
import { readMarks } from './mark-store.ts'
import { refuseNewer } from './migrate.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { createPublicationReads, type PublicationReads } from './publication-reads.ts'
import { publicationQueries } from './queries/publication-queries.ts'
import { withStoreErrors } from './store-errors.ts'
import type { OnDamaged } from './stored-value.ts'

/** What computations read of the user's work. */
export interface WorkReads {
  readonly publications: PublicationReads
  /** Every plan by its id. */
  readonly planNames: () => ReadonlyMap<string, string>
  /** By date, the oldest first. */
  readonly marks: () => readonly Mark[]
}

/**
 * Reads a workspace's work, all of it in one state, beside the thread that writes it. The file is opened for this reading alone, so that
 * one that was erased, or that a backup took the place of, is not held on to. Throws 'not-found', 'store-newer', and 'store-outdated' for a
 * file that nobody has opened for writing since this version of Covercast came.
 */
export function readWork<T>(workFile: string, run: (work: WorkReads) => T, onDamaged: OnDamaged = () => undefined): T {
  const db = connectForReading(workFile)
  try {
    return withStoreErrors('the settings and plans of this workspace', () => {
      refuseNewer(workFile, schemaVersion(db), workMigrations.length)
      if (schemaVersion(db) < workMigrations.length)
        throw new AppError({
          code: 'store-outdated',
          message: `${basename(workFile)} was written by an older Covercast.`,
        })
      return db.transaction(() =>
        run({
          publications: createPublicationReads({
            queries: publicationQueries(db),
            read: (reading) => reading(),
            onDamaged,
          }),
          planNames: () => new Map(db.prepare<[], [string, string]>('SELECT id, name FROM plans').raw().all()),
          marks: () => readMarks(db),
        }),
      )()
    })
  } finally {
    db.close()
  }
}

/** One record that cannot be read, by what it is called, while the rest can. */
export interface Damaged {
  readonly damaged: string
}

/** As `readWork`, of what rests on one record. */
export function readWorkRecord<T>(workFile: string, run: (work: WorkReads) => T): T | Damaged {
  let damaged: string | null = null
  try {
    return readWork(workFile, run, (record) => (damaged = record))
  } catch (thrown) {
    if (damaged === null) throw thrown
    return { damaged }
  }
}
