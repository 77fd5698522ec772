/* How long the coverage model takes: run with `node test/bench/bench-model.ts`. */
import { erlangB } from '../../shared/predict/model/erlang.ts'
import { coverageTable } from '../../shared/predict/model/coverage-table.ts'
import { fitCoverageModel } from '../../shared/predict/model/fit-coverage-model.ts'
import type { FitInput } from '../../shared/predict/model/fit-input.ts'
import { dayShape, simulateLosses, smoothed } from '../unit/predict/model/loss-world.ts'
import { measure, ms, printRows } from './measure.ts'

const WEEKS = 26
const POOLS = 5
const FIRST_SLOT = 1_899_744

const loads = Float64Array.from({ length: 672 * POOLS }, (_, index) => 0.5 + (index % 97) / 30)

function inputOf(membersOf: (pool: number) => readonly string[] | null, holdingMinutes: number): FitInput {
  return {
    timeZone: 'Europe/Berlin',
    firstSlot: FIRST_SLOT,
    slots: WEEKS * 672,
    pools: Array.from({ length: POOLS }, (_, pool) => {
      const history = simulateLosses({
        weeks: WEEKS,
        visitors: (slot) => (4 + 3 * pool) * (0.1 + dayShape(slot)),
        agents: (slot) => Math.max(slot % 96 >= 28 && slot % 96 < 84 ? 1 : 0, Math.round((2 + pool) * dayShape(slot))),
        holdingMinutes,
        availability: 0.88,
        visitorsPerAgent: 1,
        dayCv: 0.12,
        slotCv: 0.2,
        seed: pool,
      })
      return { poolId: `pool-${pool}`, members: membersOf(pool), cells: { ...history.cells, slot: history.cells.slot.map((slot) => slot + FIRST_SLOT) }, demand: smoothed(history) }
    }),
  }
}

const apart = inputOf((pool) => [`agent-${pool}`], 6)
const short = inputOf((pool) => [`agent-${pool}`], 2)
const shared = inputOf(() => null, 6)
let sink = 0

const times = await measure(5, {
  erlang: () => {
    const started = performance.now()
    for (let round = 0; round < 100; round++) for (let index = 0; index < loads.length; index++) sink += erlangB(1 + (index % 5), loads[index]!)
    return (performance.now() - started) / 100
  },
  lookups: () => {
    const table = coverageTable({ visitorsPerAgent: 1, maxAgents: 12, loads: { from: 0.01, to: 30 } }).withAvailability(0.9)
    for (let draw = 0; draw < 1000; draw++) for (let index = 0; index < loads.length; index++) sink += table.at(1 + (index % 5), loads[index]!)
  },
  tables: () => {
    const table = coverageTable({ visitorsPerAgent: 1, maxAgents: 12, loads: { from: 0.01, to: 30 } })
    for (let draw = 0; draw < 200 * POOLS; draw++) for (let agents = 1; agents <= 6; agents++) sink += table.withAvailability(0.8 + draw / 10_000).row(agents)[3]!
  },
  apart: () => void fitCoverageModel(apart, { seed: 1, draws: 0 }),
  short: () => void fitCoverageModel(short, { seed: 1, draws: 0 }),
  shared: () => void fitCoverageModel(shared, { seed: 1, draws: 0 }),
  apartDraws: () => void fitCoverageModel(apart, { seed: 1, draws: 200 }),
  sharedDraws: () => void fitCoverageModel(shared, { seed: 1, draws: 200 }),
})

printRows(`coverage model: ${WEEKS} weeks, ${POOLS} pools, ${apart.pools.reduce((sum, pool) => sum + pool.cells.slot.length, 0)} cells${sink < 0 ? ' ' : ''}`, [
  { what: 'Erlang B, 672 slots x 5 pools', value: ms(times.erlang), goal: '0.1 ms' },
  { what: '1,000 draws x 672 slots x 5 pools from a table', value: ms(times.lookups), goal: 'part of 200 ms' },
  { what: 'tables of 200 draws x 5 pools, 6 rows each', value: ms(times.tables), goal: 'part of 200 ms' },
  { what: 'fit, pools with their own agents', value: ms(times.apart), goal: '2 s' },
  { what: 'fit, short visits', value: ms(times.short), goal: '2 s' },
  { what: 'fit, pools that share agents', value: ms(times.shared), goal: '2 s' },
  { what: 'fit and 200 draws, own agents', value: ms(times.apartDraws) },
  { what: 'fit and 200 draws, shared agents', value: ms(times.sharedDraws) },
])
