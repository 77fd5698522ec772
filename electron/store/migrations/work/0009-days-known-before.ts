import type { Migration } from '../../migrate.ts'

/** Marks of several days, of some hours, that come again, and with what the user expects of them. */
export const daysKnownBefore: Migration = {
  name: '0009-days-known-before',
  up: (db) => {
    db.exec(`
      -- Local date, inside; null: one day.
      ALTER TABLE marks ADD COLUMN last_date TEXT CHECK (last_date >= date);
      -- Minutes after midnight of each date; both null: all day.
      ALTER TABLE marks ADD COLUMN start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439);
      ALTER TABLE marks ADD COLUMN end_minute INTEGER CHECK (end_minute > start_minute AND end_minute <= 1440);
      ALTER TABLE marks ADD COLUMN repeat TEXT CHECK (repeat IN ('weekly', 'monthly', 'yearly'));
      -- Local date on which the last repetition begins at the latest; null: for ever.
      ALTER TABLE marks ADD COLUMN until_date TEXT;
      -- What the user expects: a share of what is usual, or visitors a day.
      ALTER TABLE marks ADD COLUMN effect_kind TEXT CHECK (effect_kind IN ('share', 'visitors'));
      ALTER TABLE marks ADD COLUMN effect_value REAL;
    `)
  },
}
