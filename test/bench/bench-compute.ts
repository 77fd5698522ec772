import { createCoverageCalculator } from '../../electron/backend/coverage/compute.ts'
import { openTrafficReader } from '../../electron/store/traffic-reader.ts'
import { agentTimePerSlot, mergedAgentTimePerSlot, sessionColumns } from '../../shared/coverage/index.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { erlangB } from '../../shared/predict/model/erlang.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { createRandom } from '../../shared/predict/random.ts'
import { SLOT_MS } from '../../shared/time/slots.ts'
import { firstSync, type BenchSubject } from './first-sync.ts'
import { BENCH_NOW } from './make-data.ts'
import { measure } from './measure.ts'
import { largeInputs, largePlan } from './prediction-data.ts'
import { atMostMs, count, ms, type BenchRow, type BenchTable } from './table.ts'

const ROUNDS = 15
const SLOTS = 180 * 96
const WEEK_CELLS = 672 * 5

/** The small computations that everything else is made of, and what carries their results to the screen. */
export async function benchCompute(subject: BenchSubject): Promise<readonly BenchTable[]> {
  return [
    {
      title: 'Sweeps, what-if and results',
      rows: [
        ...(await sweepRows(60_000, 5)),
        ...(await sweepRows(1_000_000, 50)),
        ...(await whatIfRows()),
        ...(await transferRows(subject)),
      ],
    },
  ]
}

async function sweepRows(sessions: number, limit: number): Promise<readonly BenchRow[]> {
  const columns = sessionColumns(madeUpSessions(sessions))
  const slots = { firstSlot: BENCH_NOW / SLOT_MS - SLOTS, length: SLOTS, now: BENCH_NOW }
  const { sweep, merged } = await measure(ROUNDS, {
    sweep: () => void agentTimePerSlot(columns, slots),
    merged: () => void mergedAgentTimePerSlot(columns, slots),
  })
  return [
    { what: `sweep of ${count(sessions)} sessions over 180 days`, value: ms(sweep) },
    { what: 'the same, overlaps of an agent merged', value: ms(merged), goal: atMostMs(limit, merged) },
  ]
}

function madeUpSessions(length: number) {
  const random = createRandom(7)
  return Array.from({ length }, (_, index) => {
    const startedAt = BENCH_NOW - Math.floor(random.uniform() * 180 * DAY_MS)
    return {
      agentId: `agent-${index % 40}`,
      startedAt,
      endedAt: startedAt + Math.floor((20 + random.uniform() * 220) * 60_000),
    }
  })
}

async function whatIfRows(): Promise<readonly BenchRow[]> {
  const inputs = largeInputs()
  const plan = largePlan(inputs)
  const predictor = createPlanPredictor(inputs)
  const { predict, erlang, clone } = await measure(ROUNDS, {
    predict: () => void predictor.predict(plan),
    erlang: () => {
      let sum = 0
      for (let cell = 0; cell < WEEK_CELLS; cell++) sum += erlangB(cell % 12, 0.5 + (cell % 7))
      if (!(sum > 0)) throw new Error('Nobody was ever turned away.')
    },
    clone: () => void structuredClone(predictor.typicalWeek()),
  })
  return [
    { what: 'what-if: a week of five pools, with attendance', value: ms(predict), goal: atMostMs(4, predict) },
    { what: `Erlang B alone, ${count(WEEK_CELLS)} times`, value: ms(erlang), goal: atMostMs(0.1, erlang) },
    { what: 'a predicted week from thread to thread', value: ms(clone), goal: atMostMs(2, clone) },
  ]
}

async function transferRows({ database, size }: BenchSubject): Promise<readonly BenchRow[]> {
  const { folder } = await firstSync(database.url, { ...size, days: 90 })
  const reader = openTrafficReader(folder.paths.cacheFile)
  const report = createCoverageCalculator().coverage(reader.snapshot(), {
    workspaceId: folder.paths.id,
    from: '2026-04-02',
    to: '2026-06-30',
    timeZone: 'America/New_York',
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    clock: BENCH_NOW,
    countAway: true,
  })
  reader.close()
  folder.remove()
  // From the reader's thread to the main one, and from there as JSON to the page.
  const { carry } = await measure(ROUNDS, { carry: () => void JSON.parse(JSON.stringify(structuredClone(report))) })
  return [{ what: 'a report of 90 days from its thread to the page', value: ms(carry), goal: atMostMs(2, carry) }]
}
