import { daysBetween } from '../../time/local.ts'
import type { DemandHistory } from '../types.ts'
import type { DayMark, DayMarkKind } from './marks.ts'
import { fitProfile } from './methods.ts'
import { robustDayWeights } from './robust-weights.ts'

/** What a mark does to the forecast of a day. */
export interface MarkedDay {
  /** Visitors come to this much of what is usual. */
  readonly factor: number
  /** Coefficient of variation that the day has on top of an ordinary one's. */
  readonly extraCv: number
}

const ORDINARY_DAY: MarkedDay = { factor: 1, extraCv: 0 }
/** How much of an example "as usual" counts for, and how far marked days differ from each other where too few were seen. */
const PRIOR_EXAMPLES = 0.5
const PRIOR_CV = 0.35

/**
 * What to expect of the seven days from `firstDate` on: holidays and events as those marked in the history were, against what was usual
 * then. Without such an example a marked day is only less certain. An outage to come changes nothing.
 */
export function markedDays(history: DemandHistory, firstDate: string, marks: readonly DayMark[]): readonly MarkedDay[] {
  const coming = marks.filter(({ date }) => isWithin(daysBetween(firstDate, date), 7))
  const days: MarkedDay[] = Array.from({ length: 7 }, () => ORDINARY_DAY)
  if (coming.length === 0) return days
  const ratios = ratiosOf(history, marks)
  for (const { date, kind } of coming) {
    if (kind !== 'outage')
      days[daysBetween(firstDate, date)] = learned(ratios.filter((ratio) => ratio.kind === kind).map(({ log }) => log))
  }
  return days
}

interface MarkedRatio {
  readonly kind: DayMarkKind
  /** Logarithm of what came against what was usual. */
  readonly log: number
}

function ratiosOf(history: DemandHistory, marks: readonly DayMark[]): readonly MarkedRatio[] {
  const { weeks, slotsPerWeek, visitors, observations } = history
  const slotsPerDay = slotsPerWeek / 7
  const knowledge = {
    counts: history,
    first: 0,
    origin: weeks,
    dayWeights: robustDayWeights(history, { first: 0, origin: weeks }),
  }
  const { shape, levels } = fitProfile(knowledge)
  return marks.flatMap(({ date, kind }) => {
    const day = daysBetween(history.firstDate, date)
    if (!isWithin(day, weeks * 7)) return []
    let seen = 0
    let usual = 0
    for (let part = 0; part < slotsPerDay; part++) {
      if (observations[day * slotsPerDay + part] === 0) continue
      seen += visitors[day * slotsPerDay + part]!
      usual += levels[Math.floor(day / 7)]! * shape[(day % 7) * slotsPerDay + part]!
    }
    return usual < 1 ? [] : [{ kind, log: Math.log((seen + 0.5) / (usual + 0.5)) }]
  })
}

function learned(logs: readonly number[]): MarkedDay {
  const weight = logs.length + PRIOR_EXAMPLES
  const mean = logs.reduce((sum, value) => sum + value, 0) / weight
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { factor: Math.exp(mean), extraCv: Math.sqrt((squares + PRIOR_EXAMPLES * PRIOR_CV ** 2) / weight) }
}

function isWithin(day: number, days: number): boolean {
  return day >= 0 && day < days
}
