import type { Plan, Rules, ViolationKind, WorkLimits } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../../shared/time/local.ts'
import { clockOracle, oracleSpells, quarters, type ClockOracle, type OracleSpell } from './clock-oracle.ts'

const HOUR = 4

/** A broken rule as the oracle tells it. `by` is in minutes, days or shifts. */
export interface OracleViolation {
  readonly agentId: string | null
  readonly kind: ViolationKind
  readonly by: number
  readonly shiftIds: readonly string[]
}

/** The rules that a plan breaks in a week, found by walking its quarter-hours one by one. Slow and simple. */
export function oracleViolations(plan: Plan, rules: Rules, firstDate: string): readonly OracleViolation[] {
  const clock = clockOracle(plan.timeZone, firstDate)
  const spells = oracleSpells(plan, clock)
  const agents = new Set([...Object.keys(rules.agents), ...plan.shifts.map(({ agentId }) => agentId)])
  return [...agents].flatMap((agentId) => {
    const own = spells.filter(({ shift }) => shift.agentId === agentId)
    const found = agentId === null ? own.flatMap((spell) => stretchRules(null, [spell], { rules, clock })) : agentRules(agentId, own, { plan, rules, clock })
    return worst(found)
  })
}

interface World {
  readonly plan: Plan
  readonly rules: Rules
  readonly clock: ClockOracle
}

function agentRules(agentId: string, spells: readonly OracleSpell[], world: World): readonly OracleViolation[] {
  const { clock, rules, plan } = world
  const inWeek = spells.filter((spell) => begins(spell, clock))
  const found: OracleViolation[] = []
  const add = (kind: ViolationKind, by: number, shiftIds: readonly string[]): void => void (by > 0 && found.push({ agentId, kind, by, shiftIds }))

  for (const [index, one] of spells.entries()) {
    for (const other of spells.slice(index + 1)) {
      if (!begins(one, clock) && !begins(other, clock)) continue
      const both = quarters(one.start, one.end).filter((quarter) => quarter >= other.start && quarter < other.end)
      add('double-booked', both.length * 15, [one.shift.id, other.shift.id])
    }
  }

  const worked = new Set(inWeek.flatMap((spell) => [...spell.working])).size
  const most = limit(agentId, 'maxHoursPerWeek', rules)
  const least = limit(agentId, 'minHoursPerWeek', rules)
  if (most !== null) add('too-many-hours', (worked - most * HOUR) * 15, inWeek.map(({ shift }) => shift.id))
  if (least !== null) add('too-few-hours', (least * HOUR - worked) * 15, [])

  const runs = presenceRuns(spells)
  const rest = limit(agentId, 'minRestHours', rules)
  for (const [index, run] of runs.entries()) {
    found.push(...stretchRules(agentId, run, world))
    const next = runs[index + 1]
    if (rest === null || !next) continue
    const [end, start] = [Math.max(...run.map((spell) => spell.end)), Math.min(...next.map((spell) => spell.start))]
    const around = [...run.filter((spell) => spell.end === end), ...next.filter((spell) => spell.start === start)]
    if (around.some((spell) => begins(spell, clock))) add('short-rest', (rest * HOUR - quarters(end, start).length) * 15, around.map(({ shift }) => shift.id))
  }

  const days = limit(agentId, 'maxConsecutiveDays', rules)
  if (days !== null) for (const run of dayRuns(plan, agentId, clock)) add('too-many-days', run.length === 99 ? Math.max(1, 7 - days) : run.length - days, run.ids)

  const own = rules.agents[agentId]
  if (own?.pools && plan.poolId !== null && !own.pools.includes(plan.poolId)) add('wrong-pool', inWeek.length, inWeek.map(({ shift }) => shift.id))
  const ownClock = clockOracle(own?.timeZone ?? plan.timeZone, formatLocalDate(clock.firstDay))
  const free = own?.availability ? availableQuarters(own.availability, ownClock) : null
  for (const spell of inWeek) {
    const all = quarters(spell.start, spell.end)
    if (free) add('unavailable', all.filter((quarter) => !free.has(quarter)).length * 15, [spell.shift.id])
    const off = all.filter((quarter) => own?.daysOff?.includes(formatLocalDate(Math.floor(ownClock.localOf(quarter) / 86_400_000))))
    add('day-off', off.length * 15, [spell.shift.id])
  }
  return found
}

function stretchRules(agentId: string | null, spells: readonly OracleSpell[], { rules, clock }: Omit<World, 'plan'>): readonly OracleViolation[] {
  if (!spells.some((spell) => begins(spell, clock))) return []
  const shiftIds = [...new Set(spells.map(({ shift }) => shift.id))]
  const present = new Set(spells.flatMap((spell) => quarters(spell.start, spell.end))).size
  const idle = present - new Set(spells.flatMap((spell) => [...spell.working])).size
  const most = limit(agentId, 'maxShiftHours', rules)
  const least = limit(agentId, 'minShiftHours', rules)
  const owed = rules.plan.owedBreak
  const found: readonly (readonly [ViolationKind, number])[] = [
    ['long-shift', most === null ? 0 : present - most * HOUR],
    ['short-shift', least === null ? 0 : least * HOUR - present],
    ['missing-break', owed !== null && present > owed.afterHours * HOUR ? owed.minutes / 15 - idle : 0],
  ]
  return found.flatMap(([kind, by]) => (by > 0 ? [{ agentId, kind, by: by * 15, shiftIds }] : []))
}

/** Spells without an absent quarter-hour between them. */
function presenceRuns(spells: readonly OracleSpell[]): readonly (readonly OracleSpell[])[] {
  const present = new Set(spells.flatMap((spell) => quarters(spell.start, spell.end)))
  const runs: OracleSpell[][] = []
  for (const spell of spells.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = runs.at(-1)
    const from = last?.[0]?.start ?? Number.NaN
    if (last && quarters(from, spell.start).every((quarter) => present.has(quarter))) last.push(spell)
    else runs.push([spell])
  }
  return runs
}

/** Runs of days in a row with a shift that touch the week; of a pattern without a day off a run of 99. */
function dayRuns(plan: Plan, agentId: string, clock: ClockOracle): readonly { readonly length: number; readonly ids: readonly string[] }[] {
  const own = plan.shifts.filter((shift) => shift.agentId === agentId)
  const on = (day: number): readonly string[] => own.filter((shift) => shift.day === (plan.kind === 'weekly' ? dayOfWeekOfDay(day) : day)).map(({ id }) => id)
  const runs = new Map<string, { readonly length: number; readonly ids: readonly string[] }>()
  for (let day = clock.firstDay; day < clock.firstDay + 7; day++) {
    if (on(day).length === 0) continue
    let [from, to] = [day, day]
    while (on(from - 1).length > 0 && day - from < 50) from--
    while (on(to + 1).length > 0 && to - day < 50) to++
    const ids = Array.from({ length: to - from + 1 }, (_, index) => on(from + index)).flat()
    const isEndless = plan.kind === 'weekly' && to - from > 20
    const unique = [...new Set(ids)].sort()
    runs.set(unique.join(), { length: isEndless ? 99 : to - from + 1, ids: unique })
  }
  return [...runs.values()]
}

function availableQuarters(availability: NonNullable<Rules['agents'][string]['availability']>, clock: ClockOracle): ReadonlySet<number> {
  const free = new Set<number>()
  for (let day = clock.firstDay - 6; day < clock.firstDay + 14; day++) {
    for (const spell of availability) {
      if (spell.dayOfWeek !== dayOfWeekOfDay(day)) continue
      for (const quarter of quarters(clock.instantOf(day, spell.startMinute), clock.instantOf(day, spell.endMinute))) free.add(quarter)
    }
  }
  return free
}

function begins(spell: OracleSpell, clock: ClockOracle): boolean {
  return spell.start >= clock.start && spell.start < clock.end
}

function limit(agentId: string | null, name: keyof WorkLimits, rules: Rules): number | null {
  const own = agentId === null ? undefined : rules.agents[agentId]?.[name]
  return own !== undefined ? own : (rules.plan.limits[name] ?? null)
}

function worst(found: readonly OracleViolation[]): readonly OracleViolation[] {
  const key = ({ kind, shiftIds }: OracleViolation): string => `${kind} ${shiftIds.toSorted().join()}`
  return found.filter((one, index) => !found.some((other, place) => key(other) === key(one) && (other.by > one.by || (other.by === one.by && place < index))))
}

