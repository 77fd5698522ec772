import type { Migration } from '../../migrate.ts'

/** Plans with their shifts, and what was done to them, so that it can be undone after a restart. */
export const plans: Migration = {
  name: '0003-plans',
  up: (db) => {
    db.exec(`
      CREATE TABLE plans (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('weekly', 'dated')),
        time_zone TEXT NOT NULL,
        pool_id TEXT,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        archived_at INTEGER,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        -- Grows with every edit: an editor that knows an older one is out of date.
        revision INTEGER NOT NULL,
        -- The newest step that is done; those above it are undone.
        done_step INTEGER NOT NULL,
        -- The last edit, so that one which arrives twice is known: on which revision, how many operations, their digest.
        last_base INTEGER,
        last_operations INTEGER,
        last_digest TEXT
      ) STRICT, WITHOUT ROWID;
      -- A row a shift, so that an edit writes what it changes and no more.
      CREATE TABLE plan_shifts (
        plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        agent_id TEXT,
        day INTEGER NOT NULL,
        start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
        end_minute INTEGER NOT NULL CHECK (end_minute > start_minute AND end_minute <= start_minute + 1440),
        breaks TEXT NOT NULL CHECK (json_valid(breaks)),
        note TEXT NOT NULL,
        PRIMARY KEY (plan_id, id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE plan_steps (
        plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        step TEXT NOT NULL CHECK (json_valid(step)),
        -- Length of all steps up to and with this one: says at once how much is kept.
        length_so_far INTEGER NOT NULL,
        PRIMARY KEY (plan_id, number),
        UNIQUE (plan_id, id)
      ) STRICT;
    `)
  },
}
