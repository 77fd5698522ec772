interface Imported {
  readonly agents: number
  readonly added: readonly string[]
}

const NAMED = 5

/** "The rules of 3 agents are in. One was not known and was added: temp." */
export function importedWords({ agents, added }: Imported): string {
  const taken = agents === 0 ? 'The file names no agent: nothing was changed.' : `The rules of ${agents === 1 ? 'one agent' : `${agents} agents`} are in.`
  if (added.length === 0) return taken
  const names = added.length > NAMED ? `${added.slice(0, NAMED).join(', ')} and ${added.length - NAMED} more` : added.join(', ')
  return `${taken} ${added.length === 1 ? 'One was not known and was' : `${added.length} were not known and were`} added: ${names}.`
}
