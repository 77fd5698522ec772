import type { Migration } from '../../migrate.ts'

/** What a user says of agents, and the shifts that are used often. */
export const agentRulesAndTemplates: Migration = {
  name: '0004-agent-rules-and-templates',
  up: (db) => {
    db.exec(`
      -- Who is not in the source, a new colleague say, has a row here alone.
      CREATE TABLE planned_agents (
        id TEXT PRIMARY KEY,
        name TEXT,
        rules TEXT NOT NULL CHECK (json_valid(rules)),
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE shift_templates (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        template TEXT NOT NULL CHECK (json_valid(template)),
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
