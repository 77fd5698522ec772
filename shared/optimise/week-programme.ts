import type { PersonLimits } from './person-limits.ts'
import type { ShiftOption } from './shift-option.ts'
import type { WeekChoices } from './week-choices.ts'

/** What a person works beside the week that is planned: in the weeks before and after, or, in a weekly plan, in the same week again. */
export interface WeekEdges {
  /** Slot before which no shift may begin, because of one in the week before. */
  readonly earliest: number
  /** Slot after which rest must have ended; Infinity: none. */
  readonly latest: number
  /** Days worked in a row just before the week. */
  readonly daysBefore: number
  /** The week is followed by itself. */
  readonly isRepeated: boolean
}

/** The weeks of one person, prepared for the dynamic programme. */
export interface WeekProgramme {
  readonly choices: WeekChoices
  readonly limits: PersonLimits
  readonly edges: WeekEdges
  readonly slots: number
  readonly stages: readonly Stage[]
  /** Starts that may still come after the last day: only the edge of the week. */
  readonly lastStarts: readonly number[]
}

/** One day of the programme. */
export interface Stage {
  readonly options: readonly ShiftOption[]
  readonly mayBeOff: boolean
  /** Later starts that matter, in order: a state's rest ends at or before one of them, entry `starts.length`: after all. */
  readonly starts: readonly number[]
  /** For each option: place of its start; its group. */
  readonly startPlace: Int32Array
  readonly group: Int32Array
  /** For each group: the kind of its options (-1: none), and the place, among the next stage's starts, at which their rest has ended. */
  readonly groups: readonly { readonly kind: number; readonly after: number }[]
  /** Groups by kind, then by when rest has ended. */
  readonly inOrder: Int32Array
  /** For each place in `starts`: the place in the next stage's. */
  readonly offPlace: Int32Array
}

/** Prepares the dynamic programme of one person. */
export function weekProgramme(
  choices: WeekChoices,
  { limits, edges, slots }: Pick<WeekProgramme, 'limits' | 'edges' | 'slots'>,
): WeekProgramme {
  const lastStarts = Number.isFinite(edges.latest) ? [edges.latest] : []
  const startsFrom = choices.days.map((_, day) =>
    [
      ...new Set([
        ...choices.days.slice(day).flatMap(({ options }) => options.map(({ startAt }) => startAt)),
        ...lastStarts,
      ]),
    ].toSorted((one, other) => one - other),
  )
  const stages = choices.days.map(({ options, mayBeOff }, day): Stage => {
    const starts = startsFrom[day]!
    const next = startsFrom[day + 1] ?? lastStarts
    const groups: { kind: number; after: number }[] = []
    const group = Int32Array.from(options, ({ kind, endAt }) => {
      const after = placeOf(next, endAt + limits.restSlots)
      const found = groups.findIndex((one) => one.kind === kind && one.after === after)
      return found >= 0 ? found : groups.push({ kind, after }) - 1
    })
    return {
      options,
      mayBeOff,
      starts,
      startPlace: Int32Array.from(options, ({ startAt }) => placeOf(starts, startAt)),
      group,
      groups,
      inOrder: Int32Array.from(
        [...groups.keys()].toSorted(
          (one, other) => groups[one]!.kind - groups[other]!.kind || groups[one]!.after - groups[other]!.after,
        ),
      ),
      offPlace: Int32Array.from({ length: starts.length + 1 }, (_, place) =>
        place === starts.length ? next.length : placeOf(next, starts[place]!),
      ),
    }
  })
  return { choices, limits, edges, slots, stages, lastStarts }
}

/** The first place of a value that is not less; the length where all are. */
export function placeOf(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
