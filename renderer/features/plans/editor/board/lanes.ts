interface Lying {
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface Lanes {
  /** Which lane each shift lies in, 0 = the uppermost. */
  readonly laneOf: ReadonlyMap<string, number>
  readonly count: number
}

/** Lays shifts of one row into as few lanes as keep them apart: first come, uppermost free lane. */
export function layInLanes(shifts: readonly Lying[]): Lanes {
  const laneOf = new Map<string, number>()
  const freeFrom: number[] = []
  for (const shift of shifts.toSorted((a, b) => a.start - b.start || a.end - b.end || a.id.localeCompare(b.id))) {
    const free = freeFrom.findIndex((end) => end <= shift.start)
    const lane = free === -1 ? freeFrom.length : free
    freeFrom[lane] = shift.end
    laneOf.set(shift.id, lane)
  }
  return { laneOf, count: Math.max(1, freeFrom.length) }
}
