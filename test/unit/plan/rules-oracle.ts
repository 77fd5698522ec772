import type { Plan, Rules, ViolationKind, WorkLimits } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../../shared/time/local.ts'
import { clockOracle, oracleIntervals, quarters, walk, type ClockOracle, type OracleInterval } from './clock-oracle.ts'
import { oracleBreaks, oracleWorkRules, type OracleViolation } from './work-rules-oracle.ts'

/** The rules that a plan breaks in a week, found by walking its quarter-hours one by one. Slow and simple. */
export function oracleViolations(plan: Plan, rules: Rules, firstDate: string): readonly OracleViolation[] {
  const clock = clockOracle(plan.timeZone, firstDate)
  const intervals = oracleIntervals(plan, clock)
  const agents = new Set([...Object.keys(rules.agents), ...plan.shifts.map(({ agentId }) => agentId)])
  return [...agents].flatMap((agentId) => {
    const own = intervals.filter(({ shift }) => shift.agentId === agentId)
    const found =
      agentId === null
        ? own.flatMap((interval) => continuousRules(null, [interval], { rules, clock }))
        : [
            ...agentRules(agentId, own, { plan, rules, clock }),
            ...oracleWorkRules(agentId, own, { plan, rules, firstDate }),
          ]
    return worst(found)
  })
}

interface World {
  readonly plan: Plan
  readonly rules: Rules
  readonly clock: ClockOracle
}

function agentRules(agentId: string, intervals: readonly OracleInterval[], world: World): readonly OracleViolation[] {
  const { clock, rules, plan } = world
  const inWeek = intervals.filter((interval) => begins(interval, clock))
  const found: OracleViolation[] = []
  const add = (kind: ViolationKind, by: number, shiftIds: readonly string[]): void =>
    void (by > 0 && found.push({ agentId, kind, by, shiftIds }))

  for (const [index, one] of intervals.entries()) {
    for (const other of intervals.slice(index + 1)) {
      if (!begins(one, clock) && !begins(other, clock)) continue
      const both = quarters(one.start, one.end).filter((quarter) => quarter >= other.start && quarter < other.end)
      add('double-booked', both.length * walk.minutes, [one.shift.id, other.shift.id])
    }
  }

  const worked = new Set(inWeek.flatMap((interval) => [...interval.working])).size
  const most = limit(agentId, 'maxHoursPerWeek', rules)
  const least = limit(agentId, 'minHoursPerWeek', rules)
  if (most !== null)
    add(
      'too-many-hours',
      (worked - most * walk.anHour) * walk.minutes,
      inWeek.map(({ shift }) => shift.id),
    )
  if (least !== null) add('too-few-hours', (least * walk.anHour - worked) * walk.minutes, [])

  const runs = presenceRuns(intervals)
  const rest = limit(agentId, 'minRestHours', rules)
  for (const [index, run] of runs.entries()) {
    found.push(...continuousRules(agentId, run, world))
    const next = runs[index + 1]
    if (rest === null || !next) continue
    const [end, start] = [
      Math.max(...run.map((interval) => interval.end)),
      Math.min(...next.map((interval) => interval.start)),
    ]
    const around = [
      ...run.filter((interval) => interval.end === end),
      ...next.filter((interval) => interval.start === start),
    ]
    const isSplit = limit(agentId, 'maxDaySpanHours', rules) !== null && run.at(-1)!.day === next[0]!.day
    if (!isSplit && around.some((interval) => begins(interval, clock)))
      add(
        'short-rest',
        (rest * walk.anHour - quarters(end, start).length) * walk.minutes,
        around.map(({ shift }) => shift.id),
      )
  }

  const days = limit(agentId, 'maxConsecutiveDays', rules)
  if (days !== null)
    for (const run of dayRuns(plan, agentId, clock))
      add('too-many-days', run.length === 99 ? Math.max(1, 7 - days) : run.length - days, run.ids)

  const own = rules.agents[agentId]
  if (own?.pools && plan.poolId !== null && !own.pools.includes(plan.poolId))
    add(
      'wrong-pool',
      inWeek.length,
      inWeek.map(({ shift }) => shift.id),
    )
  const ownClock = clockOracle(own?.timeZone ?? plan.timeZone, formatLocalDate(clock.firstDay))
  const free = own?.availability ? availableQuarters(own.availability, ownClock) : null
  for (const interval of inWeek) {
    const all = quarters(interval.start, interval.end)
    if (free) add('unavailable', all.filter((quarter) => !free.has(quarter)).length * walk.minutes, [interval.shift.id])
    const off = all.filter((quarter) =>
      own?.daysOff?.includes(formatLocalDate(Math.floor(ownClock.localOf(quarter) / 86_400_000))),
    )
    add('day-off', off.length * walk.minutes, [interval.shift.id])
  }
  return found
}

function continuousRules(
  agentId: string | null,
  intervals: readonly OracleInterval[],
  { rules, clock }: Omit<World, 'plan'>,
): readonly OracleViolation[] {
  if (!intervals.some((interval) => begins(interval, clock))) return []
  const shiftIds = [...new Set(intervals.map(({ shift }) => shift.id))]
  const present = new Set(intervals.flatMap((interval) => quarters(interval.start, interval.end))).size
  const most = limit(agentId, 'maxShiftHours', rules)
  const least = limit(agentId, 'minShiftHours', rules)
  const found: readonly (readonly [ViolationKind, number])[] = [
    ['long-shift', most === null ? 0 : present - most * walk.anHour],
    ['short-shift', least === null ? 0 : least * walk.anHour - present],
  ]
  return [
    ...found.flatMap(([kind, by]) => (by > 0 ? [{ agentId, kind, by: by * walk.minutes, shiftIds }] : [])),
    ...oracleBreaks(agentId, intervals, rules),
  ]
}

/** Intervals without an absent quarter-hour between them. */
function presenceRuns(intervals: readonly OracleInterval[]): readonly (readonly OracleInterval[])[] {
  const present = new Set(intervals.flatMap((interval) => quarters(interval.start, interval.end)))
  const runs: OracleInterval[][] = []
  for (const interval of intervals.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = runs.at(-1)
    const from = last?.[0]?.start ?? Number.NaN
    if (last && quarters(from, interval.start).every((quarter) => present.has(quarter))) last.push(interval)
    else runs.push([interval])
  }
  return runs
}

/** Runs of days in a row with a shift that touch the week; of a pattern without a day off a run of 99. */
function dayRuns(
  plan: Plan,
  agentId: string,
  clock: ClockOracle,
): readonly { readonly length: number; readonly ids: readonly string[] }[] {
  const own = plan.shifts.filter((shift) => shift.agentId === agentId)
  const on = (day: number): readonly string[] =>
    own.filter((shift) => shift.day === (plan.kind === 'weekly' ? dayOfWeekOfDay(day) : day)).map(({ id }) => id)
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

function availableQuarters(
  availability: NonNullable<Rules['agents'][string]['availability']>,
  clock: ClockOracle,
): ReadonlySet<number> {
  const free = new Set<number>()
  for (let day = clock.firstDay - 6; day < clock.firstDay + 14; day++) {
    for (const interval of availability) {
      if (interval.dayOfWeek !== dayOfWeekOfDay(day)) continue
      for (const quarter of quarters(
        clock.instantOf(day, interval.startMinute),
        clock.instantOf(day, interval.endMinute),
      ))
        free.add(quarter)
    }
  }
  return free
}

function begins(interval: OracleInterval, clock: ClockOracle): boolean {
  return interval.start >= clock.start && interval.start < clock.end
}

function limit(agentId: string | null, name: keyof WorkLimits, rules: Rules): number | null {
  const own = agentId === null ? undefined : rules.agents[agentId]?.[name]
  return own !== undefined ? own : (rules.plan.limits[name] ?? null)
}

function worst(found: readonly OracleViolation[]): readonly OracleViolation[] {
  const key = ({ kind, shiftIds }: OracleViolation): string => `${kind} ${shiftIds.toSorted().join()}`
  return found.filter(
    (one, index) =>
      !found.some(
        (other, place) => key(other) === key(one) && (other.by > one.by || (other.by === one.by && place < index)),
      ),
  )
}
