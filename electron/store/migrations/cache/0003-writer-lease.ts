import type { Migration } from '../../migrate.ts'

/** Which process may write to this cache now. */
export const writerLeaseTable: Migration = {
  name: '0003-writer-lease',
  up: (db) => {
    db.exec(`
      CREATE TABLE writer_lease (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        holder TEXT NOT NULL,
        pid INTEGER NOT NULL,
        host TEXT NOT NULL,
        purpose TEXT NOT NULL,
        since INTEGER NOT NULL,
        heartbeat INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
