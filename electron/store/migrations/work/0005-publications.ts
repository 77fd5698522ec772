import type { Migration } from '../../migrate.ts'

/** Plans as they were published, and what was predicted of them then. */
export const publications: Migration = {
  name: '0005-publications',
  up: (db) => {
    db.exec(`
      CREATE TABLE publications (
        -- In the order of publishing: a clock may stand still or be set back.
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        pool_id TEXT,
        time_zone TEXT NOT NULL,
        -- Local dates on which the first and the last week begin; null: until another takes over.
        first_week TEXT NOT NULL,
        last_week TEXT CHECK (last_week IS NULL OR last_week >= first_week),
        published_at INTEGER NOT NULL,
        -- The plan's revision that was published: what is newer is draft.
        revision INTEGER NOT NULL,
        -- JSON, deflated: the plan and its settings.
        frozen BLOB NOT NULL,
        UNIQUE (plan_id, version)
      ) STRICT;
      CREATE TABLE publication_weeks (
        publication_id TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
        week TEXT NOT NULL,
        frozen_at INTEGER NOT NULL,
        -- JSON, deflated: slot values, model, draws, seed.
        prediction BLOB NOT NULL,
        PRIMARY KEY (publication_id, week)
      ) STRICT;
    `)
  },
}
