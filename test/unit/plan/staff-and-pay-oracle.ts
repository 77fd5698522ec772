import type { AgentRules, Plan, Rules } from '../../../shared/plan/index.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../../shared/time/local.ts'
import { clockOracle, oracleIntervals, quarters, walk } from './clock-oracle.ts'
import { begins, offQuarters } from './work-rules-oracle.ts'

/** People at work who serve a pool, by quarter-hour of the week, where they are fewer than they have to be. */
export function oracleStaff(plan: Plan, rules: Rules, firstDate: string): readonly string[] {
  const clock = clockOracle(plan.timeZone, firstDate)
  const intervals = oracleIntervals(plan, clock)
  const pools = new Set((rules.plan.minimumStaff ?? []).map(({ poolId }) => poolId))
  const found: string[] = []
  for (const pool of pools) {
    if (pool !== null && plan.poolId !== null && pool !== plan.poolId) continue
    const needed = new Map<number, number>()
    for (const rule of rules.plan.minimumStaff ?? []) {
      if (rule.poolId !== pool) continue
      for (let day = clock.firstDay - 1; day < clock.firstDay + 7; day++) {
        if (dayOfWeekOfDay(day) !== rule.dayOfWeek) continue
        for (const quarter of quarters(clock.instantOf(day, rule.startMinute), clock.instantOf(day, rule.endMinute)))
          needed.set(quarter, Math.max(needed.get(quarter) ?? 0, rule.people))
      }
    }
    const away = new Map<string, ReadonlySet<number>>()
    for (let quarter = clock.start; quarter < clock.end; quarter += walk.ms) {
      const people = new Set(
        intervals
          .filter(({ shift, working }) => shift.agentId !== null && working.has(quarter))
          .map(({ shift }) => shift.agentId!)
          .filter((agentId) => pool === null || serves(rules.agents[agentId], pool))
          .filter((agentId) => quarter < (rules.inactive?.[agentId] ?? Number.POSITIVE_INFINITY))
          .filter((agentId) => !awayOf(agentId, away, { plan, rules, firstDate }).has(quarter)),
      ).size
      const least = needed.get(quarter) ?? 0
      if (people < least) found.push(`${pool} ${quarter} ${people} of ${least}`)
    }
  }
  return found
}

function awayOf(
  agentId: string,
  known: Map<string, ReadonlySet<number>>,
  { plan, rules, firstDate }: { readonly plan: Plan; readonly rules: Rules; readonly firstDate: string },
): ReadonlySet<number> {
  const found = known.get(agentId)
  if (found) return found
  const own = clockOracle(rules.agents[agentId]?.timeZone ?? plan.timeZone, firstDate)
  const away = new Set<number>()
  for (let day = own.firstDay - 3; day < own.firstDay + 10; day++)
    for (const each of rules.timeOff?.[agentId] ?? [])
      if (formatLocalDate(day) >= each.from && formatLocalDate(day) <= each.to)
        for (const quarter of offQuarters(each, day, own)) away.add(quarter)
  known.set(agentId, away)
  return away
}

function serves(rules: AgentRules | undefined, pool: string): boolean {
  return !rules?.pools || rules.pools.includes(pool)
}

/** Overtime of one agent's week, quarter-hour by quarter-hour: [minutes at a higher rate, minutes times their rate]. */
export function oracleOvertime(
  agentId: string,
  { plan, rules, firstDate }: { readonly plan: Plan; readonly rules: Rules; readonly firstDate: string },
): readonly [number, number] {
  const clock = clockOracle(plan.timeZone, firstDate)
  const inWeek = oracleIntervals(plan, clock).filter((one) => one.shift.agentId === agentId && begins(one, clock))
  const daysWorked = [...new Set(inWeek.map(({ day }) => day))].sort((one, other) => one - other)
  const overtime = rules.plan.overtime ?? []
  const rateOf = (basis: string, quartersBefore: number): number =>
    Math.max(
      1,
      ...overtime
        .filter((rule) => rule.basis === basis && quartersBefore >= rule.afterHours * walk.anHour)
        .map(({ rate }) => rate),
    )
  const paid = new Set<number>()
  let [over, weighted, straight] = [0, 0, 0]
  for (const day of daysWorked) {
    const ofDay = [...new Set(inWeek.filter((one) => one.day === day).flatMap(({ working }) => [...working]))].sort(
      (one, other) => one - other,
    )
    let before = 0
    for (const quarter of ofDay) {
      if (paid.has(quarter)) continue
      paid.add(quarter)
      const isSeventh = daysWorked.length === 7 && day === clock.firstDay + 6
      const ofThisDay = Math.max(rateOf('day', before), isSeventh ? rateOf('seventh-day', before) : 1)
      const rate = ofThisDay > 1 ? ofThisDay : rateOf('week', straight)
      if (ofThisDay === 1) straight++
      before++
      weighted += walk.minutes * rate
      if (rate > 1) over += walk.minutes
    }
  }
  return [over, weighted]
}
