/** Days of the week (0 = Sunday, ascending) and the hours [startHour, endHour) on each of them. */
export interface HourBlock {
  readonly dayIndices: readonly number[]
  readonly startHour: number
  readonly endHour: number
}

const DAYS = 7
const HOURS = 24

/**
 * Joins problem cells (24 * day of week + hour) to blocks of the same consecutive hours on one or several days. Each cell is in exactly
 * one block. The block that misses most is taken out first, so that one busy day does not cut up what all days have in common.
 */
export function hourBlocks(isProblem: (cell: number) => boolean, missed: (cell: number) => number): readonly HourBlock[] {
  const left = new Set(Array.from({ length: DAYS * HOURS }, (_, cell) => cell).filter(isProblem))
  const blocks: HourBlock[] = []
  while (left.size > 0) {
    const block = worstBlock(left, missed)
    for (const cell of cellsOf(block)) left.delete(cell)
    blocks.push(block)
  }
  return blocks
}

/** The hour cells of a block, day by day. */
export function cellsOf({ dayIndices, startHour, endHour }: HourBlock): readonly number[] {
  return dayIndices.flatMap((day) => Array.from({ length: endHour - startHour }, (_, index) => day * HOURS + startHour + index))
}

/** Of equals the one with more cells, then the earlier one. */
function worstBlock(left: ReadonlySet<number>, missed: (cell: number) => number): HourBlock {
  let worst: { readonly block: HourBlock; readonly missed: number; readonly cells: number } | null = null
  for (let startHour = 0; startHour < HOURS; startHour++) {
    let days = Array.from({ length: DAYS }, (_, day) => day)
    const sums = new Float64Array(DAYS)
    for (let hour = startHour; hour < HOURS; hour++) {
      days = days.filter((day) => left.has(day * HOURS + hour))
      if (days.length === 0) break
      for (const day of days) sums[day]! += missed(day * HOURS + hour)
      const sum = days.reduce((total, day) => total + sums[day]!, 0)
      const cells = days.length * (hour + 1 - startHour)
      if (worst !== null && (sum < worst.missed || (sum === worst.missed && cells <= worst.cells))) continue
      worst = { block: { dayIndices: days, startHour, endHour: hour + 1 }, missed: sum, cells }
    }
  }
  return worst!.block
}
