import { parseArgs } from 'node:util'
import { shareFairly } from '../../shared/optimise/fair-shares.ts'
import type { SuggestOptions } from '../../shared/optimise/problem.ts'
import type { PastShare } from '../../shared/optimise/shares.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { NO_RULES, type Rules } from '../../shared/plan/rules/rules.ts'
import { fairnessOf, workedTimes } from '../../shared/plan/staffing/fairness.ts'
import { assembleInputs } from '../../shared/predict/assemble/assemble-inputs.ts'
import { intervalsInWeek } from '../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { addDays, formatLocalDate } from '../../shared/time/local.ts'
import { factsOf, planOf } from './observed.ts'
import { liveHistory } from './replay.ts'
import { table } from './report.ts'
import { firstDayOf } from './wall-clock.ts'
import type { World } from './world.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'

// Plans of made-up sites, week after week as they were or shared more fairly: how far agents are from their share of nights and weekends.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    sites: { type: 'string', default: '' },
    weeks: { type: 'string', default: '12' },
    loss: { type: 'string', default: '0.2' },
  },
})
const RULES: Rules = { ...NO_RULES, plan: { ...NO_RULES.plan, limits: { minRestHours: 11, maxConsecutiveDays: 6 } } }
const weeks = Number(values.weeks)
const mostLost = Number(values.loss) / 100

/** After so many weeks: hours that agents are from their fair share on average, and covered visitors lost, in percent. */
function sharedWeeks(world: World, isFair: boolean) {
  const firstDate = formatLocalDate(firstDayOf(world, world.weeks))
  const facts = factsOf(world, liveHistory(world))
  const inputs = assembleInputs(facts, { timeZone: world.timeZone, firstDate, knownDays: [], seed: 1, draws: 2 })
  const plan = planOf(world, world.shiftsOf(world.weeks))
  const past = new Map<string, PastShare>()
  let [lost, seconds, exchanges, first] = [0, 0, 0, null as readonly [number | null, number | null] | null]
  for (let week = 0; week < weeks; week += 1) {
    const begun = performance.now()
    const shared = isFair
      ? shareFairly(
          { inputs, poolId: plan.poolId, plan, options: { ...OPTIONS, rules: RULES } },
          { plan, past, mostLost },
        )
      : null
    seconds = Math.max(seconds, (performance.now() - begun) / 1000)
    first ??= shared === null ? null : [shared.spreadBefore, shared.spreadAfter]
    lost += shared === null ? 0 : shared.coveredLost
    exchanges += shared?.exchanges ?? 0
    add(past, shared?.plan ?? plan, inputs)
  }
  return { spread: spreadOf(past), lost: lost / weeks, seconds, exchanges, first, agents: past.size, inputs, plan }
}

function add(past: Map<string, PastShare>, plan: Plan, inputs: Parameters<typeof intervalsInWeek>[1]): void {
  const range = { from: inputs.firstDate, to: addDays(inputs.firstDate, 6), timeZone: inputs.timeZone }
  for (const { agentId, hours, unpopularHours } of fairnessOf(workedTimes(intervalsInWeek(plan, inputs)), range)
    .agents) {
    const before = past.get(agentId) ?? { hours: 0, unpopularHours: 0 }
    past.set(agentId, { hours: before.hours + hours, unpopularHours: before.unpopularHours + unpopularHours })
  }
}

function spreadOf(past: ReadonlyMap<string, PastShare>): number {
  const all = [...past.values()]
  const sum = (of: (one: PastShare) => number): number => all.reduce((total, one) => total + of(one), 0)
  const rate = sum((one) => one.unpopularHours) / sum((one) => one.hours)
  return sum((one) => Math.abs(one.unpopularHours - rate * one.hours)) / all.length
}

const OPTIONS: SuggestOptions = {
  moves: 'breaks',
  goal: { kind: 'cover' },
  rules: RULES,
  keepsEveryRule: false,
  shapes: { startsEveryMinutes: 60, lengthsHours: [4, 6, 8], breakMinutes: 30, breakAfterHours: 5 },
  hoursBudget: null,
  addHours: 0,
  agents: [],
  pinnedShifts: [],
  pinnedAgents: [],
  maxChanges: null,
  changePrice: 0,
  gap: 0,
  seed: 1,
  limits: { neighbourhoods: 0, boundSteps: 0 },
}

function coveredOf({ inputs, plan }: Pick<ReturnType<typeof sharedWeeks>, 'inputs' | 'plan'>): number {
  return createPlanPredictor(inputs, { poolId: plan.poolId }).predict(intervalsInWeek(plan, inputs)).totals.covered
}

const rows = SITE_NAMES.filter((name) => name.includes(values.sites))
  .flatMap((name) => values.seeds.split(',').map((seed) => makeWorld(name, Number(seed))))
  .filter(({ kind }) => kind === 'busy')
  .map((world) => {
    const [asPlanned, fair] = [sharedWeeks(world, false), sharedWeeks(world, true)]
    const covered = coveredOf(fair)
    return [
      world.name,
      String(fair.agents),
      fair.first!.map((spread) => spread?.toFixed(1) ?? '-').join(' → '),
      `${asPlanned.spread.toFixed(1)} → ${fair.spread.toFixed(1)}`,
      `${((100 * fair.lost) / covered).toFixed(2)} %`,
      String(fair.exchanges),
      fair.seconds.toFixed(1),
    ]
  })
process.stdout.write(
  `${table(['', 'agents', 'one week', `${weeks} weeks`, 'covered lost', 'exchanges', 'most seconds'], rows)}\n`,
)
