/** Shifts by their ids, each once. */
export function idsOf(intervals: readonly { readonly shiftId: string }[]): readonly string[] {
  if (intervals.length === 1) return [intervals[0]!.shiftId]
  return [...new Set(intervals.map(({ shiftId }) => shiftId))]
}
