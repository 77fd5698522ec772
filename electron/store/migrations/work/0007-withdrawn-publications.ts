import type { Migration } from '../../migrate.ts'

/** What was published and taken back: somebody may have it in a calendar, which has to call it off. */
export const withdrawnPublications: Migration = {
  name: '0007-withdrawn-publications',
  up: (db) => {
    db.exec(`
      CREATE TABLE withdrawn_publications (
        number INTEGER PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
        -- Local dates on which the first and the last week begin that were taken back; null: it had no end.
        first_week TEXT NOT NULL,
        last_week TEXT,
        -- As it was published: JSON, deflated.
        frozen BLOB NOT NULL
      ) STRICT;
      CREATE INDEX withdrawn_publications_of_plan ON withdrawn_publications (plan_id);
    `)
  },
}
