import type { Migration } from '../../migrate.ts'

/** When agents are away: vacation, illness, training, holidays. */
export const timeOff: Migration = {
  name: '0008-time-off',
  up: (db) => {
    db.exec(`
      CREATE TABLE time_off (
        id TEXT PRIMARY KEY,
        agent_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('vacation', 'ill', 'training', 'holiday', 'other')),
        -- Local dates, both inside.
        first_date TEXT NOT NULL,
        last_date TEXT NOT NULL CHECK (last_date >= first_date),
        -- Minutes after midnight of each date; both null: whole days.
        start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
        end_minute INTEGER CHECK (end_minute > start_minute AND end_minute <= start_minute + 1440),
        note TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        CHECK ((start_minute IS NULL) = (end_minute IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX time_off_of_agent ON time_off (agent_id, first_date);
    `)
  },
}
