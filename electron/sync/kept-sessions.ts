import type { SourceSession, WindowRequest } from './source.ts'

/**
 * The sessions that a window is counted with: those of the source, and those that the cache keeps of agents who are gone. They were
 * online all the same when the visits came.
 */
export function withKept(
  sessions: readonly SourceSession[],
  { keptSessions = [] }: Pick<WindowRequest, 'keptSessions'>,
): readonly SourceSession[] {
  if (keptSessions.length === 0) return sessions
  const found = new Set(sessions.map(({ id }) => id))
  return [...sessions, ...keptSessions.filter(({ id }) => !found.has(id))]
}
