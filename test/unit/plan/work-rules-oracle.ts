import type { Plan, Rules, ViolationKind, WorkRules } from '../../../shared/plan/index.ts'
import type { MinorRules, NightRules, TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import { addDays, dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { clockOracle, oracleIntervals, quarters, walk, type ClockOracle, type OracleInterval } from './clock-oracle.ts'

const DAY = 86_400_000

/** A broken rule as the oracle tells it. `by` is in minutes, days or shifts. */
export interface OracleViolation {
  readonly agentId: string | null
  readonly kind: ViolationKind
  readonly by: number
  readonly shiftIds: readonly string[]
}

/** One agent in one week, as a table of quarter-hours. */
interface Week {
  readonly agentId: string
  readonly plan: Plan
  readonly rules: Rules
  readonly firstDate: string
  readonly clock: ClockOracle
  /** Where the agent lives. */
  readonly own: ClockOracle
  /** Near the week. */
  readonly intervals: readonly OracleInterval[]
  readonly inWeek: readonly OracleInterval[]
}

/** What an agent's shifts break of the rules on weeks, days, nights, weekends, breaks, minors, time off and notice. Slow and simple. */
export function oracleWorkRules(
  agentId: string,
  intervals: readonly OracleInterval[],
  { plan, rules, firstDate }: { readonly plan: Plan; readonly rules: Rules; readonly firstDate: string },
): readonly OracleViolation[] {
  const clock = clockOracle(plan.timeZone, firstDate)
  const own = clockOracle(rules.agents[agentId]?.timeZone ?? plan.timeZone, firstDate)
  const week: Week = {
    agentId,
    plan,
    rules,
    firstDate,
    clock,
    own,
    intervals,
    inWeek: intervals.filter((one) => begins(one, clock)),
  }
  return [
    ...days(week),
    ...weeklyRest(week),
    ...average(week),
    ...nights(week),
    ...weekends(week),
    ...minors(week),
    ...timeOff(week),
    ...notice(week),
  ]
}

/** Of work in one go (presence without a gap) what is wrong with its breaks. */
export function oracleBreaks(
  agentId: string | null,
  work: readonly OracleInterval[],
  { plan }: Rules,
): readonly OracleViolation[] {
  const shiftIds = [...new Set(work.map(({ shift }) => shift.id))]
  const from = Math.min(...work.map(({ start }) => start))
  const to = Math.max(...work.map(({ end }) => end))
  const all = quarters(from, to).map((quarter) => work.some(({ working }) => working.has(quarter)))
  const worked = all.filter(Boolean).length
  const found: OracleViolation[] = []
  const add = (kind: ViolationKind, by: number): void => void (by > 0 && found.push({ agentId, kind, by, shiftIds }))
  const owed = [...(plan.owedBreak ? [plan.owedBreak] : []), ...(plan.moreOwedBreaks ?? [])]
    .filter(({ afterHours, counts }) => (counts === 'worked' ? worked : all.length) > afterHours * walk.anHour)
    .map(({ minutes }) => minutes)
  if (owed.length > 0) add('missing-break', Math.max(...owed) - (all.length - worked) * walk.minutes)

  // Breaks as [quarters worked before, length].
  const breaks: (readonly [number, number])[] = []
  let [before, length] = [0, 0]
  for (const working of [...all, true]) {
    if (!working) length++
    else {
      if (length > 0) breaks.push([before, length])
      ;[before, length] = [before + 1, 0]
    }
  }
  const applying = (plan.breaksByHour ?? [])
    .filter(({ afterHours }) => worked > afterHours * walk.anHour)
    .toSorted((one, other) => one.byHour - other.byHour || one.minutes - other.minutes)
  let late = 0
  for (const [index, { minutes, byHour }] of applying.entries()) {
    const nth = breaks.filter(([, quarter]) => quarter * walk.minutes >= minutes)[index]
    late += nth === undefined ? minutes : Math.max(0, (nth[0] - byHour * walk.anHour) * walk.minutes)
  }
  add('late-break', late)
  if (plan.unbrokenWork) {
    let [longest, since] = [0, 0]
    let position = 0
    while (position < all.length) {
      let gap = 0
      while (position + gap < all.length && !all[position + gap]) gap++
      if (gap * walk.minutes >= plan.unbrokenWork.breakMinutes && gap > 0) since = position + gap
      position += Math.max(1, gap)
      longest = Math.max(longest, position - since)
    }
    add('work-without-break', (longest - plan.unbrokenWork.hours * walk.anHour) * walk.minutes)
  }
  return found
}

function days({ agentId, rules, inWeek }: Week): readonly OracleViolation[] {
  const found: OracleViolation[] = []
  for (const day of new Set(inWeek.map((one) => one.day))) {
    const ofDay = inWeek.filter((one) => one.day === day)
    const shiftIds = ids(ofDay)
    const most = limit(agentId, 'maxHoursPerDay', rules)
    if (most !== null)
      push(found, {
        agentId,
        kind: 'too-many-hours-a-day',
        shiftIds,
        by: (worked(ofDay) - most * walk.anHour) * walk.minutes,
      })
    const span = limit(agentId, 'maxDaySpanHours', rules)
    const length = (Math.max(...ofDay.map(({ end }) => end)) - Math.min(...ofDay.map(({ start }) => start))) / walk.ms
    if (span !== null)
      push(found, { agentId, kind: 'long-day', shiftIds, by: (length - span * walk.anHour) * walk.minutes })
  }
  return found
}

function weeklyRest({ agentId, rules, clock, intervals, inWeek }: Week): readonly OracleViolation[] {
  const least = limit(agentId, 'minWeeklyRestHours', rules)
  if (least === null || inWeek.length === 0) return []
  const present = new Set(intervals.flatMap(({ start, end }) => quarters(start, end)))
  let longest = 0
  let from: number | null = null
  // Every rest near the week, from its first free quarter-hour to the next at work.
  for (let quarter = clock.start - 6 * DAY; quarter <= clock.end + 6 * DAY; quarter += walk.ms) {
    if (!present.has(quarter)) from ??= quarter
    if (from === null || (!present.has(quarter) && quarter < clock.end + 6 * DAY)) continue
    const ofWeek = from >= clock.start ? [from, quarter] : [clock.start, Math.min(quarter, clock.end)]
    if (from < clock.end) longest = Math.max(longest, (ofWeek[1]! - ofWeek[0]!) / walk.ms)
    from = null
  }
  const found: OracleViolation[] = []
  push(found, {
    agentId,
    kind: 'short-weekly-rest',
    shiftIds: ids(inWeek),
    by: (least * walk.anHour - longest) * walk.minutes,
  })
  return found
}

function average(week: Week): readonly OracleViolation[] {
  const { agentId, rules, inWeek } = week
  const limits = workRule(agentId, 'averageHours', rules)
  if (!limits || inWeek.length === 0) return []
  const minutes = averageMinutes(week, limits.weeks)
  const found: OracleViolation[] = []
  if (minutes !== null)
    push(found, { agentId, kind: 'high-average', shiftIds: ids(inWeek), by: minutes - limits.hours * 60 })
  return found
}

/** Worked minutes a week. */
function averageMinutes({ agentId, plan, rules, firstDate }: Week, count: number): number | null {
  const mine = { ...plan, shifts: plan.shifts.filter((shift) => shift.agentId === agentId) }
  const minutesOf = (date: string, timeZone: string): number => {
    const clock = clockOracle(timeZone, date)
    return worked(oracleIntervals(mine, clock).filter((one) => begins(one, clock))) * walk.minutes
  }
  if (plan.kind === 'weekly') return minutesOf('2026-03-01', 'UTC')
  const first = parseLocalDate(firstDate)
  const planDays = plan.shifts.map(({ day }) => day)
  // Every week that the plan reaches, counted from the one that is looked at.
  const reached: number[] = []
  for (let week = -60; week <= 60; week++) {
    const from = first + 7 * week
    if (Math.min(...planDays) < from + 7 && Math.max(...planDays) >= from) reached.push(week)
  }
  const before = reached.filter((week) => week <= 0).slice(-count)
  const window = before.length === count ? before : reached.slice(0, count)
  const off = (rules.timeOff?.[agentId] ?? []).filter(
    ({ kind, part }) => part === null && ['vacation', 'ill'].includes(kind),
  )
  let [minutes, daysThere] = [0, 0]
  for (const week of window) {
    minutes += minutesOf(addDays(firstDate, 7 * week), plan.timeZone)
    for (let day = 0; day < 7; day++) {
      const date = addDays(firstDate, 7 * week + day)
      if (!off.some(({ from, to }) => from <= date && date <= to)) daysThere++
    }
  }
  return daysThere === 0 ? null : (minutes * 7) / daysThere
}

function nights(week: Week): readonly OracleViolation[] {
  const { agentId, rules, own, inWeek } = week
  const night = workRule(agentId, 'night', rules)
  if (!night) return []
  const dark = nightQuarters(night, own)
  const found: OracleViolation[] = []
  let isNightWorker = false
  for (const day of new Set(inWeek.map((one) => one.day))) {
    const ofDay = inWeek.filter((one) => one.day === day)
    const atNight = [...new Set(ofDay.flatMap(({ working }) => [...working]))].filter((quarter) =>
      dark.has(quarter),
    ).length
    if (atNight === 0 || atNight < night.minHours * walk.anHour) continue
    isNightWorker = true
    if (night.maxHoursPerDay !== null)
      push(found, {
        agentId,
        kind: 'long-night',
        shiftIds: ids(ofDay),
        by: (worked(ofDay) - night.maxHoursPerDay * walk.anHour) * walk.minutes,
      })
  }
  if (!isNightWorker || night.average === null) return found
  const minutes = averageMinutes(week, night.average.weeks)
  if (minutes !== null)
    push(found, { agentId, kind: 'high-night-average', shiftIds: ids(inWeek), by: minutes - night.average.hours * 60 })
  return found
}

function nightQuarters({ startMinute, endMinute }: NightRules, own: ClockOracle): ReadonlySet<number> {
  const dark = new Set<number>()
  for (let day = own.firstDay - 5; day < own.firstDay + 12; day++)
    for (const quarter of quarters(own.instantOf(day, startMinute), own.instantOf(day, endMinute))) dark.add(quarter)
  return dark
}

function weekends({ agentId, plan, rules, clock }: Week): readonly OracleViolation[] {
  const most = limit(agentId, 'maxWeekendsInRow', rules)
  if (most === null) return []
  const own = plan.shifts.filter((shift) => shift.agentId === agentId)
  const on = (day: number): readonly string[] =>
    own.filter((shift) => shift.day === (plan.kind === 'weekly' ? dayOfWeekOfDay(day) : day)).map(({ id }) => id)
  const weekend = (saturday: number): readonly string[] => [...on(saturday), ...on(saturday + 1)]
  const found: OracleViolation[] = []
  const seen = new Set<string>()
  for (let saturday = clock.firstDay - 1; saturday < clock.firstDay + 7; saturday++) {
    if (dayOfWeekOfDay(saturday) !== 6 || weekend(saturday).length === 0) continue
    let [first, last] = [saturday, saturday]
    while (weekend(first - 7).length > 0 && saturday - first < 700) first -= 7
    while (weekend(last + 7).length > 0 && last - saturday < 700) last += 7
    const shiftIds = [
      ...new Set(Array.from({ length: (last - first) / 7 + 1 }, (_, index) => weekend(first + 7 * index)).flat()),
    ].sort()
    if (seen.has(shiftIds.join())) continue
    seen.add(shiftIds.join())
    push(found, {
      agentId,
      kind: 'too-many-weekends',
      shiftIds,
      by: plan.kind === 'weekly' ? 1 : (last - first) / 7 + 1 - most,
    })
  }
  return found
}

function minors({ agentId, rules, clock, own, inWeek }: Week): readonly OracleViolation[] {
  const minor = workRule(agentId, 'minor', rules)
  if (!minor || inWeek.length === 0) return []
  const found: OracleViolation[] = []
  const open = new Set<number>()
  for (let day = own.firstDay - 5; day < own.firstDay + 12; day++) {
    const end = isSummer(day, minor) ? minor.summer!.endMinute : minor.endMinute
    for (const quarter of quarters(own.instantOf(day, minor.startMinute), own.instantOf(day, end))) open.add(quarter)
  }
  const isSchool = (day: number): boolean =>
    minor.schoolDays.includes(dayOfWeekOfDay(day)) &&
    !minor.schoolBreaks.some(({ from, to }) => parseLocalDate(from) <= day && day <= parseLocalDate(to))
  for (const one of inWeek) {
    const closed = quarters(one.start, one.end).filter((quarter) => !open.has(quarter)).length
    push(found, { agentId, kind: 'minor-times', shiftIds: [one.shift.id], by: closed * walk.minutes })
  }
  for (const day of new Set(inWeek.map((one) => one.day))) {
    const ofDay = inWeek.filter((one) => one.day === day)
    const most = isSchool(day) ? minor.maxSchoolDayHours : minor.maxOtherDayHours
    push(found, {
      agentId,
      kind: 'minor-day',
      shiftIds: ids(ofDay),
      by: (worked(ofDay) - most * walk.anHour) * walk.minutes,
    })
  }
  const schoolWeek = [0, 1, 2, 3, 4, 5, 6].some((day) => isSchool(clock.firstDay + day))
  const most = schoolWeek ? minor.maxSchoolWeekHours : minor.maxOtherWeekHours
  push(found, {
    agentId,
    kind: 'minor-week',
    shiftIds: ids(inWeek),
    by: (worked(inWeek) - most * walk.anHour) * walk.minutes,
  })
  return found
}

/** 1 June to Labor Day, or other days of the year. */
function isSummer(day: number, { summer }: MinorRules): boolean {
  if (summer === null) return false
  const date = formatLocalDate(day)
  let to = `${date.slice(0, 4)}-${summer.to}`
  if (summer.to === 'labor-day') {
    to = `${date.slice(0, 4)}-09-01`
    while (dayOfWeekOfDay(parseLocalDate(to)) !== 1) to = addDays(to, 1)
  }
  return date >= `${date.slice(0, 4)}-${summer.from}` && date <= to
}

function timeOff({ agentId, rules, own, inWeek }: Week): readonly OracleViolation[] {
  const found: OracleViolation[] = []
  const off = new Set<number>()
  for (let day = own.firstDay - 6; day < own.firstDay + 13; day++) {
    for (const each of rules.timeOff?.[agentId] ?? []) {
      if (formatLocalDate(day) < each.from || formatLocalDate(day) > each.to) continue
      for (const quarter of offQuarters(each, day, own)) off.add(quarter)
    }
  }
  for (const one of inWeek) {
    const away = quarters(one.start, one.end).filter((quarter) => off.has(quarter)).length
    push(found, { agentId, kind: 'time-off', shiftIds: [one.shift.id], by: away * walk.minutes })
  }
  return found
}

export function offQuarters({ part }: TimeOff, day: number, own: ClockOracle): readonly number[] {
  if (part !== null) return quarters(own.instantOf(day, part.startMinute), own.instantOf(day, part.endMinute))
  const from = own.start + (day - own.firstDay) * DAY - 2 * DAY
  return quarters(from, from + 5 * DAY).filter((quarter) => Math.floor(own.localOf(quarter) / DAY) === day)
}

function notice({ agentId, rules, clock, inWeek }: Week): readonly OracleViolation[] {
  const { noticeDays } = rules.plan
  const { published } = rules
  if (!noticeDays || !published) return []
  const dayOf = (instant: number): number => Math.floor(clock.localOf(instant) / DAY)
  const late = (start: number): number =>
    start <= published.now ? 0 : noticeDays - (dayOf(start) - dayOf(published.now))
  const before = published.intervals.filter((one) => one.agentId === agentId && begins(one, clock))
  const changed = inWeek.filter((one) => !before.some(({ start, end }) => start === one.start && end === one.end))
  const gone = before.filter((one) => !inWeek.some(({ start, end }) => start === one.start && end === one.end))
  const found: OracleViolation[] = []
  const by = Math.max(0, ...[...changed, ...gone].map(({ start }) => late(start)))
  push(found, { agentId, kind: 'short-notice', shiftIds: ids(changed.filter(({ start }) => late(start) > 0)), by })
  return found
}

export function begins({ start }: { readonly start: number }, clock: ClockOracle): boolean {
  return start >= clock.start && start < clock.end
}

function worked(intervals: readonly OracleInterval[]): number {
  return new Set(intervals.flatMap(({ working }) => [...working])).size
}

function ids(intervals: readonly OracleInterval[]): readonly string[] {
  return [...new Set(intervals.map(({ shift }) => shift.id))]
}

function push(found: OracleViolation[], violation: OracleViolation): void {
  if (violation.by > 0) found.push(violation)
}

type Compound = 'averageHours' | 'night' | 'minor'

function workRule<Name extends Compound>(agentId: string, name: Name, rules: Rules): WorkRules[Name] | null {
  const own = rules.agents[agentId]?.[name]
  return own === undefined ? (rules.plan.limits[name] ?? null) : own
}

function limit(agentId: string, name: Exclude<keyof WorkRules, Compound>, rules: Rules): number | null {
  const own = rules.agents[agentId]?.[name]
  return own !== undefined ? own : (rules.plan.limits[name] ?? null)
}
