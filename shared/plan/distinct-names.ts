import { foldedName } from '../foundation/folded-name.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const SHORTEST_ID = 4

/** The names of agents by id. Where several go by one name, the beginning of the id is behind it, as much as tells them apart. */
export function distinctNames(agents: readonly Named[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(agents, ({ name }) => foldedName(name))
  return new Map(
    agents.map((agent) => {
      const others = alike.get(foldedName(agent.name))!.filter(({ id }) => id !== agent.id)
      return [agent.id, others.length === 0 ? agent.name : `${agent.name} (${shortId(agent.id, others)})`]
    }),
  )
}

function shortId(id: string, others: readonly Named[]): string {
  let length = SHORTEST_ID
  while (length < id.length && others.some((other) => other.id.startsWith(id.slice(0, length)))) length += 1
  return id.slice(0, length)
}
