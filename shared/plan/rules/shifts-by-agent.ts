import type { Plan, Shift } from '../plan.ts'
import { datedDays } from '../starting-points.ts'
import type { Rules } from './rules.ts'

/** The shifts of a plan by agent: agents of the rules first, then others of the plan, open shifts (null) last. */
export interface ShiftsByAgent {
  readonly all: readonly Shift[]
  readonly kind: Plan['kind']
  readonly agents: Rules['agents']
  readonly lists: ReadonlyMap<string | null, readonly Shift[]>
  /** The place of each agent among them. */
  readonly places: ReadonlyMap<string | null, number>
  /** First and last day numbers of a dated plan's shifts; null: it has none, or repeats. */
  readonly days: DatedDays
}

type DatedDays = ReturnType<typeof datedDays>
type GroupedPlan = Pick<Plan, 'kind' | 'shifts'>

interface Grouped {
  readonly shifts: ShiftsByAgent
  /** Of whom there are other shifts than before; null: everybody has to be looked at. */
  readonly changed: ReadonlySet<string | null> | null
}

/** A part of two lists of shifts that differs; all before and after it is the same. */
interface Difference {
  readonly from: number
  readonly removed: readonly Shift[]
  readonly added: readonly Shift[]
}

/** An edit changes few shifts; whatever changes more is grouped anew. */
const MOST_CHANGED = 1_000

/** Shifts by agent; lists that are the same as before are the very same, and after an edit only those that it changed are made again. */
export function groupShifts(plan: GroupedPlan, { agents }: Rules, before: ShiftsByAgent | null): Grouped {
  const known = remembered.get(plan.shifts)
  if (known !== undefined && isOf(known, { plan, agents, before })) return known.made
  const made = regrouped(plan, agents, before)
  remembered.set(plan.shifts, { made, before: before === null ? null : new WeakRef(before) })
  return made
}

/** An edit asks for the days of its plan, and then for its rules. */
const remembered = new WeakMap<readonly Shift[], Remembered>()

interface Remembered {
  readonly made: Grouped
  /** Weakly: else each edit would keep all plans before it. */
  readonly before: WeakRef<ShiftsByAgent> | null
}

function isOf(
  { made: { shifts }, before: known }: Remembered,
  {
    plan,
    agents,
    before,
  }: { readonly plan: GroupedPlan; readonly agents: Rules['agents']; readonly before: ShiftsByAgent | null },
): boolean {
  return shifts.agents === agents && shifts.kind === plan.kind && (known?.deref() ?? null) === before
}

function regrouped(plan: GroupedPlan, agents: Rules['agents'], before: ShiftsByAgent | null): Grouped {
  const { shifts: all, kind } = plan
  const isLike = before?.agents === agents && before.kind === kind
  if (isLike && before.lists.size === Object.keys(agents).length + 1) {
    const difference = differenceOf(before.all, all)
    const changed = changedLists(all, before, difference)
    if (changed !== null && changed.size === 0) return { shifts: before, changed: new Set() }
    if (changed !== null) {
      const lists = new Map(before.lists)
      for (const [agentId, list] of changed) lists.set(agentId, list)
      const days = daysAfter(plan, before.days, difference)
      return { shifts: { ...before, all, lists, days }, changed: new Set(changed.keys()) }
    }
  }
  const lists = knownLists(grouped(all, agents), before)
  const places = new Map([...lists.keys()].map((agentId, place) => [agentId, place]))
  return { shifts: { all, kind, agents, lists, places, days: datedDays(plan) }, changed: null }
}

/** The lists of those whose shifts differ; null: too much does, or somebody is new, so that the order may be another. */
function changedLists(
  all: readonly Shift[],
  { lists }: ShiftsByAgent,
  { from, removed, added }: Difference,
): ReadonlyMap<string | null, readonly Shift[]> | null {
  if (removed.length + added.length > MOST_CHANGED) return null
  const changed = new Map<string | null, readonly Shift[]>()
  const [gone, come] = [Map.groupBy(removed, byAgent), Map.groupBy(added, byAgent)]
  for (const agentId of new Set([...gone.keys(), ...come.keys()])) {
    const list = lists.get(agentId)
    if (list === undefined) return null
    const [out, into] = [gone.get(agentId) ?? [], come.get(agentId) ?? []]
    if (out.length === into.length && out.every((shift, index) => shift === into[index])) continue
    // A list is in the plan's order, so that what went out of it is in one place.
    const place = out.length > 0 ? list.indexOf(out[0]!) : placeBefore(from, { all, agentId, list })
    changed.set(agentId, list.toSpliced(place, out.length, ...into))
  }
  return changed
}

/** The days of a plan after an edit: all shifts are looked at only where one at either end of it went. */
function daysAfter(plan: GroupedPlan, before: DatedDays, { removed, added }: Difference): DatedDays {
  if (plan.kind === 'weekly') return null
  if (before === null || removed.some(({ day }) => day === before.firstDay || day === before.lastDay))
    return datedDays(plan)
  const days = added.map(({ day }) => day)
  return { firstDay: Math.min(before.firstDay, ...days), lastDay: Math.max(before.lastDay, ...days) }
}

function byAgent({ agentId }: Shift): string | null {
  return agentId
}

/** How many of an agent's shifts come before a place of the plan. */
function placeBefore(
  from: number,
  {
    all,
    agentId,
    list,
  }: { readonly all: readonly Shift[]; readonly agentId: string | null; readonly list: readonly Shift[] },
): number {
  for (let index = from - 1; index >= 0; index--) {
    const shift = all[index]!
    if (shift.agentId === agentId) return list.indexOf(shift) + 1
  }
  return 0
}

function differenceOf(before: readonly Shift[], all: readonly Shift[]): Difference {
  const shorter = Math.min(all.length, before.length)
  let from = 0
  while (from < shorter && all[from] === before[from]) from++
  let same = 0
  while (same < shorter - from && all[all.length - 1 - same] === before[before.length - 1 - same]) same++
  return {
    from,
    removed: before.slice(from, before.length - same),
    added: all.slice(from, all.length - same),
  }
}

function grouped(all: readonly Shift[], agents: Rules['agents']): ReadonlyMap<string | null, readonly Shift[]> {
  const lists = new Map<string | null, Shift[]>(Object.keys(agents).map((agentId) => [agentId, []]))
  const open: Shift[] = []
  for (const shift of all) {
    if (shift.agentId === null) {
      open.push(shift)
      continue
    }
    const known = lists.get(shift.agentId)
    if (known) known.push(shift)
    else lists.set(shift.agentId, [shift])
  }
  return lists.set(null, open)
}

function knownLists(
  lists: ReadonlyMap<string | null, readonly Shift[]>,
  before: ShiftsByAgent | null,
): ShiftsByAgent['lists'] {
  if (before === null) return lists
  return new Map(
    [...lists].map(([agentId, shifts]) => {
      const known = before.lists.get(agentId)
      return [agentId, known !== undefined && isSameList(known, shifts) ? known : shifts]
    }),
  )
}

function isSameList(one: readonly Shift[], other: readonly Shift[]): boolean {
  return one === other || (one.length === other.length && one.every((shift, index) => shift === other[index]))
}
