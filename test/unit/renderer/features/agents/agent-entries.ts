import type { AgentEntry } from '../../../../../renderer/features/agents/agent-types.ts'

/** An agent of the source about whom nothing was said, unless a test says otherwise. */
export function entry(said: Partial<AgentEntry> & Pick<AgentEntry, 'id' | 'name'>): AgentEntry {
  const sourcePools = said.sourcePools ?? null
  return {
    sourceName: said.name,
    inSource: true,
    present: true,
    inactiveSince: null,
    sourcePools,
    lastOnline: null,
    firstOnline: null,
    rules: { pools: sourcePools && [...sourcePools] },
    edited: false,
    ...said,
  }
}
