import { parseArgs } from 'node:util'
import { presentSessions, type SessionInterval } from '../../shared/coverage/index.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import { assembleInputs } from '../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../shared/predict/assemble/facts.ts'
import type { PredictionInputs } from '../../shared/predict/types.ts'
import { drawWorld } from './drawn-worlds.ts'
import { awayOf, cellsOf, factsOf, recordsOf } from './observed.ts'
import { bandsOf, predict, rateOfPrediction, intervalsOf } from './predicted.ts'
import { type Events, liveHistory } from './replay.ts'
import { KINDS, table } from './report.ts'
import { SCHEDULES, shiftsUnder } from './schedules.ts'
import { scoreOf } from './score.ts'
import { mean, truthOf } from './truth.ts'
import { weekDate } from './wall-clock.ts'
import type { World } from './world.ts'

// Asks whether predictions get better where the source records when agents are away: the same sites predicted with sessions as they are,
// and with that in three ways, each where all agents set their status and where half of them do. Errors by site, with standard errors.
const { values } = parseArgs({
  options: {
    drawn: { type: 'string', default: '1,2,3' },
    kinds: { type: 'string', default: KINDS.join(',') },
    replays: { type: 'string', default: '24' },
  },
})
/** Single weeks that each case is scored on. */
const WEEKS_EACH = 4
const SHARES = [
  ['all', 1],
  ['half', 0.5],
] as const

function optionsOf(world: World) {
  return {
    timeZone: world.timeZone,
    firstDate: weekDate(world, world.weeks),
    knownDays: [],
    visitorsPerAgent: null,
    seed: 1,
  }
}

/** Inputs learned from a history, by what of the time away they were told. */
function variantsOf(world: World, history: Events): ReadonlyMap<string, PredictionInputs> {
  const options = optionsOf(world)
  const facts = factsOf(world, history)
  const variants = new Map([['sessions', assembleInputs(facts, options)]])
  for (const [name, share] of SHARES) {
    const present = presentSessions(facts.sessions, awayOf(world, history, share), history.end)
    const recounted: PredictionFacts = {
      ...facts,
      batches: cellsOf(world, history, { ...recordsOf(world, history), sessions: present }),
    }
    variants.set(`away is offline, ${name}`, assembleInputs({ ...recounted, sessions: present }, options))
    variants.set(
      `away in the fit, ${name}`,
      lessAvailable(
        assembleInputs(recounted, options),
        hoursOf(present, history.end) / hoursOf(facts.sessions, history.end),
      ),
    )
  }
  return variants
}

/** The fit saw nobody who was away; of people who are online some are. */
function lessAvailable(inputs: PredictionInputs, share: number): PredictionInputs {
  const scaled = <T extends { readonly availability: number }>(one: T): T => ({
    ...one,
    availability: one.availability * share,
  })
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({
      ...pool,
      model: { ...scaled(pool.model), draws: pool.model.draws.map(scaled) },
    })),
  }
}

function hoursOf(sessions: readonly SessionInterval[], end: number): number {
  return sessions.reduce((sum, { startedAt, endedAt }) => sum + (endedAt ?? end) - startedAt, 0)
}

interface Scores {
  /** Points off what was to be expected, and off single weeks; interval score; share of weeks in the 80% band. */
  readonly expected: number
  readonly single: number
  readonly interval: number
  readonly holds: number
}
const MEASURES = ['expected', 'single', 'interval', 'holds'] as const satisfies readonly (keyof Scores)[]

function scoresOf(world: World): ReadonlyMap<string, Scores> {
  const variants = variantsOf(world, liveHistory(world))
  const truths = SCHEDULES.map((name) => {
    const shifts = shiftsUnder(world, name)
    return {
      intervals: intervalsOf(world, shifts),
      truth: truthOf(world, shifts, { name, replays: Number(values.replays) }),
    }
  })
  return new Map(
    [...variants].map(([variant, inputs]) => {
      const cases = truths.map(({ intervals, truth }) => ({
        truth,
        predicted: rateOfPrediction(predict(world, inputs, intervals)),
        band: bandsOf(world, inputs, intervals),
      }))
      const score = scoreOf(
        cases.flatMap(({ truth, predicted, band }) =>
          truth.weeks.slice(0, WEEKS_EACH).map((week) => ({ actual: coverageFraction(week, 1), predicted, band })),
        ),
      )
      const expected = mean(cases.map(({ truth, predicted }) => 100 * Math.abs(predicted - truth.rate)))
      return [variant, { expected, single: score.meanError, interval: score.intervalScore, holds: 100 * score.holds80 }]
    }),
  )
}

const kinds = KINDS.filter((kind) => values.kinds.includes(kind))
const sites = kinds.flatMap((kind) =>
  values.drawn.split(',').map((number) => ({ kind, scores: scoresOf(drawWorld(kind, Number(number))) })),
)
const rows = [...kinds, 'all'].flatMap((kind) => {
  const own = sites.filter((site) => kind === 'all' || site.kind === kind)
  return [...own[0]!.scores.keys()].map((variant) => [
    kind,
    variant,
    ...MEASURES.map((measure) => {
      const differences = own.map(({ scores }) => scores.get(variant)![measure] - scores.get('sessions')![measure])
      const average = mean(differences)
      const standardError = Math.sqrt(
        mean(differences.map((one) => (one - average) ** 2)) / Math.max(1, own.length - 1),
      )
      return `${mean(own.map(({ scores }) => scores.get(variant)![measure])).toFixed(2)} (${average >= 0 ? '+' : ''}${average.toFixed(2)} ± ${standardError.toFixed(2)})`
    }),
  ])
})
process.stdout.write(`${table(['sites', 'told', ...MEASURES], rows)}\n`)
