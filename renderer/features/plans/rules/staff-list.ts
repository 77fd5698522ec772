import { DAY_NAMES } from '../../../../shared/foundation/hour-of-week.ts'
import { DAY_MINUTES } from '../../../../shared/foundation/minutes.ts'
import type { MinimumStaff } from '../../../../shared/plan/rules/rule-types.ts'
import {
  type RuleColumn,
  type RuleList,
  type RuleRow,
  rowRange,
  typed,
  typedNumber,
  rowValues,
  withRule,
} from './rule-list.ts'

/** Days of the week that are said at once. */
const DAY_GROUPS: readonly { readonly id: string; readonly label: string; readonly days: readonly number[] }[] = [
  { id: 'all', label: 'Every day', days: [0, 1, 2, 3, 4, 5, 6] },
  { id: 'weekdays', label: 'Mon–Fri', days: [1, 2, 3, 4, 5] },
  { id: 'weekend', label: 'Sat, Sun', days: [0, 6] },
  ...DAY_NAMES.map((label, day) => ({ id: String(day), label, days: [day] })),
]
const EVERYBODY = ''

/** Minimum staff of a plan; one of all pools can say of which. */
export function staffList(
  poolId: string | null,
  pools: readonly { readonly id: string; readonly name: string | null }[],
): RuleList {
  const choice: readonly RuleColumn[] =
    poolId === null && pools.length > 1
      ? [
          {
            kind: 'choice',
            id: 'pool',
            name: 'Pool',
            before: '',
            after: '',
            options: [
              { id: EVERYBODY, label: 'All pools' },
              ...pools.map(({ id, name }) => ({ id, label: name ?? id })),
            ],
          },
        ]
      : []
  return {
    id: 'staff',
    title: 'Minimum staff',
    add: 'Add hours',
    most: 200,
    columns: [
      { kind: 'choice', id: 'days', name: 'Days', before: '', after: '', options: DAY_GROUPS },
      { kind: 'time', id: 'start', name: 'Minimum staff from', before: 'from', after: '' },
      { kind: 'time', id: 'end', name: 'Minimum staff to', before: 'to', after: '' },
      {
        kind: 'number',
        minValue: 0,
        maxValue: 1000,
        whole: true,
        id: 'people',
        name: 'People, at least',
        before: 'at least',
        after: 'people',
      },
      ...choice,
    ],
    first: { days: 'weekdays', start: '540', end: '1020', people: '2', pool: poolId ?? EVERYBODY },
    read: ({ minimumStaff = [] }) => staffRows(minimumStaff),
    write: (rules, rows) => withRule(rules, 'minimumStaff', rowValues(rows, staffOf)?.flat()),
  }
}

/** One line for days with the same hours, where they are days that are said at once. */
function staffRows(all: readonly MinimumStaff[]): readonly RuleRow[] {
  const same = Map.groupBy(all, ({ poolId, startMinute, endMinute, people }) =>
    JSON.stringify([poolId, startMinute, endMinute, people]),
  )
  return [...same.values()].flatMap((rules) => {
    const days = rules.map(({ dayOfWeek }) => dayOfWeek).toSorted((one, other) => one - other)
    const group = DAY_GROUPS.find((each) => each.days.join() === days.join())
    const row = ({ poolId, startMinute, endMinute, people }: MinimumStaff, id: string): RuleRow => ({
      days: id,
      start: typed(startMinute),
      end: typed(endMinute % DAY_MINUTES),
      people: typed(people),
      pool: poolId ?? EVERYBODY,
    })
    return group ? [row(rules[0]!, group.id)] : rules.map((rule) => row(rule, String(rule.dayOfWeek)))
  })
}

function staffOf(row: RuleRow): readonly MinimumStaff[] {
  const pool = row['pool'] ?? EVERYBODY
  const days = DAY_GROUPS.find(({ id }) => id === row['days'])?.days ?? []
  return days.map((dayOfWeek) => ({
    poolId: pool === EVERYBODY ? null : pool,
    dayOfWeek,
    ...rowRange(row),
    people: typedNumber(row['people']),
  }))
}
