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
}

const DAYS = 7
const HOURS = 24
/** Blocks up to this long are kept together where longer ones are told apart. */
const SHORT_HOURS = 3

/**
 * Joins problem cells to blocks of the same consecutive hours on one or several days. Each cell is in exactly one block. The block that
 * misses most is taken out first, so that one busy day does not cut up what all days have in common. Hours that take far fewer agents
 * than others are a block of their own: nobody should be asked to staff a whole morning for the sake of lunch.
 */
export function hourBlocks(problems: readonly ProblemCell[]): readonly HourBlock[] {
  const left = new Map(problems.map((problem) => [problem.cell, problem]))
  const blocks: HourBlock[] = []
  while (left.size > 0) {
    const block = worstBlock(left)
    for (const cell of cellsOf(block)) left.delete(cell)
    blocks.push(block)
  }
  return blocks
}

/** The hour cells of a block, day by day. */
export function cellsOf({ dayIndices, startHour, endHour }: HourBlock): readonly number[] {
  return dayIndices.flatMap((day) => Array.from({ length: endHour - startHour }, (_, index) => day * HOURS + startHour + index))
}

interface Found {
  readonly block: HourBlock
  readonly missed: number
  readonly cells: number
}

/** Of equals the one with more cells, then the earlier one. */
function worstBlock(left: ReadonlyMap<number, ProblemCell>): HourBlock {
  let worst: Found | null = null
  for (const peak of new Set([...left.values()].map(({ needed }) => needed))) {
    for (let startHour = 0; startHour < HOURS; startHour++) {
      for (let endHour = startHour + 1; endHour <= HOURS; endHour++) {
        const found = blockWithin(left, { startHour, endHour, peak })
        if (found === null) break
        if (worst === null || found.missed > worst.missed || (found.missed === worst.missed && found.cells > worst.cells)) worst = found
      }
    }
  }
  return worst!.block
}

interface Hours {
  readonly startHour: number
  readonly endHour: number
  /** Most agents that an hour of the block may take. */
  readonly peak: number
}

/** The days on which every one of the hours is a problem and takes about as many agents; null: none. */
function blockWithin(left: ReadonlyMap<number, ProblemCell>, { startHour, endHour, peak }: Hours): Found | null {
  const hours = endHour - startHour
  const least = hours <= SHORT_HOURS ? Math.min(peak / 2, peak - 2) : Math.min((2 * peak) / 3, peak - 1)
  const dayIndices: number[] = []
  let missed = 0
  let isEmpty = true
  for (let day = 0; day < DAYS; day++) {
    const ofDay = Array.from({ length: hours }, (_, index) => left.get(day * HOURS + startHour + index))
    if (!ofDay.every((problem) => problem !== undefined)) continue
    isEmpty = false
    if (!ofDay.every(({ needed }) => needed <= peak && needed >= least)) continue
    dayIndices.push(day)
    missed += ofDay.reduce((sum, problem) => sum + problem.missed, 0)
  }
  // Longer ones cannot be there either; those of other needs may.
  if (isEmpty) return null
  return { block: { dayIndices, startHour, endHour }, missed: dayIndices.length === 0 ? -1 : missed, cells: dayIndices.length * hours }
}
