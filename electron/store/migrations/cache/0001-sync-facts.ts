import type { Migration } from '../../migrate.ts'

/** What syncs bring of traffic: state, history, synced days, the blobs of the days and the codes they use. */
export const syncFacts: Migration = {
  name: '0001-sync-facts',
  up: (db) => {
    db.exec(`
      CREATE TABLE state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        revision INTEGER NOT NULL,
        now INTEGER,
        history_from_day INTEGER,
        last_reconcile_at INTEGER,
        problems TEXT NOT NULL
      ) STRICT;
      INSERT INTO state (id, revision, problems) VALUES (1, 0, '[]');

      CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        started_at INTEGER NOT NULL,
        duration_ms REAL NOT NULL,
        now INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        windows INTEGER NOT NULL,
        cells INTEGER NOT NULL,
        session_rows INTEGER NOT NULL,
        visitors INTEGER NOT NULL,
        error TEXT
      ) STRICT;

      CREATE TABLE synced_days (
        day INTEGER PRIMARY KEY,
        source_fingerprint TEXT NOT NULL,
        counting_fingerprint TEXT NOT NULL,
        synced_through INTEGER NOT NULL,
        visitors INTEGER NOT NULL,
        covered INTEGER NOT NULL,
        source_visitors INTEGER NOT NULL,
        source_covered INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE pool_codes (ordinal INTEGER PRIMARY KEY, code TEXT UNIQUE, CHECK ((ordinal = 0) = (code IS NULL))) STRICT;
      CREATE TABLE country_codes (ordinal INTEGER PRIMARY KEY, code TEXT UNIQUE, CHECK ((ordinal = 0) = (code IS NULL))) STRICT;
      INSERT INTO pool_codes (ordinal, code) VALUES (0, NULL);
      INSERT INTO country_codes (ordinal, code) VALUES (0, NULL);

      -- The revision comes before the blob, so that a scan need not walk the blob's pages.
      CREATE TABLE traffic (day INTEGER PRIMARY KEY, revision INTEGER NOT NULL, cells BLOB NOT NULL) STRICT;
      CREATE INDEX traffic_by_revision ON traffic (revision);
    `)
  },
}
