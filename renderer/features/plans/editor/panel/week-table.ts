import { HOURS_PER_WEEK } from '../../../../../shared/foundation/hour-of-week.ts'
import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import type { WeekPrediction } from '../../../../../shared/predict/types.ts'
import type { Formatter } from '../../../../format/formatter.ts'

/** What the table of the week can show of each hour. */
export const WEEK_FIGURES = ['coverage', 'visitors', 'planned', 'needed'] as const
export type WeekFigure = (typeof WEEK_FIGURES)[number]

interface WeekTableInput {
  readonly week: WeekPrediction
  /** Agents needed at each quarter-hour. */
  readonly needed: ArrayLike<number>
  /** Minute of the week at which each quarter-hour lies. */
  readonly weekMinutes: readonly number[]
}

interface HourSums {
  visitors: number
  covered: number
  agents: number
  needed: number
  slots: number
}

/** One figure of each hour of the week as text: 24 rows, each with the name of its hour and seven days. "–": nobody is expected, or the clock skips the hour. */
export function weekTableRows(
  figure: WeekFigure,
  input: WeekTableInput,
  format: Formatter,
): readonly (readonly string[])[] {
  const hours = hourSums(input)
  return Array.from({ length: 24 }, (_, hour) => [
    format.hourRange(hour, hour + 1),
    ...Array.from({ length: 7 }, (__, day) => figureText(figure, hours[day * 24 + hour]!, format)),
  ])
}

function hourSums({ week, needed, weekMinutes }: WeekTableInput): readonly HourSums[] {
  const hours = Array.from({ length: HOURS_PER_WEEK }, (): HourSums => ({
    visitors: 0,
    covered: 0,
    agents: 0,
    needed: 0,
    slots: 0,
  }))
  weekMinutes.forEach((minute, slot) => {
    const hour = hours[Math.floor(minute / 60)]!
    hour.visitors += week.visitors[slot]!
    hour.covered += week.covered[slot]!
    hour.agents += week.agents[slot]!
    // What the hour needs is what its busiest quarter needs.
    hour.needed = Math.max(hour.needed, needed[slot]!)
    hour.slots += 1
  })
  return hours
}

function figureText(
  figure: WeekFigure,
  { visitors, covered, agents, needed, slots }: HourSums,
  format: Formatter,
): string {
  if (slots === 0) return '–'
  switch (figure) {
    case 'coverage':
      return visitors > 0 ? format.rate(coveragePercent({ visitors, covered }, 100)) : '–'
    case 'visitors':
      return format.average(visitors)
    case 'planned':
      return format.average(agents / slots)
    case 'needed':
      return format.count(needed)
  }
}
