import type { Migration } from '../../migrate.ts'

/** What plans take of the world to be otherwise: more visitors, somebody absent, new people. */
export const assumptions: Migration = {
  name: '0010-assumptions',
  up: (db) => {
    db.exec(`ALTER TABLE plans ADD COLUMN assumptions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(assumptions));`)
  },
}
