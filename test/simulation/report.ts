import { bandAround, quantile, scoreOf, type ScoredWeek } from './score.ts'
import { deviation, mean } from './truth.ts'
import { SCHEDULES } from './schedules.ts'
import type { Band } from '../../shared/predict/types.ts'
import type { Blame, Case } from './evaluate.ts'

export const KINDS = ['busy', 'sparse', 'presence'] as const

/** The predictions that anybody could make. */
export const NAIVE = ['lastWeek', 'sameCell', 'anybodyPlanned'] as const
const PARTS = ['traffic', 'staffing', 'model', 'formula'] as const satisfies readonly (keyof Blame)[]

/** Cases of one kind of site under one schedule; 'all' of either. */
export interface CaseClass {
  readonly kind: string
  readonly schedule: string
  readonly cases: readonly Case[]
}

/** Cases by kind of site and schedule, and all of each kind. */
export function classesOf(cases: readonly Case[]): readonly CaseClass[] {
  return KINDS.flatMap((kind) => {
    const ofKind = cases.filter(({ world }) => world.kind === kind)
    const classes = SCHEDULES.map((schedule) => ({
      kind,
      schedule,
      cases: ofKind.filter((one) => one.schedule === schedule),
    }))
    return [...classes, { kind, schedule: 'all', cases: ofKind }].filter((one) => one.cases.length > 0)
  })
}

/** Errors in points of coverage: against single weeks, and against what was to be expected of them. */
export interface Errors {
  readonly single: number
  readonly worstSingle: number
  readonly expected: number
  /** The 95th percentile. */
  readonly highExpected: number
  readonly worstExpected: number
}

/** Errors of one way to predict, over cases. */
export function errorsOf(cases: readonly Case[], predicted: (one: Case) => number): Errors {
  const single = cases.flatMap((one) => one.weeks.map((actual) => 100 * Math.abs(predicted(one) - actual)))
  const expected = cases.map((one) => 100 * Math.abs(predicted(one) - one.truth.rate))
  return {
    single: mean(single),
    worstSingle: Math.max(...single),
    expected: mean(expected),
    highExpected: quantile(expected, 0.95),
    worstExpected: Math.max(...expected),
  }
}

/** The single weeks of some cases, each with a prediction and a band. */
export function weeksOf(
  cases: readonly Case[],
  predicted: (one: Case) => number,
  band: (one: Case) => Band,
): readonly ScoredWeek[] {
  return cases.flatMap((one) => one.weeks.map((actual) => ({ actual, predicted: predicted(one), band: band(one) })))
}

/** Interval scores of the three naive predictions with a band of past weeks' width; the best of them. */
export function bestNaiveScore(cases: readonly Case[]): number {
  return Math.min(
    ...NAIVE.map(
      (name) =>
        scoreOf(
          weeksOf(
            cases,
            (one) => one.naive[name],
            (one) => bandAround(one.naive[name], one.pastDeviation),
          ),
        ).intervalScore,
    ),
  )
}

/** How far off predictions were, by kind of site and schedule, beside what anybody could have predicted. `!` marks where that was as good. */
export function classTable(cases: readonly Case[]): string {
  const head = [
    'site',
    'schedule',
    'weeks',
    'mean error',
    'worst',
    'bias',
    'chance alone',
    'vs expected',
    'worst',
    '80% holds',
    '95% holds',
    'score',
    'naive',
    'floor',
    'last week',
    'same cell',
    'anybody planned',
  ]
  return table(head, [...classesOf(cases), { kind: 'all', schedule: 'all', cases }].map(classRow))
}

function classRow({ kind, schedule, cases }: CaseClass): string[] {
  const score = scoreOf(
    weeksOf(
      cases,
      ({ predicted }) => predicted,
      ({ band }) => band,
    ),
  )
  const floor = scoreOf(
    weeksOf(
      cases,
      ({ truth }) => truth.rate,
      (one) => one.floor,
    ),
  )
  const ours = errorsOf(cases, ({ predicted }) => predicted)
  const mark = (other: number, own: number): string => `${other.toFixed(2)}${other <= own ? '!' : ''}`
  return [
    kind,
    schedule,
    String(score.cases),
    score.meanError.toFixed(2),
    score.worstError.toFixed(1),
    score.bias.toFixed(2),
    floor.meanError.toFixed(2),
    ours.expected.toFixed(2),
    ours.worstExpected.toFixed(1),
    (100 * score.holds80).toFixed(0),
    (100 * score.holds95).toFixed(0),
    score.intervalScore.toFixed(1),
    bestNaiveScore(cases).toFixed(1),
    floor.intervalScore.toFixed(1),
    ...NAIVE.map((name) => {
      const naive = errorsOf(cases, (one) => one.naive[name])
      return `${mark(naive.single, ours.single)} / ${mark(naive.expected, ours.expected)}`
    }),
  ]
}

/** What errors against the expected rate come from, by kind and schedule: mean, and mean size, in points. */
export function blameTable(cases: readonly Case[]): string {
  const head = ['site', 'schedule', ...PARTS.map((part) => `${part} (size)`), 'agent-hours off by', 'visitors off by']
  return table(
    head,
    classesOf(cases).map(({ kind, schedule, cases: group }) => [
      kind,
      schedule,
      ...PARTS.map(
        (part) =>
          `${mean(group.map(({ blame }) => blame[part])).toFixed(2)} (${mean(group.map(({ blame }) => Math.abs(blame[part]))).toFixed(2)})`,
      ),
      signedPercent(mean(group.map(({ agentHours, truth }) => agentHours / truth.onlineHours - 1))),
      signedPercent(mean(group.map(({ visitors, truth }) => visitors / truth.visitors - 1))),
    ]),
  )
}

/** Every case, with what each part of the error comes from. */
export function detailTable(cases: readonly Case[]): string {
  const head = [
    'world',
    'schedule',
    'predicted',
    'truth ± sd',
    'error',
    '80% range',
    '80% of weeks',
    ...PARTS,
    'h min (true)',
    'q',
    'm (true)',
    'hours expected/true',
    'visitors/true',
  ]
  return table(
    head,
    cases.map((one) => [
      one.world.seed,
      one.schedule,
      points(one.predicted),
      `${points(one.truth.rate)} ± ${points(one.truth.deviation)}`,
      points(one.predicted - one.truth.rate),
      `${points(one.band.lower80)}-${points(one.band.upper80)}`,
      `${points(one.floor.lower80)}-${points(one.floor.upper80)}`,
      ...PARTS.map((part) => one.blame[part].toFixed(1)),
      one.pools
        .map(
          ({ holdingMinutes, poolId }) =>
            `${holdingMinutes.toFixed(2)} (${one.world.pools.find(({ id }) => id === poolId)?.minutes.toFixed(1) ?? '–'})`,
        )
        .join(', '),
      [...new Set(one.pools.map(({ availability }) => availability.toFixed(2)))].join(', '),
      `${[...new Set(one.pools.map(({ visitorsPerAgent }) => visitorsPerAgent))].join(', ')} (${one.world.visitorsPerAgent})`,
      `${one.agentHours.toFixed(0)}/${one.truth.onlineHours.toFixed(0)}`,
      `${one.visitors.toFixed(0)}/${one.truth.visitors.toFixed(0)}`,
    ]),
  )
}

function points(rate: number): string {
  return (100 * rate).toFixed(1)
}

function signedPercent(share: number): string {
  return `${share >= 0 ? '+' : ''}${points(share)}%`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** How well sites were predicted, in points against what was to be expected: sites, not cases, are the sample. */
export interface SiteScore {
  readonly error: number
  readonly standardError: number
  readonly worst: number
  readonly bias: number
  /** Error of every hour's past average. */
  readonly pastAverage: number
  /** Shares (0-1) of single weeks within the ranges. */
  readonly holds80: number
  readonly holds95: number
}

/** Scores of the cases of each site. */
export function scoreBySite(sites: readonly (readonly Case[])[]): SiteScore {
  const bySite = sites.map((cases) => errorsOf(cases, ({ predicted }) => predicted))
  const error = mean(bySite.map(({ expected }) => expected))
  const all = sites.flat()
  const { holds80, holds95 } = scoreOf(
    weeksOf(
      all,
      ({ predicted }) => predicted,
      ({ band }) => band,
    ),
  )
  return {
    error,
    standardError: deviation(bySite.map(({ expected }) => expected)) / Math.sqrt(sites.length),
    worst: Math.max(...bySite.map(({ worstExpected }) => worstExpected)),
    bias: mean(all.map(({ predicted, truth }) => 100 * (predicted - truth.rate))),
    pastAverage: errorsOf(all, ({ naive }) => naive.sameCell).expected,
    holds80,
    holds95,
  }
}
