import type { PersonLimits } from './person-limits.ts'
import type { ShiftOption } from './shift-option.ts'
import type { WeekChoices } from './week-choices.ts'

/** What a person works beside the week that is planned: in the weeks before and after, or, in a weekly plan, in the same week again. */
export interface WeekEdges {
  /** Slot before which no shift may begin, because of one in the week before. */
  readonly earliest: number
  /** The same where the long rest that every week has to have is the one before the week's first shift. */
  readonly earliestAfterLongRest: number
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
  /** The same with what the long rest after each option leaves, which is much more to look at: made when it is first asked for. */
  readonly stagesWithLongRest: () => readonly Stage[]
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
  readonly groups: readonly OptionGroup[]
  /** Groups by kind, then by when rest has ended. */
  readonly inOrder: Int32Array
  /** For each place in `starts`: the place in the next stage's. */
  readonly offPlace: Int32Array
}

/** Options that are alike in all but their start and their worth. */
export interface OptionGroup {
  /** -1: none. */
  readonly kind: number
  /** Place, among the next stage's starts, at which their rest has ended. */
  readonly after: number
  /** The same of the long rest that every week has to have; as `after` where it is not looked at. */
  readonly afterLong: number
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
  const stagesOf = (longRest: number): readonly Stage[] =>
    choices.days.map(({ options, mayBeOff }, day) => {
      const starts = startsFrom[day]!
      const next = startsFrom[day + 1] ?? lastStarts
      const groups: OptionGroup[] = []
      const byName = new Map<string, number>()
      const group = Int32Array.from(options, ({ kind, endAt }) => {
        const after = placeOf(next, endAt + limits.restSlots)
        const afterLong = placeOf(next, endAt + longRest)
        const name = `${kind} ${after} ${afterLong}`
        const known = byName.get(name)
        if (known !== undefined) return known
        byName.set(name, groups.length)
        return groups.push({ kind, after, afterLong }) - 1
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
            (one, other) =>
              groups[one]!.kind - groups[other]!.kind ||
              groups[one]!.after - groups[other]!.after ||
              groups[one]!.afterLong - groups[other]!.afterLong,
          ),
        ),
        offPlace: Int32Array.from({ length: starts.length + 1 }, (_, place) =>
          place === starts.length ? next.length : placeOf(next, starts[place]!),
        ),
      }
    })
  let withLongRest: readonly Stage[] | null = null
  return {
    choices,
    limits,
    edges,
    slots,
    stages: stagesOf(limits.restSlots),
    stagesWithLongRest: () => (withLongRest ??= stagesOf(Math.max(limits.restSlots, limits.longRestSlots ?? 0))),
    lastStarts,
  }
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
