import type { Migration } from '../../migrate.ts'

/** How the weeks of plans repeat. */
export const rotations: Migration = {
  name: '0012-rotations',
  up: (db) => {
    db.exec(`ALTER TABLE plans ADD COLUMN rotation TEXT CHECK (rotation IS NULL OR json_valid(rotation));`)
  },
}
