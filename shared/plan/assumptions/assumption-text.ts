import { assertNever } from '../../foundation/errors.ts'
import type { Formatter } from '../../language/formatter.ts'
import type { Plan } from '../plan.ts'
import type { TimeRange } from '../time-range.ts'
import { type AssumedTime, type Assumption, isWithoutEffect, type NewAssumption, WITHOUT_POOL } from './assumption.ts'

/** How agents and pools are called; their ids where that is not known. */
export interface AssumptionNames {
  readonly agentName: (agentId: string) => string
  readonly poolName: (poolId: string) => string
}

const BY_ID: AssumptionNames = { agentName: (id) => id, poolName: (id) => id }

/** An assumption in a few words: "+40% visitors, Tue 10:00–14:00". */
export function assumptionText(
  assumption: Assumption | NewAssumption,
  format: Formatter,
  { agentName, poolName }: AssumptionNames = BY_ID,
): string {
  const { assumptions: t } = format.texts
  const at = (what: string, time: AssumedTime): string => {
    const when = timeText(time, format)
    return when === '' ? what : t.at({ what, time: when })
  }
  const change = (percent: number): string => t.percent({ percent: format.signed(percent, decimalsOf(percent)) })
  switch (assumption.kind) {
    case 'demand': {
      const { percent, poolId, time } = assumption
      const what =
        poolId === null
          ? t.demand({ change: change(percent) })
          : poolId === WITHOUT_POOL
            ? t.demandWithoutPool({ change: change(percent) })
            : t.demandOf({ change: change(percent), pool: poolName(poolId) })
      return at(what, time)
    }
    case 'visitors': {
      const { visitors: values, poolId } = assumption
      const visitors = format.visitors(values.reduce((sum, value) => sum + value, 0))
      const date = format.date(assumption.date, 'weekday')
      if (poolId === WITHOUT_POOL) return t.visitorsWithoutPool({ visitors, date })
      return poolId === null ? t.visitors({ visitors, date }) : t.visitorsOf({ visitors, date, pool: poolName(poolId) })
    }
    case 'absence':
      return at(t.absence({ agent: agentName(assumption.agentId) }), assumption.time)
    case 'hires': {
      const { count, from, days, hours, ramp } = assumption
      return t.hires({
        count,
        date: format.date(from, 'weekday'),
        days: daysText(days, format),
        hours: hoursText(hours, format),
        ramp: t.percent({ percent: ramp.map((percent) => format.count(percent)).join(', ') }),
      })
    }
    case 'shrinkage': {
      const { agentIds, time } = assumption
      return at(agentIds === null ? t.offPhone : t.offPhoneOf({ agents: format.list(agentIds.map(agentName)) }), time)
    }
    case 'handling':
      return t.handling({ change: change(assumption.percent) })
    case 'availability':
      return t.availability({ points: format.signedPoints(assumption.points) })
    default:
      return assertNever(assumption)
  }
}

/** The assumptions of a plan that change anything, in words. */
export function assumptionTexts(
  { assumptions = [] }: Pick<Plan, 'assumptions'>,
  format: Formatter,
  names: AssumptionNames = BY_ID,
): readonly string[] {
  return assumptions.filter((one) => !isWithoutEffect(one)).map((one) => assumptionText(one, format, names))
}

/** "Tue, Dec 1, 10:00–14:00"; empty: at any time. */
function timeText({ from, to, days, hours }: AssumedTime, format: Formatter): string {
  const { assumptions: t } = format.texts
  return [
    ...(days === null ? [] : [t.every({ days: daysText(days, format) })]),
    ...(from !== null && from === to
      ? [format.date(from, 'weekday')]
      : from !== null && to !== null
        ? [format.dateRange(from, to)]
        : from !== null
          ? [t.since({ date: format.date(from, 'weekday') })]
          : to !== null
            ? [t.until({ date: format.date(to, 'weekday') })]
            : []),
    ...(hours === null ? [] : [hoursText(hours, format)]),
  ].join(', ')
}

function hoursText({ startMinute, endMinute }: TimeRange, format: Formatter): string {
  return format.texts.assumptions.hours({ from: format.wallTime(startMinute), to: format.wallTime(endMinute) })
}

/** "Mon–Fri", "Mon and Wed". */
function daysText(days: readonly number[], format: Formatter): string {
  const places = format.weekOrder.flatMap((day, place) => (days.includes(day) ? [place] : []))
  const name = (place: number): string => format.dayName(format.weekOrder[place]!, 'short')
  const [first, last] = [places[0]!, places.at(-1)!]
  return places.length > 2 && last - first === places.length - 1
    ? format.texts.assumptions.daysFromTo({ from: name(first), to: name(last) })
    : format.list(places.map(name))
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 1
}
