import { currentFormat } from '../../format/format-context.tsx'

interface Imported {
  readonly agents: number
  readonly added: readonly string[]
}

const NAMED = 5

/** "Rules of 3 agents imported. One was new and added: temp." */
export function importedText({ agents, added }: Imported): string {
  const t = currentFormat().texts.agents
  const imported = agents === 0 ? t.importedNone : t.imported({ count: agents })
  if (added.length === 0) return imported
  const first = added.slice(0, NAMED).join(', ')
  const names = added.length > NAMED ? t.andMore({ names: first, count: added.length - NAMED }) : first
  return t.importedAdded({ imported, count: added.length, names })
}
