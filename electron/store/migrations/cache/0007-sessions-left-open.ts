import type { Migration } from '../../migrate.ts'

/** Why a session that the source never closed ends where it does; the next sync reads anew those that lie here without an end. */
export const sessionsLeftOpen: Migration = {
  name: '0007-sessions-left-open',
  up: (db) => {
    db.exec(`
      ALTER TABLE sessions ADD COLUMN left_open TEXT;
      DROP INDEX sessions_open;
      CREATE INDEX sessions_open ON sessions (started_at) WHERE ended_at IS NULL OR left_open IS NOT NULL;
    `)
  },
}
