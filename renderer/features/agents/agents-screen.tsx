import type { ReactNode } from 'react'

/** Who can be planned, and the rules that hold for each. */
export function AgentsScreen(): ReactNode {
  return <h1>Agents</h1>
}
