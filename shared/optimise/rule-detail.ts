import { assertNever } from '../foundation/errors.ts'
import type { Formatter } from '../language/formatter.ts'
import type { SharedMessages } from '../messages/en.ts'

/** A limit of work that is eased by numbers. */
export type EasedLimit = keyof SharedMessages['suggestions']['limits']

/** What is said of a rule that limits a schedule: one step less strict, or why it has to give. Shares are 0-1. */
export type RuleDetail =
  | { readonly about: 'limit'; readonly name: EasedLimit; readonly limit: number; readonly eased: number }
  | { readonly about: 'day-off'; readonly date: string }
  | { readonly about: 'more-availability' | 'may-move' | 'one-more-hour' }
  | { readonly about: 'must-move' | 'other-moves' | 'availability' | 'days-off' | 'wrong-pool' }
  | { readonly about: 'minor' | 'time-off' | 'inactive' }
  | { readonly about: 'late-break' | 'unbroken' | 'average' | 'long-night'; readonly hours: number }
  | { readonly about: 'notice'; readonly days: number }
  | { readonly about: 'no-break'; readonly minutes: number; readonly afterHours: number }
  | { readonly about: 'hours'; readonly hours: number; readonly needed: number }
  | { readonly about: 'changes'; readonly changes: number }
  | StaffDetail
  | { readonly about: 'staff-hours'; readonly hours: number }
  | { readonly about: 'target-of-week'; readonly reached: number; readonly target: number }
  | { readonly about: 'target-of-hours'; readonly hours: number; readonly target: number }

/** Too few people at a time of the week, in minutes after a day's midnight. */
interface StaffDetail {
  readonly about: 'staff'
  readonly dayOfWeek: number
  readonly startMinute: number
  readonly endMinute: number
  readonly needed: number
  /** As many as were found. */
  readonly people: number
  /** All who may work then, where they are too few; null: they would be enough, if nothing else kept them. */
  readonly agentIds: readonly string[] | null
}

/** Without the agent's name: "Shifts of 9 h instead of at most 8 h". */
export function ruleDetailText(
  detail: RuleDetail,
  format: Formatter,
  nameOf: (agentId: string) => string = (agentId) => agentId,
): string {
  const { suggestions: t, violations } = format.texts
  switch (detail.about) {
    case 'limit':
      return t.limits[detail.name]({ eased: format.hours(detail.eased), limit: format.hours(detail.limit) })
    case 'day-off':
      return t.workOnDayOff({ date: format.date(detail.date, 'weekday') })
    case 'more-availability':
      return t.moreAvailability
    case 'may-move':
      return t.mayMove
    case 'one-more-hour':
      return t.oneMoreHour
    case 'must-move':
      return t.mustMove
    case 'other-moves':
      return t.otherMoves
    case 'availability':
      return t.availability
    case 'days-off':
      return t.daysOff
    case 'wrong-pool':
      return violations['wrong-pool']
    case 'no-break':
      return t.noBreak({ minutes: format.count(detail.minutes), hours: format.hours(detail.afterHours) })
    case 'minor':
      return t.minor
    case 'time-off':
      return t.timeOff
    case 'inactive':
      return t.inactive
    case 'late-break':
      return t.lateBreak({ hours: format.hours(detail.hours) })
    case 'unbroken':
      return t.unbroken({ hours: format.hours(detail.hours) })
    case 'average':
      return t.average({ hours: format.hours(detail.hours) })
    case 'long-night':
      return t.longNight({ hours: format.hours(detail.hours) })
    case 'notice':
      return t.notice({ count: detail.days })
    case 'hours':
      return t.hours({ hours: format.hours(detail.hours), needed: format.hours(detail.needed) })
    case 'changes':
      return t.changes({ count: detail.changes })
    case 'staff':
      return staffText(detail, format, nameOf)
    case 'staff-hours':
      return t.staffHours({ hours: format.hours(detail.hours) })
    case 'target-of-week':
      return t.targetOfWeek({
        reached: percentText(detail.reached, format),
        target: percentText(detail.target, format),
      })
    case 'target-of-hours':
      return t.targetOfHours({ count: detail.hours, target: percentText(detail.target, format) })
    default:
      return assertNever(detail)
  }
}

function staffText(
  { dayOfWeek, startMinute, endMinute, needed, people, agentIds }: StaffDetail,
  format: Formatter,
  nameOf: (agentId: string) => string,
): string {
  const { suggestions: t } = format.texts
  const when = {
    day: format.dayName(dayOfWeek, 'short'),
    from: format.wallTime(startMinute),
    to: format.wallTime(endMinute),
    count: needed,
  }
  if (agentIds === null) return t.staffFound({ ...when, people: format.count(people) })
  return agentIds.length === 0 ? t.staffNobody(when) : t.staff({ ...when, names: format.list(agentIds.map(nameOf)) })
}

/** Rounded down: what falls just short of a target must not read as if it reached it. */
function percentText(share: number, format: Formatter): string {
  return format.hours(Math.floor(1000 * share) / 10)
}
