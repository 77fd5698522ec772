import { forecastDemand } from '../../shared/predict/forecast/forecast.ts'
import { createRandom } from '../../shared/predict/random.ts'
import type { DemandHistory } from '../../shared/predict/types.ts'
import { measure, ms, printRows } from './measure.ts'

const POOLS = 5
const WEEKS = 26
const SLOTS_PER_WEEK = 672

/** Forecasts of five pools, from a tiny to a busy one, with bands and the scores of 22 past weeks: `node test/bench/bench-forecast.ts`. */
export async function benchForecast(): Promise<void> {
  const histories = Array.from({ length: POOLS }, (_, pool) => makeHistory(0.3 * 4 ** pool, pool))
  const forecastAll = (slotMinutes: 15 | 60) => () => {
    for (const history of histories) forecastDemand(history, { firstDate: '2026-07-06', slotMinutes })
  }
  const processorTime = (work: () => void) => () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const result = await measure(9, { quarters: forecastAll(15), hours: forecastAll(60), ownQuarters: processorTime(forecastAll(15)) })
  printRows(`Forecasts of ${POOLS} pools from ${WEEKS} weeks of quarter-hours, with bands`, [
    { what: 'in quarter-hours', value: ms(result.quarters), goal: '<= 300 ms' },
    { what: 'in hours', value: ms(result.hours) },
    { what: 'in quarter-hours, processor time alone', value: ms(result.ownQuarters) },
  ])
}

function makeHistory(level: number, seed: number): DemandHistory {
  const random = createRandom(seed)
  const visitors = Float64Array.from({ length: WEEKS * SLOTS_PER_WEEK }, (_, slot) => random.poisson(level * (1 + Math.sin((slot / 96) * 2 * Math.PI))))
  return {
    timeZone: 'America/New_York',
    slotMinutes: 15,
    slotsPerWeek: SLOTS_PER_WEEK,
    weeks: WEEKS,
    firstDate: '2026-01-05',
    visitors,
    observations: new Uint8Array(visitors.length).fill(1),
    dayWeights: new Float64Array(WEEKS * 7).fill(1),
  }
}

if (import.meta.main) await benchForecast()
