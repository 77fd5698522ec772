import type { Migration } from '../../migrate.ts'

/** Whether an agent is deactivated and since when, and how many visitors at once the source says they may serve. */
export const agentState: Migration = {
  name: '0005-agent-state',
  up: (db) => {
    db.exec(`
      ALTER TABLE agents ADD COLUMN inactive_since INTEGER;
      ALTER TABLE agents ADD COLUMN max_simultaneous REAL;
    `)
  },
}
