import { HOURS_PER_WEEK } from '../../foundation/hour-of-week.ts'
import type { CoverageModel } from '../types.ts'
import { groupLoad } from './bins.ts'
import { coverageWith } from './coverage.ts'
import type { FitInput } from './fit-input.ts'
import { compareWithHistory } from './history-check.ts'
import { observe } from './observations.ts'
import { shrunkRate } from './shrink.ts'
import { slotCalendar } from './slot-calendar.ts'

/** One pool's past by hour cell of the week (24 * day of week + hour, Sunday first): what a report shows of it. */
export interface HourCellRates {
  readonly poolId: string | null
  readonly visitors: Float64Array
  readonly covered: Float64Array
  /** Coverage (0-1) that the model gives the visits at the staffing they met; 0 where nobody came. */
  readonly expected: Float64Array
  /** Coverage (0-1), the cell's own history shrunk towards the model; not a number where nobody came. */
  readonly rate: Float64Array
  /** How many visitors the model's word is worth. */
  readonly kappa: number
}

/** Past coverage by hour cell, steadied by the model: few visits say little of an hour, the model says the rest. In order of the model's pools. */
export function hourCellRates(input: FitInput, model: CoverageModel): readonly HourCellRates[] {
  const calendar = slotCalendar(input)
  const rates: HourCellRates[] = []
  for (const group of model.groups) {
    const observations = observe(input, group)
    const { availability, visitorsPerAgent } = model.pools[group[0]!]!
    const logMinutes = new Float64Array(observations.holdingTimes)
    group.forEach(
      (index, place) => (logMinutes[observations.holdingTimeOf[place]!] = Math.log(model.pools[index]!.holdingMinutes)),
    )
    const { kappa } = compareWithHistory({
      fit: { logMinutes, availability, visitorsPerAgent },
      observations,
      calendar,
    })
    const { logLoad } = groupLoad(observations, logMinutes)
    for (const index of group) {
      const { poolId, cells } = input.pools[index]!
      const visitors = new Float64Array(HOURS_PER_WEEK)
      const covered = new Float64Array(HOURS_PER_WEEK)
      const expected = new Float64Array(HOURS_PER_WEEK)
      for (let cell = 0; cell < cells.slot.length; cell++) {
        const slot = cells.slot[cell]! - input.firstSlot
        if (slot < 0 || slot >= input.slots) continue
        const hourCell = calendar.hourCell[slot]!
        visitors[hourCell]! += cells.visitors[cell]!
        covered[hourCell]! += cells.covered[cell]!
        expected[hourCell]! +=
          cells.visitors[cell]! *
          coverageWith(cells.agents[cell]!, Math.exp(logLoad[slot]!), { availability, visitorsPerAgent })
      }
      const shares = expected.map((sum, cell) => (visitors[cell]! > 0 ? sum / visitors[cell]! : 0))
      const rate = shares.map((share, cell) =>
        visitors[cell]! > 0
          ? shrunkRate({ visitors: visitors[cell]!, covered: covered[cell]!, expected: share }, kappa)
          : Number.NaN,
      )
      rates[index] = { poolId, visitors, covered, expected: shares, rate, kappa }
    }
  }
  return rates
}
