import type { PlannedInterval } from '../../shared/plan/plan.ts'
import type { KnownDay } from '../../shared/predict/forecast/known-days.ts'
import type { FitInput } from '../../shared/predict/model/fit-input.ts'
import { createRandom } from '../../shared/predict/random.ts'
import type { DemandHistory, PredictionInputs } from '../../shared/predict/types.ts'
import { addDays } from '../../shared/time/local.ts'
import { SLOTS_PER_WEEK } from '../../shared/time/slots.ts'
import { dayShape, simulateLosses, smoothed } from '../unit/predict/model/loss-world.ts'
import { HUMAN, madeUpInputs, interval } from '../unit/predict/plan-prediction/made-up-inputs.ts'

/** What the goals of speed speak of. */
export const SIZE = { weeks: 26, pools: 5, agents: 60, shifts: 600 } as const

const FIRST_SLOT = 1_899_744
const FIRST_DATE = '2026-01-05'
/** Two years. */
const DATED_WEEKS = 104

/** Quarter-hours of five pools, from a tiny to a busy one. */
export function demandHistories(): readonly DemandHistory[] {
  return Array.from({ length: SIZE.pools }, (_, pool) => {
    const random = createRandom(pool)
    const level = 0.3 * 4 ** pool
    const visitors = Float64Array.from({ length: SIZE.weeks * SLOTS_PER_WEEK }, (_unused, slot) =>
      random.poisson(level * (1 + Math.sin((slot / 96) * 2 * Math.PI))),
    )
    return {
      timeZone: 'America/New_York',
      slotMinutes: 15,
      slotsPerWeek: SLOTS_PER_WEEK,
      weeks: SIZE.weeks,
      firstDate: FIRST_DATE,
      visitors,
      observations: new Uint8Array(visitors.length).fill(1),
      dayWeights: new Float64Array(SIZE.weeks * 7).fill(1),
    }
  })
}

/** The same with two years before the week by hours, and with what a calendar of one country and its days around knows of them. */
export function datedHistories(): readonly DemandHistory[] {
  const firstDate = addDays(FIRST_DATE, 7 * (SIZE.weeks - DATED_WEEKS))
  const knownDays = Array.from({ length: DATED_WEEKS + 1 }, (_, week): readonly KnownDay[] =>
    week % 4 === 0
      ? (['public', 'around'] as const).map((ofDay, index) => ({
          date: addDays(firstDate, 7 * week + 2 + index),
          class: ofDay,
          name: `Holiday ${week % 52}${index === 0 ? '' : ', the day after'}`,
          weight: 1,
          hours: null,
          stated: null,
        }))
      : [],
  ).flat()
  return demandHistories().map((history, pool) => {
    const random = createRandom(100 + pool)
    const slotsPerWeek = 7 * 24
    const visitors = Float64Array.from({ length: DATED_WEEKS * slotsPerWeek }, (_, slot) =>
      random.poisson(4 * 0.3 * 4 ** pool * (1 + Math.sin((slot / 24) * 2 * Math.PI))),
    )
    const counts = {
      weeks: DATED_WEEKS,
      slotsPerWeek,
      visitors,
      observations: new Uint8Array(visitors.length).fill(1),
      dayWeights: new Float64Array(DATED_WEEKS * 7).fill(1),
    }
    return { ...history, dated: { counts, firstDate, knownDays } }
  })
}

/** Visits of five pools by quarter-hour and agents online. */
export function fitInput(membersOf: (pool: number) => readonly string[] | null): FitInput {
  return {
    timeZone: 'Europe/Berlin',
    firstSlot: FIRST_SLOT,
    slots: SIZE.weeks * SLOTS_PER_WEEK,
    pools: Array.from({ length: SIZE.pools }, (_, pool) => {
      const history = simulateLosses({
        weeks: SIZE.weeks,
        visitors: (slot) => (4 + 3 * pool) * (0.1 + dayShape(slot)),
        agents: (slot) => Math.max(slot % 96 >= 28 && slot % 96 < 84 ? 1 : 0, Math.round((2 + pool) * dayShape(slot))),
        holdingMinutes: 6,
        availability: 0.88,
        visitorsPerAgent: 1,
        dayCv: 0.12,
        slotCv: 0.2,
        seed: pool,
      })
      return {
        poolId: `pool-${pool}`,
        members: membersOf(pool),
        cells: { ...history.cells, slot: history.cells.slot.map((slot) => slot + FIRST_SLOT) },
        demand: smoothed(history),
      }
    }),
  }
}

/** A week whose pools share most of their people. */
export function largeInputs(): PredictionInputs {
  const agents = Array.from({ length: SIZE.agents }, (_, agent) => `agent-${agent}`)
  return madeUpInputs({
    pools: SIZE.pools,
    agents: SIZE.agents,
    profile: HUMAN,
    typical: () => 27,
    membersOf: (pool) => agents.filter((_, agent) => (agent + pool) % SIZE.pools !== 0),
    visitorsPerSlot: () => 6,
  })
}

/** Shifts of eight hours with a break, all over the week. */
export function largePlan(inputs: PredictionInputs): readonly PlannedInterval[] {
  return Array.from({ length: SIZE.shifts }, (_, shift) => {
    const agent = shift % SIZE.agents
    const from = Math.floor(shift / SIZE.agents) * 16.8 + (agent % 12)
    return interval(inputs, { agentId: `agent-${agent}`, from, to: from + 8, breaks: [[from + 4, from + 4.5]] })
  })
}
