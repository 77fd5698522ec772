import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { forecastDemand } from '../../shared/predict/forecast/forecast.ts'
import { fitCoverageModel } from '../../shared/predict/model/fit-coverage-model.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { sensitivity } from '../../shared/predict/plan-prediction/sensitivity.ts'
import { weekBands } from '../../shared/predict/plan-prediction/week-bands.ts'
import { measure, median } from './measure.ts'
import { atMostMs, ms, type BenchTable } from './table.ts'
import { datedHistories, demandHistories, fitInput, largeInputs, largePlan, SIZE } from './prediction-data.ts'

interface Task {
  readonly what: string
  /** Milliseconds. */
  readonly limit?: number
  readonly work: () => unknown
  /** How often it is done before the time is taken: what a drag asks for at every move is never done once. */
  readonly before?: number
}

const ROUNDS = 9
const MOVES = 10

/** All that a prediction is made of. On a busy machine the processor's own time is the one to read. */
export async function benchPrediction(): Promise<readonly BenchTable[]> {
  const tasks = predictionTasks()
  const own = new Map<string, number[]>(tasks.map(({ what }) => [what, []]))
  const walls = await measure(
    ROUNDS,
    Object.fromEntries(tasks.map((task) => [task.what, () => timed(task, own.get(task.what)!)])),
  )
  return [
    {
      title: `Prediction: ${SIZE.weeks} weeks of quarter-hours, ${SIZE.pools} pools, a plan of ${SIZE.shifts} shifts and ${SIZE.agents} agents`,
      rows: tasks.map(({ what, limit }) => ({
        what,
        value: `${ms(walls[what]!)} (processor ${ms(median(own.get(what)!))})`,
        ...(limit === undefined ? {} : { goal: atMostMs(limit, walls[what]!) }),
      })),
    },
  ]
}

function predictionTasks(): readonly Task[] {
  const histories = demandHistories()
  const dated = datedHistories()
  const apart = fitInput((pool) => [`agent-${pool}`])
  const shared = fitInput(() => null)
  const inputs = largeInputs()
  const plan = largePlan(inputs)
  const predictor = createPlanPredictor(inputs)
  const session = predictor.startSession(plan)
  const edited = plan[5]!
  let later = 0
  const forecastAll = (slotMinutes: 15 | 60, of = histories): void => {
    for (const history of of) forecastDemand(history, { firstDate: '2026-07-06', slotMinutes })
  }
  return [
    { what: 'forecast with bands and scores, quarter-hours', limit: 300, work: () => forecastAll(15) },
    { what: 'the same in hours', work: () => forecastAll(60) },
    { what: 'quarter-hours with two years and 54 known days', limit: 600, work: () => forecastAll(15, dated) },
    {
      what: 'fit, pools with their own agents',
      limit: 2000,
      work: () => fitCoverageModel(apart, { seed: 1, draws: 0 }),
    },
    { what: 'fit, pools that share agents', limit: 2000, work: () => fitCoverageModel(shared, { seed: 1, draws: 0 }) },
    { what: 'fit with 200 draws, own agents', work: () => fitCoverageModel(apart, { seed: 1, draws: 200 }) },
    { what: 'fit with 200 draws, shared agents', work: () => fitCoverageModel(shared, { seed: 1, draws: 200 }) },
    { what: 'opening a week', work: () => createPlanPredictor(inputs).predict([]) },
    { what: 'point prediction of the plan', limit: 4, before: MOVES, work: () => predictor.predict(plan) },
    {
      what: 'an edit of one shift',
      limit: 4,
      before: MOVES,
      work: () => session.replaceShift(edited.shiftId, [{ ...edited, end: edited.end + (later++ % 2) * HOUR_MS }]),
    },
    { what: 'bands of the plan', limit: 200, work: () => weekBands(inputs, { schedule: plan, baseline: null }) },
    {
      what: 'sensitivity: six levels of visitors, none to three absent a day',
      limit: 1000,
      work: () => sensitivity(inputs, { schedule: plan, canBeAbsent: () => true }),
    },
    {
      what: 'bands of the plan and of the typical week',
      limit: 200,
      work: () => weekBands(inputs, { schedule: plan, baseline: 'typical' }),
    },
  ]
}

/** Wall milliseconds; notes the processor's own. */
function timed({ work, before = 0 }: Task, own: number[]): number {
  for (let count = 0; count < before; count += 1) work()
  const started = performance.now()
  own.push(processorTime(work))
  return performance.now() - started
}

/** Milliseconds of all of this process's threads. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
