import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { NightRules } from '../../../shared/plan/rules/rule-types.ts'
import type { PlanRules } from '../../../shared/plan/rules/rules.ts'
import { HOURS, type RuleList, type RuleRow, rowRange, typed, typedNumber, WEEK_HOURS, WEEKS } from './rule-list.ts'

/** Average weekly hours, as a line of a form. */
export const averageList: RuleList = {
  id: 'average',
  most: 1,
  columns: [
    { ...WEEK_HOURS, id: 'hours' },
    { ...WEEKS, id: 'weeks' },
  ],
  first: { hours: '48', weeks: '17' },
  read: ({ limits: { averageHours: limit } }) =>
    limit ? [{ hours: typed(limit.hours), weeks: typed(limit.weeks) }] : [],
  write: (rules, [row]) =>
    withLimit(rules, 'averageHours', row && { hours: typedNumber(row['hours']), weeks: typedNumber(row['weeks']) }),
}

/** Night work, as a line of a form. */
export const nightList: RuleList = {
  id: 'night',
  most: 1,
  columns: [
    { kind: 'time', id: 'start' },
    { kind: 'time', id: 'end' },
    { ...HOURS, maxValue: 24, id: 'minHours' },
    { ...HOURS, maxValue: 24, optional: true, id: 'day' },
    { ...WEEK_HOURS, optional: true, id: 'hours' },
    { ...WEEKS, id: 'weeks' },
  ],
  first: { start: '1380', end: '360', minHours: '3', day: '10', hours: '48', weeks: '4' },
  read: ({ limits: { night: limit } }) =>
    limit
      ? [
          {
            start: typed(limit.startMinute),
            end: typed(limit.endMinute % DAY_MINUTES),
            minHours: typed(limit.minHours),
            day: typed(limit.maxHoursPerDay),
            hours: typed(limit.average?.hours ?? null),
            weeks: typed(limit.average?.weeks ?? 4),
          },
        ]
      : [],
  write: (rules, [row]) => withLimit(rules, 'night', row && nightOf(row)),
}

function withLimit<Name extends 'averageHours' | 'night'>(
  rules: PlanRules,
  name: Name,
  value: PlanRules['limits'][Name],
): PlanRules {
  const { [name]: _before, ...limits } = rules.limits
  return { ...rules, limits: value ? { ...limits, [name]: value } : limits }
}

function nightOf(row: RuleRow): NightRules {
  const hours = typedNumber(row['hours'])
  const day = typedNumber(row['day'])
  return {
    ...rowRange(row),
    minHours: typedNumber(row['minHours']),
    maxHoursPerDay: Number.isNaN(day) ? null : day,
    average: Number.isNaN(hours) ? null : { hours, weeks: typedNumber(row['weeks']) },
  }
}
