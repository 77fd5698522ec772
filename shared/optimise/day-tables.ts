import { levelValues, worthOf } from './shift-option.ts'
import type { Stage, WeekProgramme } from './week-programme.ts'

/** What a week is chosen by. */
export interface WeekPrices {
  /** Entry `level * slots + slot`: what a level is worth. */
  readonly values: Float64Array
  /** Of a worked slot. */
  readonly unitPrice: number
  /** Of a day that differs from the plan. */
  readonly changePrice: number
  /** Movable worked slots at most. */
  readonly maxUnits: number
  /** Bits of days that are not worked; left out: none. */
  readonly daysOff?: number
}

/** A day's options at their best breaks, and of each kind those that are worth more than any which lets rest earlier, by earliest start. */
export interface DayTable {
  readonly breakAt: Int32Array
  /** Columns of what may be done from a place on: entries from `from[place]` to `from[place + 1]`. */
  readonly from: Int32Array
  readonly kind: Int32Array
  /** Place among the next day's starts at which rest has ended. */
  readonly restedAt: Int32Array
  readonly longRestedAt: Int32Array
  readonly worth: Float64Array
  readonly option: Int32Array
}

/** Every option of a person's days at its best break. */
export interface OptionWorths {
  /** By day and option, prices taken off. */
  readonly worth: readonly Float64Array[]
  readonly breakAt: readonly Int32Array[]
}

/** What every option is worth: the costly part of a week's choice, which its tables share. */
export function optionWorths(
  { stages, slots }: WeekProgramme,
  { values, unitPrice, changePrice, daysOff = 0 }: WeekPrices,
): OptionWorths {
  const at = levelValues(values, slots)
  const where = new Int32Array(1)
  const breakAt = stages.map(({ options }) => new Int32Array(options.length))
  const worth = stages.map(({ options }, day) => {
    const own = new Float64Array(options.length).fill(Number.NEGATIVE_INFINITY)
    if ((daysOff & (1 << day)) !== 0) return own
    options.forEach((one, index) => {
      own[index] = worthOf(one, at, where) - unitPrice * one.units - (one.planned === null ? changePrice : 0)
      breakAt[day]![index] = where[0]!
    })
    return own
  })
  return { worth, breakAt }
}

/** The tables of a person's days. `latestEnd`: slot by which every shift must have ended. */
export function dayTables(
  stages: readonly Stage[],
  worths: OptionWorths,
  latestEnd = Number.POSITIVE_INFINITY,
): readonly DayTable[] {
  return stages.map(({ options, starts, startPlace, group, groups, inOrder }, day): DayTable => {
    const places = starts.length + 1
    const best = new Float64Array(groups.length * places).fill(Number.NEGATIVE_INFINITY)
    const option = new Int32Array(groups.length * places).fill(-1)
    const own = worths.worth[day]!
    for (let index = 0; index < options.length; index += 1) {
      if (options[index]!.endAt > latestEnd) continue
      const entry = group[index]! * places + startPlace[index]!
      if (own[index]! > best[entry]!) {
        best[entry] = own[index]!
        option[entry] = index
      }
    }
    for (let index = 0; index < groups.length; index += 1) {
      for (let place = places - 2; place >= 0; place -= 1) {
        const entry = index * places + place
        if (best[entry + 1]! > best[entry]!) {
          best[entry] = best[entry + 1]!
          option[entry] = option[entry + 1]!
        }
      }
    }
    return { breakAt: worths.breakAt[day]!, ...frontiers({ best, option, places, groups, inOrder }) }
  })
}

/** Of each kind and place the groups that are worth more than all which let rest earlier. */
function frontiers({
  best,
  option,
  places,
  groups,
  inOrder,
}: {
  readonly best: Float64Array
  readonly option: Int32Array
  readonly places: number
  readonly groups: Stage['groups']
  readonly inOrder: Int32Array
}): Omit<DayTable, 'breakAt'> {
  const size = groups.length * places
  const table = {
    from: new Int32Array(places + 1),
    kind: new Int32Array(size),
    restedAt: new Int32Array(size),
    longRestedAt: new Int32Array(size),
    worth: new Float64Array(size),
    option: new Int32Array(size),
  }
  let entry = 0
  for (let place = 0; place < places; place += 1) {
    table.from[place] = entry
    let kind = Number.NaN
    let most = Number.NEGATIVE_INFINITY
    for (const group of inOrder) {
      const one = groups[group]!
      if (one.kind !== kind) {
        kind = one.kind
        most = Number.NEGATIVE_INFINITY
      }
      const worth = best[group * places + place]!
      if (!(worth > most)) continue
      most = worth
      table.kind[entry] = kind
      table.restedAt[entry] = one.after
      table.longRestedAt[entry] = one.afterLong
      table.worth[entry] = worth
      table.option[entry] = option[group * places + place]!
      entry += 1
    }
  }
  table.from[places] = entry
  return table
}
