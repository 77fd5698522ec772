import { HOUR_MINUTES, MINUTE_MS, WEEK_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { type PlannedInterval, type TimeRange } from '../../../../../shared/plan/plan.ts'
import type { Rules } from '../../../../../shared/plan/rules/rules.ts'
import type { PlanPredictor } from '../../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import { shortestShift } from '../board/planned-shifts.ts'

/** Hours in which one more agent would find most visitors. Minutes are of the week: 0 is midnight of its first column. */
export interface WorthAdding {
  readonly startMinute: number
  readonly endMinute: number
  /** Visitors covered on top, predicted for a shift of just these hours. */
  readonly visitors: number
}

/** A week with its shifts, and what predicts it. */
interface PredictedWeek {
  readonly predictor: PlanPredictor
  readonly intervals: readonly PlannedInterval[]
  /** Instants at which the quarter-hours of the week begin, and the minute of the week at which each lies. */
  readonly starts: readonly number[]
  readonly weekMinutes: readonly number[]
}

export interface WorthAddingOptions extends PredictedWeek {
  /** Hours that a shift takes, [shortest, longest]. */
  readonly hours: readonly [number, number]
}

/** How long a shift that is proposed may be, in whole hours: as the plan's rules have it, else four to eight. */
export function shiftHours({ plan: { limits } }: Rules): readonly [number, number] {
  const shortest = shortestShift(limits)
  return [shortest, Math.max(shortest, Math.min(8, Math.floor(limits.maxShiftHours ?? 8)))]
}

const MOST = 3
const QUARTER = 15
/** A longer block is better as long as its hours, at its ends too, bring nearly as much as those of the best. */
const NEARLY = 0.85
/** Less is not worth anybody's way to work. */
const FEWEST_VISITORS = 1
const TRIED = 'worth-adding'

/**
 * The one to three blocks of whole hours in which one more agent covers most visitors per hour, the best first, none over another. A
 * block lies in one day or runs into the next; it does not leave the week.
 */
export function worthAdding(options: WorthAddingOptions): readonly WorthAdding[] {
  const { predictor, intervals, starts } = options
  if (starts.length === 0) return []
  const now = predictor.predict(intervals)
  return bestBlocks(hourGains(options), options.hours)
    .map(({ from, to }) => {
      const block = { startMinute: from * HOUR_MINUTES, endMinute: to * HOUR_MINUTES }
      const withBlock = predictor.predict([...intervals, openInterval(block, options)])
      return { ...block, visitors: withBlock.totals.covered - now.totals.covered }
    })
    .filter(({ visitors }) => visitors >= FEWEST_VISITORS)
    .toSorted((one, other) => perHour(other) - perHour(one))
}

/** Visitors that one more agent would cover in each hour of the week, beside open shifts that are added to it. */
export function hourGains(week: PredictedWeek, added: readonly TimeRange[] = []): Float64Array {
  const { predictor, starts, weekMinutes } = week
  const gains = new Float64Array(WEEK_MINUTES / HOUR_MINUTES)
  if (starts.length === 0) return gains
  const intervals = [...week.intervals, ...added.map((range) => openInterval(range, week))]
  const now = predictor.predict(intervals)
  // Quarter-hours do not know of one another, so one agent for the whole week shows what one more is worth in each of them.
  const tried = predictor.predict([...intervals, openShiftInterval(starts[0]!, starts.at(-1)! + QUARTER * MINUTE_MS)])
  weekMinutes.forEach(
    (minute, slot) => (gains[Math.floor(minute / HOUR_MINUTES)]! += tried.covered[slot]! - now.covered[slot]!),
  )
  return gains
}

function openInterval({ startMinute, endMinute }: TimeRange, week: PredictedWeek): PlannedInterval {
  return openShiftInterval(instantAt(week, startMinute), instantAt(week, endMinute - QUARTER) + QUARTER * MINUTE_MS)
}

function perHour({ startMinute, endMinute, visitors }: WorthAdding): number {
  return visitors / (endMinute - startMinute)
}

interface Block {
  /** Hours of the week, [from, to). */
  readonly from: number
  readonly to: number
}

interface ScoredBlock extends Block {
  /** What its hours bring on average. */
  readonly average: number
}

/** Takes the block whose hours bring most on average, as long as it stays nearly so good, then the next beside it. */
export function bestBlocks(gains: ArrayLike<number>, [shortest, longest]: readonly [number, number]): readonly Block[] {
  const blocks: ScoredBlock[] = []
  for (let from = 0; from < gains.length; from++) {
    let sum = 0
    for (let to = from + 1; to <= Math.min(gains.length, from + longest); to++) {
      sum += gains[to - 1]!
      if (to - from >= shortest) blocks.push({ from, to, average: sum / (to - from) })
    }
  }
  const taken: Block[] = []
  while (taken.length < MOST) {
    const free = blocks.filter((block) => taken.every((other) => block.to <= other.from || block.from >= other.to))
    const best = free.reduce((most, { average }) => Math.max(most, average), 0)
    if (best <= 0) break
    const isNearlySo = ({ from, to, average }: ScoredBlock): boolean =>
      average >= NEARLY * best && (to - from === shortest || Math.min(gains[from]!, gains[to - 1]!) >= NEARLY * best)
    const found = free.filter(isNearlySo).reduce((one, other) => (blockGain(other) > blockGain(one) ? other : one))
    taken.push(found)
  }
  return taken
}

function blockGain({ from, to, average }: ScoredBlock): number {
  return (to - from) * average
}

/** An open shift. */
function openShiftInterval(start: number, end: number): PlannedInterval {
  return { shiftId: TRIED, agentId: null, localDay: 0, start, end, breaks: [] }
}

/** The instant of a minute of the week; one that the clock skips is the next there is. */
function instantAt({ starts, weekMinutes }: PredictedWeek, minute: number): number {
  const slot = weekMinutes.findIndex((each) => each >= minute)
  return starts[slot === -1 ? starts.length - 1 : slot]!
}
