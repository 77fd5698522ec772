import type { Migration } from '../../migrate.ts'

interface Setting {
  readonly key: string
  readonly value: string
}

/** Rules of alerts, where their messages go, how far each has come, and messages on their way. */
export const alerts: Migration = {
  name: '0011-alerts',
  up: (db) => {
    db.exec(`
      CREATE TABLE alert_rules (
        id TEXT PRIMARY KEY,
        rule TEXT NOT NULL CHECK (json_valid(rule)),
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      -- Without addresses, keys and passwords.
      CREATE TABLE alert_channels (
        id TEXT PRIMARY KEY,
        channel TEXT NOT NULL CHECK (json_valid(channel)),
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE alert_states (
        rule_id TEXT NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
        -- "all", "pool:…", "agent:…"
        subject TEXT NOT NULL,
        state TEXT NOT NULL CHECK (json_valid(state)),
        PRIMARY KEY (rule_id, subject)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE alert_messages (
        id INTEGER PRIMARY KEY,
        episode TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('raised', 'resolved', 'digest')),
        -- A channel, or "desktop".
        channel_id TEXT NOT NULL,
        -- null: of no rule.
        rule_id TEXT,
        event TEXT NOT NULL CHECK (json_valid(event)),
        created_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        -- What was not sent by then is no news any more.
        expires_at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'sending', 'sent', 'failed', 'unconfirmed')),
        attempts INTEGER NOT NULL DEFAULT 0,
        claimed_until INTEGER NOT NULL DEFAULT 0,
        -- Why the last attempt failed; null: there was none that did.
        problem TEXT,
        settled_at INTEGER,
        -- Whoever comes second has nothing to send.
        UNIQUE (episode, kind, channel_id)
      ) STRICT;
      CREATE INDEX alert_messages_open ON alert_messages (channel_id, id) WHERE state IN ('waiting', 'claimed', 'sending');
    `)
    db.prepare<[string, string]>('INSERT INTO alert_rules (id, rule, created_at) VALUES (?, ?, 0)').run(
      'low-coverage',
      JSON.stringify(lowCoverageRule(db.prepare<[], Setting>('SELECT key, value FROM settings').all())),
    )
  },
}

/** The alert that there was before there were rules, as it was set, and now for each pool too. */
function lowCoverageRule(settings: readonly Setting[]) {
  const valueOf = (key: string): string | undefined => settings.find((setting) => setting.key === key)?.value
  const hourOf = (key: string): number | null => {
    const hour = Number(valueOf(key) ?? Number.NaN)
    return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null
  }
  const [from, to] = [hourOf('quietFrom'), hourOf('quietTo')]
  return {
    id: 'low-coverage',
    name: 'Low coverage',
    isOn: valueOf('lowCoverageAlert') !== 'false',
    measure: 'coverage',
    scope: { kind: 'each-pool' },
    minutes: 60,
    threshold: null,
    forMinutes: 0,
    quiet: from === null || to === null ? null : { from, to },
    desktop: true,
    channels: [],
    names: false,
    reviewed: null,
  }
}
