import { assertNever } from '../../foundation/errors.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { Formatter } from '../../language/formatter.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../time/local.ts'
import { offsetAt } from '../../time/zone.ts'
import type { Plan } from '../plan.ts'
import type { LateBreak, Violation } from './violation.ts'

/** What a violation's text needs to know of its plan. */
export interface ViolationPlan extends Pick<Plan, 'kind' | 'timeZone'> {
  /** Absent: by their ids. */
  readonly poolName?: (poolId: string) => string
  /** Of time off only that it is some: for what is handed on (docs/security.md). */
  readonly hidesTimeOffKinds?: boolean
}

/** What is wrong, without the agent's name: "Overlapping shifts on Tue (8 h)". */
export function violationText(violation: Violation, plan: ViolationPlan, format: Formatter): string {
  const text = withoutArticle(violation, plan, format)
  const { article } = violation
  return article === undefined ? text : format.texts.violations.withArticle({ text, article })
}

function withoutArticle(violation: Violation, plan: ViolationPlan, format: Formatter): string {
  const { violations: t } = format.texts
  const length = (ms: number): string => lengthText(ms, format)
  const day = (localDay: number): string =>
    plan.kind === 'weekly'
      ? format.dayName(dayOfWeekOfDay(localDay), 'short')
      : format.date(formatLocalDate(localDay), 'weekday')
  const beside = ({ ms, missedByMs, limit }: Beside) => ({
    time: length(ms),
    over: length(missedByMs),
    limit: length(limit * HOUR_MS),
  })
  switch (violation.kind) {
    case 'under-staffed':
      return underStaffed(violation, plan, format)
    case 'deactivated':
      return t.deactivated({ count: violation.shifts })
    case 'double-booked':
    case 'day-off':
    case 'unavailable':
    case 'minor-times':
      return t[violation.kind]({ day: day(violation.day), time: length(violation.ms) })
    case 'time-off': {
      const kinds = plan.hidesTimeOffKinds === true ? (['other'] as const) : violation.timeOff
      const reason = format.list(kinds.map((kind) => t.timeOff[kind]))
      return t['time-off']({ day: day(violation.day), time: length(violation.ms), reason })
    }
    case 'wrong-pool':
      return t['wrong-pool']
    case 'minor-day':
      return t['minor-day']({
        ...beside(violation),
        day: day(violation.day),
        school: violation.isSchool ? 'yes' : 'no',
      })
    case 'minor-week':
      return t['minor-week']({ ...beside(violation), school: violation.isSchool ? 'yes' : 'no' })
    case 'short-rest': {
      const [from, to] = [day(violation.day), day(violation.toDay)]
      return from === to
        ? t.shortRestOn({ ...beside(violation), day: from })
        : t['short-rest']({ ...beside(violation), from, to })
    }
    case 'short-weekly-rest':
    case 'too-many-hours':
    case 'too-few-hours':
      return t[violation.kind](beside(violation))
    case 'high-average':
    case 'high-night-average': {
      const { averaged } = violation
      if (averaged === null) return t[violation.kind](beside(violation))
      const over = violation.kind === 'high-average' ? t.highAverageOver : t.highNightAverageOver
      return over({
        ...beside(violation),
        weeks: averaged.weeks,
        date: format.date(formatLocalDate(averaged.firstDay)),
      })
    }
    case 'too-many-days': {
      const count = format.count(violation.count)
      return violation.isEndless
        ? t.everyDay({ count })
        : t['too-many-days']({ count, over: format.count(violation.by) })
    }
    case 'too-many-weekends':
      return violation.isEndless
        ? t.everyWeekend
        : t['too-many-weekends']({ count: format.count(violation.count), over: format.count(violation.by) })
    case 'long-night':
    case 'too-many-hours-a-day':
    case 'long-day':
    case 'work-without-break':
      return t[violation.kind]({ ...beside(violation), day: day(violation.day) })
    case 'long-shift':
    case 'short-shift':
      return t[violation.kind]({
        day: day(violation.day),
        time: length(violation.ms),
        over: length(violation.missedByMs),
      })
    case 'missing-break': {
      const values = {
        day: day(violation.day),
        required: length(violation.minutes * MINUTE_MS),
        limit: length(violation.afterHours * HOUR_MS),
      }
      const isOfWork = violation.counts === 'worked'
      if (violation.takenMs === 0) return (isOfWork ? t.missingBreakOfWork : t['missing-break'])(values)
      const shortBreaks = isOfWork ? t.shortBreaksOfWork : t.shortBreaks
      return shortBreaks({ ...values, time: length(violation.takenMs) })
    }
    case 'late-break':
      return t['late-break']({
        day: day(violation.day),
        breaks: violation.late.map((late) => lateBreakText(late, format)).join('; '),
      })
    case 'short-notice':
      return t['short-notice']({
        count: violation.shifts,
        notice: violation.notice,
        required: format.count(violation.required),
      })
    default:
      return assertNever(violation)
  }
}

interface Beside {
  readonly ms: number
  readonly missedByMs: number
  readonly limit: number
}

function underStaffed(
  { start, end, people, needed, isFewest, poolId }: Extract<Violation, { kind: 'under-staffed' }>,
  { timeZone, poolName }: ViolationPlan,
  format: Formatter,
): string {
  const { violations: t } = format.texts
  const wall = (instant: number): string => {
    const local = instant + offsetAt(instant, timeZone)
    const day = format.dayName(dayOfWeekOfDay(Math.floor(local / DAY_MS)), 'short')
    return t.dayAndTime({ day, time: format.wallTime(Math.floor(local / MINUTE_MS)) })
  }
  const values = { from: wall(start), to: wall(end), people: format.count(people), needed }
  if (poolId === null) return (isFewest ? t.underStaffedFewest : t['under-staffed'])(values)
  return (isFewest ? t.underStaffedFewestIn : t.underStaffedIn)({ ...values, pool: poolName?.(poolId) ?? poolId })
}

function lateBreakText({ number, minutes, byHour, isMissing, ms }: LateBreak, format: Formatter): string {
  const { violations: t } = format.texts
  const values = { length: lengthText(minutes * MINUTE_MS, format), hour: format.count(byHour) }
  const late = lengthText(ms, format)
  if (number === null) return isMissing ? t.noBreak(values) : t.lateBreak({ ...values, late })
  const which = { ...values, number: format.count(number) }
  return isMissing ? t.noBreakOf(which) : t.lateBreakOf({ ...which, late })
}

/** "9 h", "45 min", "7 h 30 min". */
function lengthText(ms: number, format: Formatter): string {
  return ms < MINUTE_MS / 2 ? format.texts.figures.minutes({ count: format.count(0) }) : format.duration(ms)
}
