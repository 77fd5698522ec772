import type { Migration } from '../../migrate.ts'

/** The classes of pages that cells may be divided by. */
export const pageClassCodes: Migration = {
  name: '0008-page-classes',
  up: (db) => {
    db.exec(`
      CREATE TABLE page_class_codes (ordinal INTEGER PRIMARY KEY, code TEXT UNIQUE, CHECK ((ordinal = 0) = (code IS NULL))) STRICT;
      INSERT INTO page_class_codes (ordinal, code) VALUES (0, NULL);
    `)
  },
}
