import type { PlannedSpell } from '../../plan/plan.ts'
import { blocksOf } from '../attendance/blocks.ts'
import { addPresence, profileFor, type WeekGrid } from '../attendance/expected-presence.ts'
import type { AttendanceModel } from '../types.ts'

/** One person of a plan: an agent with all of their spells, or one spell of an open shift. */
export interface PresenceRow {
  readonly agentId: string | null
  /** Chance of being online at each slot. */
  readonly presence: Float64Array
  /** Slots [from, to) outside of which the chance is 0. */
  readonly from: number
  readonly to: number
  /** Which classes of pools the person serves: [class] of 0 or 1. */
  readonly serves: Uint8Array
}

/** Makes rows from planned spells. */
export interface RowMaker {
  readonly grid: WeekGrid
  readonly attendance: AttendanceModel
  readonly serves: (agentId: string | null) => Uint8Array
}

/** The persons of a plan by key: `agent:<id>`, or `open:<shift>` with one row for each of its spells. */
export function spellsByPerson(spells: readonly PlannedSpell[]): ReadonlyMap<string, readonly PlannedSpell[]> {
  const byPerson = new Map<string, PlannedSpell[]>()
  spells.forEach((spell) => {
    const key = personOf(spell)
    const own = byPerson.get(key)
    if (own) own.push(spell)
    else byPerson.set(key, [spell])
  })
  return byPerson
}

/** Who works a spell: an agent, or somebody of its own for each time that an open shift is worked. */
export function personOf({ agentId, shiftId, start }: PlannedSpell): string {
  return agentId === null ? `open:${start}:${shiftId}` : `agent:${agentId}`
}

/** The row of one person. */
export function rowOf(spells: readonly PlannedSpell[], { grid, attendance, serves }: RowMaker): PresenceRow {
  const { agentId } = spells[0]!
  const presence = new Float64Array(grid.count)
  const profile = profileFor(attendance, agentId)
  for (const block of blocksOf(spells)) addPresence(presence, { block, profile, grid })
  let from = 0
  while (from < grid.count && presence[from] === 0) from += 1
  let to = grid.count
  while (to > from && presence[to - 1] === 0) to -= 1
  return { agentId, presence, from, to, serves: serves(agentId) }
}
