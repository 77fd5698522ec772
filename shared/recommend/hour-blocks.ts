import { DAYS_PER_WEEK, hourOfWeek, HOURS_PER_DAY, HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'

/** Days of the week (0 = Sunday, ascending) and the hours [startHour, endHour) on each of them. */
export interface HourBlock {
  readonly dayIndices: readonly number[]
  readonly startHour: number
  readonly endHour: number
}

/** An hour cell (24 * day of week + hour) in which too many are missed. */
export interface ProblemCell {
  readonly cell: number
  readonly missed: number
  /** Further agents that it takes. */
  readonly needed: number
  /** No block with it may take more; absent: it may take any number. */
  readonly most?: number
}

/** Blocks up to this long are kept together where longer ones are distinguished. */
const SHORT_HOURS = 3
/** Of a block, at most this share may be hours of which nothing is known, since nobody came. */
const MOST_SILENT = 0.15

/**
 * Joins problem cells to blocks of the same consecutive hours on one or several days. Each cell is in exactly one block. The block that
 * misses most is taken out first, so that one busy day does not cut up what all days have in common. Hours that take far fewer agents
 * than others, or that cannot bear as many, are a block of their own: nobody should be asked to staff a whole morning for the sake of lunch. A few hours in which
 * nobody came at all (`isSilent`) do not cut up a block either.
 */
export function hourBlocks(
  problems: readonly ProblemCell[],
  isSilent: (cell: number) => boolean = () => false,
): readonly HourBlock[] {
  const left = new Map(problems.map((problem) => [problem.cell, problem]))
  const silent = new Set(
    Array.from({ length: HOURS_PER_WEEK }, (_, cell) => cell).filter((cell) => !left.has(cell) && isSilent(cell)),
  )
  const blocks: HourBlock[] = []
  while (left.size > 0) {
    const block = worstBlock(left, silent)
    for (const cell of cellsOf(block)) {
      left.delete(cell)
      silent.delete(cell)
    }
    blocks.push(block)
  }
  return blocks
}

/** The hour cells of a block, day by day. */
export function cellsOf({ dayIndices, startHour, endHour }: HourBlock): readonly number[] {
  return dayIndices.flatMap((day) =>
    Array.from({ length: endHour - startHour }, (_, index) => hourOfWeek(day, startHour + index)),
  )
}

/** A day's hours from a start on, as far as they reach. */
interface DayPart {
  readonly day: number
  missed: number
  silent: number
  /** Fewest and most agents that one of the hours takes, and as many as all of them bear. */
  least: number
  most: number
  limit: number
  isProblemFirst: boolean
  isProblemLast: boolean
}

interface Found {
  readonly block: HourBlock
  readonly missed: number
  readonly cells: number
}

/** Of equals the one with more cells, then the earlier one. */
function worstBlock(left: ReadonlyMap<number, ProblemCell>, silent: ReadonlySet<number>): HourBlock {
  let worst: Found | null = null
  for (let startHour = 0; startHour < HOURS_PER_DAY; startHour++) {
    let parts = Array.from({ length: DAYS_PER_WEEK }, (_, day): DayPart => ({
      day,
      missed: 0,
      silent: 0,
      least: Infinity,
      most: 0,
      limit: Infinity,
      isProblemFirst: false,
      isProblemLast: false,
    }))
    for (let hour = startHour; hour < HOURS_PER_DAY && parts.length > 0; hour++) {
      parts = parts.filter((part) =>
        reaches(part, {
          problem: left.get(hourOfWeek(part.day, hour)),
          isSilent: silent.has(hourOfWeek(part.day, hour)),
          isFirst: hour === startHour,
        }),
      )
      for (const peak of new Set(parts.map(({ most }) => most))) {
        const found = blockOf(
          parts.filter((part) => isAlike(part, peak, hour + 1 - startHour)),
          { startHour, endHour: hour + 1 },
        )
        if (
          found !== null &&
          (worst === null ||
            found.missed > worst.missed ||
            (found.missed === worst.missed && found.cells > worst.cells))
        )
          worst = found
      }
    }
  }
  return worst!.block
}

/** Adds an hour to a day's; false: it is neither a problem nor silent. */
function reaches(
  part: DayPart,
  {
    problem,
    isSilent,
    isFirst,
  }: { readonly problem: ProblemCell | undefined; readonly isSilent: boolean; readonly isFirst: boolean },
): boolean {
  part.isProblemLast = problem !== undefined
  if (isFirst) part.isProblemFirst = problem !== undefined
  if (problem === undefined) {
    part.silent += 1
    return isSilent
  }
  part.missed += problem.missed
  part.least = Math.min(part.least, problem.needed)
  part.most = Math.max(part.most, problem.needed)
  part.limit = Math.min(part.limit, problem.most ?? Infinity)
  return true
}

/** Whether all of a day's hours take about as many agents as the block does. */
function isAlike({ least, most, limit }: DayPart, peak: number, hours: number): boolean {
  const fewest = hours <= SHORT_HOURS ? Math.min(peak / 2, peak - 2) : Math.min((2 * peak) / 3, peak - 1)
  return most > 0 && most <= peak && least >= fewest && peak <= limit
}

/** Of those days as many as make a block in which hardly any hour is silent; null: none. */
function blockOf(
  days: readonly DayPart[],
  { startHour, endHour }: { readonly startHour: number; readonly endHour: number },
): Found | null {
  const hours = endHour - startHour
  const silent = days.reduce((sum, day) => sum + day.silent, 0)
  const isFair =
    silent <= MOST_SILENT * days.length * hours &&
    days.some(({ isProblemFirst }) => isProblemFirst) &&
    days.some(({ isProblemLast }) => isProblemLast)
  const wanted = isFair ? days : days.filter((day) => day.silent === 0)
  if (wanted.length === 0) return null
  return {
    block: { dayIndices: wanted.map(({ day }) => day), startHour, endHour },
    missed: wanted.reduce((sum, { missed }) => sum + missed, 0),
    cells: wanted.length * hours,
  }
}
