import type { Migration } from '../../migrate.ts'

/** Days that a forecast should not take for usual ones. */
export const marks: Migration = {
  name: '0002-marks',
  up: (db) => {
    db.exec(`
      CREATE TABLE marks (
        date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        kind TEXT NOT NULL CHECK (kind IN ('holiday', 'outage', 'event')),
        note TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
