import type { Migration } from '../../migrate.ts'

/** The workspace itself and its settings. */
export const workspaceAndSettings: Migration = {
  name: '0001-workspace-and-settings',
  up: (db) => {
    db.exec(`
      CREATE TABLE workspace (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        last_used_at INTEGER NOT NULL,
        source TEXT CHECK (source IS NULL OR json_valid(source)),
        -- Grows with every change worth a backup; being used is none.
        changes INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;
    `)
  },
}
