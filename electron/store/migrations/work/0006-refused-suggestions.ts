import type { Migration } from '../../migrate.ts'

/** Days whose suggested mark the user did not want: they are not suggested again. */
export const refusedSuggestions: Migration = {
  name: '0006-refused-suggestions',
  up: (db) => {
    db.exec(`
      CREATE TABLE refused_suggestions (
        date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        refused_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
