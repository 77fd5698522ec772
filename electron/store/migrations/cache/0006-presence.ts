import type { Migration } from '../../migrate.ts'

/** What agents were doing while online: seconds by agent and UTC day, and when they were away. */
export const presenceTables: Migration = {
  name: '0006-presence',
  up: (db) => {
    db.exec(`
      CREATE TABLE presence_state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        fingerprint TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        through INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE measured_seconds (
        day INTEGER NOT NULL,
        agent INTEGER NOT NULL REFERENCES agent_codes (ordinal),
        idle REAL NOT NULL,
        in_call REAL NOT NULL,
        away REAL NOT NULL,
        PRIMARY KEY (day, agent)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE away (
        started_at INTEGER NOT NULL,
        agent INTEGER NOT NULL REFERENCES agent_codes (ordinal),
        ended_at INTEGER,
        PRIMARY KEY (started_at, agent)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
