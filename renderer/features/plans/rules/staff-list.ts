import { DAY_MINUTES } from '../../../../shared/foundation/minutes.ts'
import { describeDays } from '../../../../shared/recommend/index.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { Option } from '../../../kit/option-list.tsx'
import { concerns } from '../../../../shared/plan/rules/minimum-staff.ts'
import type { MinimumStaff } from '../../../../shared/plan/rules/rule-types.ts'
import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import {
  type RuleColumn,
  type RuleList,
  type RuleRow,
  rowRange,
  typed,
  typedNumber,
  rowValues,
  withRule,
} from '../../../app/work-rules/rule-list.ts'

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6]
/** Days of the week that are chosen at once. */
const DAY_GROUPS: readonly { readonly id: string; readonly days: readonly number[] }[] = [
  { id: 'all', days: ALL_DAYS },
  { id: 'weekdays', days: [1, 2, 3, 4, 5] },
  { id: 'weekend', days: [0, 6] },
  ...ALL_DAYS.map((day) => ({ id: String(day), days: [day] })),
]
const EVERYBODY = ''

/** Minimum staff of a plan; in one of all pools, or with rules for another pool, each row names its pool. */
export function staffList(
  poolId: string | null,
  pools: readonly { readonly id: string; readonly name: string | null }[],
  { minimumStaff: set = [] }: Pick<PlanRules, 'minimumStaff'> = {},
): RuleList {
  const hasOthers = set.some((rule) => !concerns(rule, poolId))
  const known = new Set(pools.map(({ id }) => id))
  const unknown = new Set(set.flatMap((rule) => (rule.poolId === null || known.has(rule.poolId) ? [] : [rule.poolId])))
  const choice: readonly RuleColumn[] =
    hasOthers || (poolId === null && pools.length > 1)
      ? [
          {
            kind: 'choice',
            id: 'pool',
            options: ({ texts }) => [
              { id: EVERYBODY, label: texts.planRules.allPools },
              ...pools.map(({ id, name }) => ({ id, label: name ?? id, isName: true })),
              ...[...unknown].map((id) => ({ id, label: id, isName: true })),
            ],
          },
        ]
      : []
  return {
    id: 'staff',
    most: 200,
    columns: [
      { kind: 'choice', id: 'days', options: dayOptions },
      { kind: 'time', id: 'start' },
      { kind: 'time', id: 'end' },
      { kind: 'number', minValue: 0, maxValue: 1000, whole: true, id: 'people' },
      ...choice,
    ],
    first: { days: 'weekdays', start: '540', end: '1020', people: '2', pool: poolId ?? EVERYBODY },
    read: ({ minimumStaff = [] }) => staffRows(minimumStaff),
    write: (rules, rows) => withRule(rules, 'minimumStaff', rowValues(rows, staffOf)?.flat()),
  }
}

function dayOptions(format: Formatter): readonly Option[] {
  return DAY_GROUPS.map(({ id, days }) => ({ id, label: daysText(days, format) }))
}

function daysText(days: readonly number[], format: Formatter): string {
  if (days.length === ALL_DAYS.length) return format.texts.planRules.everyDay
  return days.length === 1 ? format.dayName(days[0]!) : describeDays(days, format)
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
