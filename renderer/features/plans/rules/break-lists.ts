import { HOURS, MINUTES, rowValues, type RuleList, typed, typedNumber, withRule } from './rule-list.ts'

export const moreBreaks: RuleList = {
  id: 'more-breaks',
  title: 'Longer breaks in longer shifts',
  add: 'Add a longer break',
  most: 10,
  columns: [
    { ...MINUTES, id: 'minutes', name: 'Longer break, minutes', before: '', after: 'minutes' },
    {
      ...HOURS,
      id: 'afterHours',
      name: 'Longer break, in more than so many hours',
      before: 'in a shift longer than',
      after: 'hours',
    },
  ],
  first: { minutes: '45', afterHours: '9' },
  read: ({ moreOwedBreaks = [] }) =>
    moreOwedBreaks.map(({ minutes, afterHours }) => ({ minutes: typed(minutes), afterHours: typed(afterHours) })),
  write: (rules, rows) =>
    withRule(
      rules,
      'moreOwedBreaks',
      rowValues(rows, (row) => ({
        minutes: typedNumber(row['minutes']),
        afterHours: typedNumber(row['afterHours']),
      })),
    ),
}

export const breaksByHour: RuleList = {
  id: 'breaks-by-hour',
  title: 'Breaks by an hour of work',
  add: 'Add a break by an hour',
  most: 10,
  columns: [
    { ...MINUTES, id: 'minutes', name: 'Break by an hour, minutes', before: '', after: 'minutes' },
    { ...HOURS, id: 'byHour', name: 'Break by the end of hour', before: 'by the end of hour', after: '' },
    {
      ...HOURS,
      id: 'afterHours',
      name: 'Break by an hour, where more than so many hours are worked',
      before: 'in more than',
      after: 'hours',
    },
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
  title: 'Work without a break',
  add: 'Limit work without a break',
  most: 1,
  columns: [
    { ...HOURS, id: 'hours', name: 'Hours without a break, at most', before: 'at most', after: 'hours' },
    {
      ...MINUTES,
      id: 'minutes',
      name: 'Minutes that count as a break',
      before: 'without a break of',
      after: 'minutes',
    },
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
