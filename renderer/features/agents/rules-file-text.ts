import { currentFormat } from '../../format/format-context.tsx'

interface Imported {
  readonly agents: number
  readonly added: readonly string[]
  readonly hasPlanRules: boolean
}

const NAMED = 5

/** "Rules of 3 agents imported. One was new and added: temp." */
export function importedText({ hasPlanRules, ...ofAgents }: Imported): string {
  const imported = agentsText(ofAgents)
  return hasPlanRules ? currentFormat().texts.agents.importedPlanRules({ imported }) : imported
}

function agentsText({ agents, added }: Omit<Imported, 'hasPlanRules'>): string {
  const t = currentFormat().texts.agents
  const imported = agents === 0 ? t.importedNone : t.imported({ count: agents })
  if (added.length === 0) return imported
  const first = added.slice(0, NAMED).join(', ')
  const names = added.length > NAMED ? t.andMore({ names: first, count: added.length - NAMED }) : first
  return t.importedAdded({ imported, count: added.length, names })
}
