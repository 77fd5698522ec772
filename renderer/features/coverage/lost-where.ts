import type { DayHourStats } from '../../../shared/coverage/types.ts'
import type { Formatter } from '../../format/formatter.ts'

/** Days of the week (0 = Sunday) and the hours [fromHour, toHour) in which visitors are lost on each of them. */
export interface LostBlock {
  readonly days: readonly number[]
  readonly fromHour: number
  readonly toHour: number
  /** The block holds nearly all that these days lose. */
  readonly wholeDay: boolean
}

export interface LostWhere {
  readonly blocks: readonly LostBlock[]
  /** Share of all missed visitors that the blocks hold, 0-1. */
  readonly share: number
  /** The share they would hold if all hours with visitors lost alike, 0-1. */
  readonly expected: number
}

/** [7][24], Sunday first. */
type Week = readonly (readonly Pick<DayHourStats, 'totalPageviews' | 'missedOpportunities'>[])[]

const DAYS = 7
const HOURS = 24
const MAX_BLOCKS = 2
/** A cell stands out when it loses this many times what an hour with visitors loses on average. */
const STANDS_OUT = 2
/** With traffic in fewer hours than this, all of them may stand out. */
const FEW_CELLS = 24
/** A further block must hold this share of all that is lost. */
const WORTH_NAMING = 0.08
/** Under this share of all that is lost, a block is no answer to "where", however much it stands out. */
const WORTH_SAYING = 0.12
const WHOLE_DAY = 0.85
/** A day at the end of a block that loses less than this share of what its other days lose is left out. */
const WEAK_DAY = 0.5

/**
 * Where most visitors are lost: the few blocks of hours on days in a row that lose clearly more than the average hour, or
 * null where nothing is lost. A block is the rectangle with the greatest excess over that average, so that a phrase as
 * short as "Mon–Fri 12–14 and Saturday" says as much as it can.
 */
export function findLostWhere(week: Week): LostWhere | null {
  const missed = (day: number, hour: number): number => week[day]?.[hour]?.missedOpportunities ?? 0
  const total = sumOver(missed)
  if (total === 0) return null
  const busyCells = sumOver((day, hour) => ((week[day]?.[hour]?.totalPageviews ?? 0) > 0 ? 1 : 0))
  const threshold = (STANDS_OUT * total) / Math.max(busyCells, FEW_CELLS)
  const taken = new Set<number>()
  const blocks: LostBlock[] = []
  while (blocks.length < MAX_BLOCKS) {
    const excess = (day: number, hour: number): number => {
      if (taken.has(day * HOURS + hour) || (week[day]?.[hour]?.totalPageviews ?? 0) === 0) return 0
      return missed(day, hour) - threshold
    }
    const found = bestRectangle(excess)
    if (found === null) break
    const best = trim(found, missed)
    const fresh = rectangleCells(best).filter((cell) => !taken.has(cell))
    const gained = fresh.reduce((sum, cell) => sum + missed(Math.floor(cell / HOURS), cell % HOURS), 0)
    if (blocks.length > 0 && gained < WORTH_NAMING * total) break
    for (const cell of fresh) taken.add(cell)
    blocks.push(asBlock(best, missed))
  }
  const lost = [...taken].reduce((sum, cell) => sum + missed(Math.floor(cell / HOURS), cell % HOURS), 0)
  return {
    blocks: withoutRepeats(blocks),
    share: lost / total,
    expected: Math.min(1, taken.size / Math.max(busyCells, FEW_CELLS)),
  }
}

/** Whether the blocks lose so much more than their part of the week that naming them helps, over a week as over a year. */
export function standsOut({ blocks, share, expected }: LostWhere): boolean {
  return blocks.length > 0 && share >= WORTH_SAYING && share >= STANDS_OUT * expected
}

/** "Mon–Fri 12–14 and Saturday" */
export function describeLostWhere({ blocks }: LostWhere, format: Formatter): string {
  return format.list(blocks.map((block) => describeBlock(block, format)))
}

function describeBlock({ days, fromHour, toHour, wholeDay }: LostBlock, format: Formatter): string {
  if (wholeDay && days.length === 1) return format.dayName(days[0]!)
  const name = describeDays(days, format)
  if (wholeDay) return name
  const t = format.texts.coverage
  const hours = format.hour12
    ? format.hourRange(fromHour, toHour)
    : t.fromTo({ from: String(fromHour), to: String(toHour) })
  return t.daysAndHours({ days: name, hours })
}

function describeDays(days: readonly number[], format: Formatter): string {
  const t = format.texts.coverage
  if (days.length === DAYS) return t.everyDay
  const first = format.dayName(days[0]!, 'short')
  if (days.length === 1) return first
  const last = format.dayName(days.at(-1)!, 'short')
  return days.length === 2 ? format.list([first, last]) : t.fromTo({ from: first, to: last })
}

interface Rectangle {
  /** First day and number of days, which may run over the end of the week. */
  readonly firstDay: number
  readonly dayCount: number
  readonly fromHour: number
  readonly toHour: number
}

type CellValue = (day: number, hour: number) => number

function bestRectangle(value: CellValue): Rectangle | null {
  let best: Rectangle | null = null
  let bestSum = 1e-9
  for (let firstDay = 0; firstDay < DAYS; firstDay++) {
    const column = Array.from({ length: HOURS }, () => 0)
    // All seven days are one set, whichever comes first.
    const longest = firstDay === 1 ? DAYS : DAYS - 1
    for (let dayCount = 1; dayCount <= longest; dayCount++) {
      const day = (firstDay + dayCount - 1) % DAYS
      for (let hour = 0; hour < HOURS; hour++) column[hour]! += value(day, hour)
      const run = bestRun(column)
      if (run.sum <= bestSum) continue
      bestSum = run.sum
      best = { firstDay, dayCount, fromHour: run.from, toHour: run.to }
    }
  }
  return best
}

/** The range of hours with the greatest sum; the shortest of equals. */
function bestRun(column: readonly number[]): { readonly from: number; readonly to: number; readonly sum: number } {
  let best = { from: 0, to: 0, sum: 0 }
  let from = 0
  let sum = 0
  column.forEach((value, hour) => {
    if (sum <= 0) {
      from = hour
      sum = 0
    }
    sum += value
    if (sum > best.sum + 1e-9) best = { from, to: hour + 1, sum }
  })
  return best
}

/** Days at either end that lose much less than the others would only make the phrase longer, and less true. */
function trim(rectangle: Rectangle, missed: CellValue): Rectangle {
  const lost = rectangleDays(rectangle).map((day) =>
    rectangleHours(rectangle).reduce((sum, hour) => sum + missed(day, hour), 0),
  )
  const days = [...rectangleDays(rectangle)]
  // All seven days have no ends of their own: the weakest of them makes one.
  if (days.length === DAYS) rotate(days, lost)
  while (days.length > 1) {
    const atStart = lost[0]! < lost.at(-1)!
    const weakest = atStart ? lost[0]! : lost.at(-1)!
    const others = (lost.reduce((sum, value) => sum + value, 0) - weakest) / (lost.length - 1)
    if (weakest >= WEAK_DAY * others) break
    for (const list of [days, lost]) {
      if (atStart) list.shift()
      else list.pop()
    }
  }
  // Nothing was dropped of a whole week: it begins where it began.
  return days.length === DAYS ? rectangle : { ...rectangle, firstDay: days[0]!, dayCount: days.length }
}

function rotate(days: number[], lost: number[]): void {
  const weakest = lost.indexOf(Math.min(...lost))
  for (const list of [days, lost]) list.push(...list.splice(0, weakest + 1))
}

function asBlock(rectangle: Rectangle, missed: CellValue): LostBlock {
  const days = rectangleDays(rectangle)
  const { fromHour, toHour } = rectangle
  const ofDays = days.reduce(
    (sum, day) => sum + Array.from({ length: HOURS }, (_, hour) => missed(day, hour)).reduce((a, b) => a + b, 0),
    0,
  )
  const inBlock = days.reduce(
    (sum, day) => sum + rectangleHours(rectangle).reduce((all, hour) => all + missed(day, hour), 0),
    0,
  )
  return { days, fromHour, toHour, wholeDay: inBlock >= WHOLE_DAY * ofDays && toHour - fromHour >= 6 }
}

/** A day whose hours another block names in full is taken out, where it stands at the edge of its block. */
function withoutRepeats(blocks: readonly LostBlock[]): readonly LostBlock[] {
  return blocks
    .map((block) => {
      const wider = blocks.filter(
        (other) =>
          other !== block &&
          other.fromHour <= block.fromHour &&
          other.toHour >= block.toHour &&
          other.days.length < block.days.length,
      )
      const named = new Set(wider.flatMap((other) => other.days))
      const days = [...block.days]
      while (days.length > 0 && named.has(days[0]!)) days.shift()
      while (days.length > 0 && named.has(days.at(-1)!)) days.pop()
      return { ...block, days }
    })
    .filter((block) => block.days.length > 0)
}

function sumOver(value: CellValue): number {
  let sum = 0
  for (let day = 0; day < DAYS; day++) for (let hour = 0; hour < HOURS; hour++) sum += value(day, hour)
  return sum
}

function rectangleDays({ firstDay, dayCount }: Rectangle): readonly number[] {
  return Array.from({ length: dayCount }, (_, index) => (firstDay + index) % DAYS)
}

function rectangleHours({ fromHour, toHour }: Rectangle): readonly number[] {
  return Array.from({ length: toHour - fromHour }, (_, index) => fromHour + index)
}

function rectangleCells(rectangle: Rectangle): readonly number[] {
  return rectangleDays(rectangle).flatMap((day) => rectangleHours(rectangle).map((hour) => day * HOURS + hour))
}
