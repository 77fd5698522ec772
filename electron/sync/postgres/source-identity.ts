import { createHash } from 'node:crypto'
import type { ConnectionSettings } from './connection-settings.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'

/**
 * Names the database and the tables that visits and sessions are counted from, and neither host, user nor password: a replica, another
 * role, or other names for what only describes them, is the same source.
 */
export function sourceIdentity(connection: Pick<ConnectionSettings, 'database'>, mapping: SourceMapping): string {
  const { schema, pageviews, timestampsWithoutZone } = mapping
  // What else sessions hold only describes them: no count rests on it.
  const { idleSeconds: _idle, inCallSeconds: _inCall, awaySeconds: _away, lastSeenAt: _seen, ...sessions } = mapping.sessions
  return `postgres:${digest([connection.database, sortKeys({ schema, pageviews, sessions, timestampsWithoutZone })])}`
}

/** Names what calls are counted from. */
export function callsIdentity(mapping: SourceMapping): string {
  return digest([mapping.schema, mapping.timestampsWithoutZone, mapping.calls])
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, inner]) => [key, sortKeys(inner)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}
