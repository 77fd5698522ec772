import type { Migration } from '../../migrate.ts'

/** How many calls there were by UTC day and pool, and how long they took. */
export const callsTable: Migration = {
  name: '0004-calls',
  up: (db) => {
    db.exec(`
      CREATE TABLE calls_state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        fingerprint TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        through INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE calls (
        day INTEGER NOT NULL,
        pool INTEGER NOT NULL REFERENCES pool_codes (ordinal),
        calls INTEGER NOT NULL,
        completed INTEGER NOT NULL,
        seconds REAL NOT NULL,
        PRIMARY KEY (day, pool)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
