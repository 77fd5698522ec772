import type { Migration } from '../../migrate.ts'

/** Who was online when, and who and what there is: sessions, agents, pools, membership, the organization. */
export const sessionsAndDirectory: Migration = {
  name: '0002-sessions-and-directory',
  up: (db) => {
    db.exec(`
      CREATE TABLE agent_codes (ordinal INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;

      CREATE TABLE sessions (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        agent INTEGER NOT NULL REFERENCES agent_codes (ordinal),
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        seen_at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_by_start ON sessions (started_at);
      CREATE INDEX sessions_by_revision ON sessions (revision);
      -- Few sessions are open or outlast a day. Looked up apart, they spare every other search from reaching back for ever.
      CREATE INDEX sessions_long ON sessions (started_at) WHERE ended_at IS NULL OR ended_at - started_at > 86400000;
      CREATE INDEX sessions_open ON sessions (started_at) WHERE ended_at IS NULL;

      -- Tells readers that keep sessions in memory what to forget.
      CREATE TABLE removed_sessions (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX removed_sessions_by_revision ON removed_sessions (revision);

      CREATE TABLE organization (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        name TEXT,
        country_rule TEXT,
        pools_known INTEGER NOT NULL,
        agents_known INTEGER NOT NULL,
        members_known INTEGER NOT NULL,
        has_country INTEGER NOT NULL,
        earliest INTEGER,
        latest INTEGER
      ) STRICT;
      CREATE TABLE pools (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT,
        is_catch_all INTEGER NOT NULL,
        present INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE agents (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT, present INTEGER NOT NULL) STRICT;
      CREATE TABLE membership (
        number INTEGER PRIMARY KEY,
        pool_id TEXT NOT NULL,
        agent_id TEXT NOT NULL,
        from_day INTEGER,
        until_day INTEGER
      ) STRICT;
    `)
  },
}
