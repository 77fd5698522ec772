import { addDays } from '../../time/local.ts'
import type { DemandHistory } from '../types.ts'
import { withoutOutages } from './count-weeks.ts'
import { dayEffects } from './day-effects.ts'
import { type Mark, markDays, markName } from './mark-days.ts'

/** What came of an event for which the user said what to expect. */
export interface MarkOutcome {
  /** The mark's first date. */
  readonly date: string
  /** Of its days that were over and could be compared. */
  readonly days: number
  /** Against what was usual, on top of it: 0.31 is 31% more. */
  readonly share: number
  /** Visitors a day, more than usual. */
  readonly visitors: number
}

/** What past events did, each beside what the user said of it. Events whose days cannot be compared yet are left out. */
export function markOutcomes(observed: DemandHistory, marks: readonly Mark[]): readonly MarkOutcome[] {
  const { dated } = withoutOutages(observed)
  if (dated === undefined) return []
  const range = { from: dated.firstDate, to: addDays(dated.firstDate, 7 * dated.counts.weeks - 1) }
  const seen = dayEffects(dated).seen()
  return marks
    .filter(({ kind, effect }) => kind === 'event' && effect !== null)
    .flatMap((mark) => {
      const dates = new Set(markDays(mark, range, addDays(range.to, 1)).map(({ date }) => date))
      const own = seen.filter(({ date, names }) => dates.has(date) && names.includes(markName(mark)))
      const days = new Set(own.map(({ date }) => date)).size
      const visitors = own.reduce((sum, one) => sum + one.visitors, 0)
      const usual = own.reduce((sum, one) => sum + one.usual, 0)
      return days === 0 || usual === 0
        ? []
        : [{ date: mark.date, days, share: visitors / usual - 1, visitors: (visitors - usual) / days }]
    })
}
