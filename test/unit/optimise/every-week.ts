import { checkAgent } from '../../../shared/plan/rules/check-agent.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import type { SuggestProblem } from '../../../shared/optimise/problem.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'

/** Every week that somebody may work, by the rules' own check: found without the engine. Shifts begin on the grid or where the plan has them. */
export function everyWeek(problem: SuggestProblem, agentId: string): readonly (readonly Shift[])[] {
  const { plan, options, inputs } = problem
  const own = plan.shifts.filter((shift) => shift.agentId === agentId)
  const context = {
    kind: plan.kind,
    poolId: plan.poolId,
    rules: options.rules,
    clock: weekClock(plan.timeZone, inputs.firstDate),
  }
  let weeks: (readonly Shift[])[] = [[]]
  for (let day = 0; day < 7; day += 1) {
    const choices = everyDay(problem, agentId, { day, own })
    weeks = weeks.flatMap((week) => choices.map((shift) => (shift === null ? week : [...week, shift])))
    // What is broken already by part of a week, and no later day mends.
    weeks = weeks.filter((week) => checkAgent(agentId, week, context).every(({ kind }) => kind === 'too-few-hours'))
  }
  return weeks.filter(
    (week) =>
      checkAgent(agentId, week, context).length === 0 &&
      (options.moves === 'all' || lengthsOf(week) === lengthsOf(own)) &&
      isApart(week),
  )
}

function everyDay(
  { options }: SuggestProblem,
  agentId: string,
  { day, own }: { readonly day: number; readonly own: readonly Shift[] },
): readonly (Shift | null)[] {
  const planned = own.find((shift) => shift.day === day)
  const isAnyDay = options.moves === 'days' || options.moves === 'all'
  if (!isAnyDay && planned === undefined) return [null]
  const shapes = new Map<string, { readonly minutes: number; readonly breaks: readonly number[] }>()
  const add = (minutes: number, breaks: readonly number[]) =>
    shapes.set(`${minutes} ${breaks.join()}`, { minutes, breaks })
  for (const shift of isAnyDay ? own : [planned!]) add(shift.endMinute - shift.startMinute, shift.breaks.map(lengthOf))
  if (options.moves === 'all')
    for (const hours of options.shapes.lengthsHours)
      add(60 * hours, hours > options.shapes.breakAfterHours ? [options.shapes.breakMinutes] : [])
  const starts = new Set(planned === undefined ? [] : [planned.startMinute])
  if (options.moves !== 'breaks')
    for (let minute = 0; minute < 1440; minute += options.shapes.startsEveryMinutes) starts.add(minute)
  const found: (Shift | null)[] = planned === undefined ? [] : [planned]
  if (isAnyDay) found.push(null)
  for (const { minutes, breaks } of shapes.values())
    for (const startMinute of starts) {
      const shift = { id: `${agentId} ${day}`, agentId, day, startMinute, endMinute: startMinute + minutes, note: '' }
      if (breaks.length === 0) found.push({ ...shift, breaks: [] })
      const away = Math.min(120, 15 * Math.floor((minutes - breaks[0]!) / 30))
      for (let begin = away; breaks.length > 0 && begin + breaks[0]! <= minutes - away; begin += 15)
        found.push({
          ...shift,
          breaks: [{ startMinute: startMinute + begin, endMinute: startMinute + begin + breaks[0]! }],
        })
    }
  return found
}

/** What is never suggested: shifts less than an hour and a half apart, over the week's end too. */
export function isApart(week: readonly Shift[]): boolean {
  const spans = week
    .map(({ day, startMinute, endMinute }) => ({ start: 1440 * day + startMinute, end: 1440 * day + endMinute }))
    .toSorted((one, other) => one.start - other.start)
  return spans.every(({ end }, index) => {
    const next = spans[index + 1]?.start ?? spans[0]!.start + 7 * 1440
    return next - end >= 90
  })
}

/** The lengths of shifts, in order. */
export function lengthsOf(shifts: readonly Shift[]): string {
  return shifts
    .map(lengthOf)
    .toSorted((one, other) => one - other)
    .join(' ')
}

function lengthOf({ startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number }): number {
  return endMinute - startMinute
}

/** The plan with these shifts. */
export function planWith(plan: Plan, shifts: readonly Shift[]): Plan {
  return { ...plan, shifts }
}
