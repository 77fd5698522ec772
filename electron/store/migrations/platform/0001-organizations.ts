import type { Migration } from '../../migrate.ts'

/** What is known of each organization of a platform, and what of it was counted when. */
export const organizationsTable: Migration = {
  name: '0001-organizations',
  up: (db) => {
    db.exec(`
      CREATE TABLE platform (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        source TEXT NOT NULL,
        counted TEXT,
        last_used INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE organizations (
        id TEXT PRIMARY KEY,
        facts TEXT NOT NULL,
        days BLOB NOT NULL
      ) STRICT;
    `)
  },
}
