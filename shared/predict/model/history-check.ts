import { hourOfDay, HOURS_PER_DAY, HOURS_PER_WEEK } from '../../foundation/hour-of-week.ts'
import { groupLoad } from './bins.ts'
import { coverageTable, type AvailabilityTable } from './coverage-table.ts'
import { loadFactorFor } from './load-factors.ts'
import type { GroupObservations } from './observations.ts'
import { likeliestKappa, shrunkRate, type RateCell } from './shrink.ts'
import { type SlotCalendar } from './slot-calendar.ts'

/** How a group's fit compares with its own history, over the visits that found somebody online. Its pools share one load, and so its factors. */
export interface HistoryCheck {
  /** By hour cell of the week. */
  readonly loadFactors: readonly number[]
  /** How many visitors the model's word is worth against a cell's own history. */
  readonly kappa: number
  /** How much more an hour's count varies than single visits on their own would; at least 1. */
  readonly dispersion: number
  /** Share of the visits by which observed and fitted coverage differ, number of agents by number of agents, beyond chance. */
  readonly misfit: number
}

/** What a fit says of a group. */
export interface FittedService {
  /** Log minutes of each holding time. */
  readonly logMinutes: ArrayLike<number>
  readonly availability: number
  readonly visitorsPerAgent: number
}

export interface HistoryCheckInput {
  readonly fit: FittedService
  readonly observations: GroupObservations
  readonly calendar: SlotCalendar
}

/** Compares, shrinks each hour cell of the week towards the model, and expresses that as factors on its load. */
export function compareWithHistory(input: HistoryCheckInput): HistoryCheck {
  const visits = fittedVisits(input)
  const { cells } = visits
  const dispersion = dispersionOf(visits)
  const rates = cells.map(({ visitors, covered, expected }): RateCell => ({
    visitors,
    covered,
    expected: visitors > 0 ? expected / visitors : 0,
  }))
  const kappa = likeliestKappa(rates, dispersion)
  const loadFactors = cells.map((cell, index) =>
    cell.visitors > 0 ? loadFactorFor(shrunkRate(rates[index]!, kappa), cell.at, visits.table) : 1,
  )
  return { loadFactors, kappa, dispersion, misfit: misfitOf(visits, dispersion) }
}

interface CellSums {
  visitors: number
  covered: number
  /** Covered as the model has it. */
  expected: number
}

interface HourCellVisits extends CellSums {
  readonly at: { readonly agents: number[]; readonly logLoad: number[]; readonly visitors: number[] }
}

interface FittedVisits {
  readonly table: AvailabilityTable
  readonly cells: readonly HourCellVisits[]
  /** By local hour: what came, and the variance that single visits on their own would have. */
  readonly hours: ReadonlyMap<number, CellSums & { variance: number; readonly hourCell: number }>
  readonly byAgents: ReadonlyMap<number, CellSums & { variance: number }>
}

function fittedVisits({ fit, observations, calendar }: HistoryCheckInput): FittedVisits {
  const { cells } = observations
  const { logLoad } = groupLoad(observations, fit.logMinutes)
  const maxAgents = cells.agents.reduce((most, agents) => Math.max(most, agents), 1)
  const table = coverageTable({ visitorsPerAgent: fit.visitorsPerAgent, maxAgents }).withAvailability(fit.availability)
  const hourCells = Array.from({ length: HOURS_PER_WEEK }, (): HourCellVisits => ({
    ...NOTHING,
    at: { agents: [], logLoad: [], visitors: [] },
  }))
  const hours = new Map<number, CellSums & { variance: number; readonly hourCell: number }>()
  const byAgents = new Map<number, CellSums & { variance: number }>()
  for (let cell = 0; cell < cells.length; cell++) {
    const slot = cells.slot[cell]!
    const agents = cells.agents[cell]!
    const visitors = cells.covered[cell]! + cells.missed[cell]!
    const rate = table.at(agents, logLoad[slot]!)
    const sums = {
      visitors,
      covered: cells.covered[cell]!,
      expected: visitors * rate,
      variance: visitors * rate * (1 - rate),
    }
    const hourCell = calendar.hourCell[slot]!
    const { at } = hourCells[hourCell]!
    at.agents.push(agents)
    at.logLoad.push(logLoad[slot]!)
    at.visitors.push(visitors)
    addTo(hourCells[hourCell]!, sums)
    const hour = calendar.day[slot]! * HOURS_PER_DAY + hourOfDay(hourCell)
    if (!hours.has(hour)) hours.set(hour, { ...NOTHING, variance: 0, hourCell })
    addTo(hours.get(hour)!, sums)
    hours.get(hour)!.variance += sums.variance
    if (!byAgents.has(agents)) byAgents.set(agents, { ...NOTHING, variance: 0 })
    addTo(byAgents.get(agents)!, sums)
    byAgents.get(agents)!.variance += sums.variance
  }
  return { table, cells: hourCells, hours, byAgents }
}

const NOTHING = { visitors: 0, covered: 0, expected: 0 }

function addTo(sums: CellSums, { visitors, covered, expected }: CellSums): void {
  sums.visitors += visitors
  sums.covered += covered
  sums.expected += expected
}

/** From how much the same hour of the week differs from week to week, apart from what it differs from the model in all of them. */
function dispersionOf({ cells, hours }: FittedVisits): number {
  let squares = 0
  let variance = 0
  for (const hour of hours.values()) {
    const cell = cells[hour.hourCell]!
    const share = hour.visitors / cell.visitors
    if (share >= 1) continue
    squares += (hour.covered - hour.expected - (cell.covered - cell.expected) * share) ** 2
    variance += hour.variance * (1 - share)
  }
  return variance > 0 ? Math.max(1, squares / variance) : 1
}

function misfitOf({ byAgents }: FittedVisits, dispersion: number): number {
  let apart = 0
  let all = 0
  for (const { visitors, covered, expected, variance } of byAgents.values()) {
    apart += Math.max(0, Math.abs(covered - expected) - 2 * Math.sqrt(dispersion * variance))
    all += visitors
  }
  return all > 0 ? apart / all : 0
}
