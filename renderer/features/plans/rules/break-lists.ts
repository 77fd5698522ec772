import { HOURS, MINUTES, rowValues, type RuleList, typed, typedNumber, withRule } from './rule-list.ts'

export const moreBreaks: RuleList = {
  id: 'more-breaks',
  most: 10,
  columns: [
    { ...MINUTES, id: 'minutes' },
    { ...HOURS, id: 'afterHours' },
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
