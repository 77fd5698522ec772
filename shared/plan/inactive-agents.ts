import type { PlannedSpell } from './plan.ts'

/** Since when agents are deactivated, epoch milliseconds, by id. They were active before. */
export type InactiveAgents = Readonly<Record<string, number>>

/** Since when an agent is deactivated; Infinity: not at all. */
export function inactiveSince(agentId: string | null, inactive: InactiveAgents | undefined): number {
  return agentId !== null && inactive !== undefined && Object.hasOwn(inactive, agentId) ? inactive[agentId]! : Number.POSITIVE_INFINITY
}

/** Planned time of those who are active then: a shift that goes on when its agent is deactivated ends there, and none begins later. */
export function spellsWhileActive(spells: readonly PlannedSpell[], inactive: InactiveAgents | undefined): readonly PlannedSpell[] {
  if (inactive === undefined || !spells.some((spell) => isPlannedInactive(spell, inactive))) return spells
  return spells.flatMap((spell) => {
    const since = inactiveSince(spell.agentId, inactive)
    if (spell.end <= since) return [spell]
    if (spell.start >= since) return []
    const breaks = spell.breaks.filter(({ start }) => start < since).map(({ start, end }) => ({ start, end: Math.min(end, since) }))
    return [{ ...spell, end: since, breaks }]
  })
}

/** The agents who are planned after they are deactivated, in order, each once. */
export function plannedInactive(spells: readonly PlannedSpell[], inactive: InactiveAgents | undefined): readonly string[] {
  if (inactive === undefined) return []
  return [...new Set(spells.filter((spell) => isPlannedInactive(spell, inactive)).map(({ agentId }) => agentId!))].toSorted()
}

function isPlannedInactive({ agentId, end }: PlannedSpell, inactive: InactiveAgents): boolean {
  return end > inactiveSince(agentId, inactive)
}

/** Of agents as they are listed (instants as ISO texts), since when they are deactivated. */
export function inactiveOf(agents: readonly { readonly id: string; readonly inactiveSince: string | null }[]): InactiveAgents {
  return Object.fromEntries(agents.flatMap(({ id, inactiveSince: since }) => (since === null ? [] : [[id, Date.parse(since)] as const])))
}

/** An agent's name in what is still to come: who is deactivated by then is called so. */
export function nameWhen(name: string, isInactive: boolean): string {
  return isInactive ? `${name} (deactivated)` : name
}
