import type { OvertimeRule } from '../../../../shared/plan/rules/rule-types.ts'
import {
  type RuleList,
  rowValues,
  typed,
  typedNumber,
  WEEK_HOURS,
  withRule,
} from '../../../app/work-rules/rule-list.ts'

const BASES: readonly OvertimeRule['basis'][] = ['day', 'week', 'seventh-day']

export const overtime: RuleList = {
  id: 'overtime',
  most: 20,
  columns: [
    { ...WEEK_HOURS, id: 'afterHours' },
    {
      kind: 'choice',
      id: 'basis',
      options: ({ texts }) => BASES.map((id) => ({ id, label: texts.planRules.overtimeOf[id] })),
    },
    { kind: 'number', minValue: 1, maxValue: 10, id: 'rate' },
  ],
  first: { afterHours: '40', basis: 'week', rate: '1.5' },
  read: ({ overtime: all = [] }) =>
    all.map(({ afterHours, basis, rate }) => ({ afterHours: typed(afterHours), basis, rate: typed(rate) })),
  write: (rules, rows) =>
    withRule(
      rules,
      'overtime',
      rowValues(rows, (row) => ({
        basis: BASES.find((id) => id === row['basis']) ?? 'week',
        afterHours: typedNumber(row['afterHours']),
        rate: typedNumber(row['rate']),
      })),
    ),
}

export const notice: RuleList = {
  id: 'notice',
  most: 1,
  columns: [{ kind: 'number', minValue: 1, maxValue: 366, whole: true, id: 'days' }],
  first: { days: '14' },
  read: ({ noticeDays }) => (noticeDays ? [{ days: typed(noticeDays) }] : []),
  write: (rules, [row]) => withRule(rules, 'noticeDays', row && typedNumber(row['days'])),
}
