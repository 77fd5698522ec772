import type { OwedBreak } from '../../../../shared/plan/rules/rule-types.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Option } from '../../../kit/option-list.tsx'
import {
  HOURS,
  MINUTES,
  rowValues,
  type RuleList,
  typed,
  typedNumber,
  withRule,
} from '../../../app/work-rules/rule-list.ts'

/** What the hours can be of that make a break required. */
export function breakCountsOptions({ texts }: Formatter): readonly Option[] {
  return (['worked', 'presence'] as const).map((id) => ({ id, label: texts.planRules.breakCountsOf[id] }))
}

/** What is counted, as a rule keeps it: from start to end is left out, as it was before there was a choice. */
export function readCounts(counts: string | undefined): Pick<OwedBreak, 'counts'> {
  return counts === 'worked' ? { counts } : {}
}

export const moreBreaks: RuleList = {
  id: 'more-breaks',
  most: 10,
  columns: [
    { ...MINUTES, id: 'minutes' },
    { ...HOURS, id: 'afterHours' },
    { kind: 'choice', id: 'counts', options: breakCountsOptions },
  ],
  first: { minutes: '45', afterHours: '9', counts: 'worked' },
  read: ({ moreOwedBreaks = [] }) =>
    moreOwedBreaks.map(({ minutes, afterHours, counts = 'presence' }) => ({
      minutes: typed(minutes),
      afterHours: typed(afterHours),
      counts,
    })),
  write: (rules, rows) =>
    withRule(
      rules,
      'moreOwedBreaks',
      rowValues(rows, (row) => ({
        minutes: typedNumber(row['minutes']),
        afterHours: typedNumber(row['afterHours']),
        ...readCounts(row['counts']),
      })),
    ),
}

export const breaksByHour: RuleList = {
  id: 'breaks-by-hour',
  most: 10,
  columns: [
    { ...MINUTES, id: 'minutes' },
    { ...HOURS, id: 'byHour' },
    { ...HOURS, id: 'afterHours' },
  ],
  first: { minutes: '30', byHour: '5', afterHours: '5' },
  read: ({ breaksByHour: all = [] }) =>
    all.map(({ minutes, byHour, afterHours }) => ({
      minutes: typed(minutes),
      byHour: typed(byHour),
      afterHours: typed(afterHours),
    })),
  write: (rules, rows) =>
    withRule(
      rules,
      'breaksByHour',
      rowValues(rows, (row) => ({
        afterHours: typedNumber(row['afterHours']),
        minutes: typedNumber(row['minutes']),
        byHour: typedNumber(row['byHour']),
      })),
    ),
}

export const unbroken: RuleList = {
  id: 'unbroken',
  most: 1,
  columns: [
    { ...HOURS, id: 'hours' },
    { ...MINUTES, id: 'minutes' },
  ],
  first: { hours: '6', minutes: '15' },
  read: ({ unbrokenWork: limit }) => (limit ? [{ hours: typed(limit.hours), minutes: typed(limit.breakMinutes) }] : []),
  write: (rules, [row]) =>
    withRule(
      rules,
      'unbrokenWork',
      row && { hours: typedNumber(row['hours']), breakMinutes: typedNumber(row['minutes']) },
    ),
}
