import type { Formatter } from '../../../format/formatter.ts'
import type { PoolModel } from '../staffing-types.ts'
import type { TrustModel } from './trust-model.ts'

/** Share of 80 % bands that hold where all is well, with room for chance. */
const GOOD_HELD = { least: 0.7, most: 0.92 }
/** Points that a week's coverage may be off and still be near. */
const NEAR_POINTS = 4
/** From fewer weeks little is concluded. */
const FEW_WEEKS = 4
/** Shorter histories are told in days. */
const WEEKS_FROM = 2

export type TrustMood = 'good' | 'care' | 'early' | 'blind'

/** Whether one can lean on predictions, in a word. `isBlind`: there are no sessions to predict from. */
export function trustMood({ weeks, hours, hoursHeld, meanOff }: TrustModel, isBlind = false): TrustMood {
  if (isBlind) return 'blind'
  if (weeks.length < FEW_WEEKS || hours === 0) return 'early'
  return meanOff <= NEAR_POINTS && hoursHeld / hours >= GOOD_HELD.least ? 'good' : 'care'
}

/** Whether visitors were covered and no agent of any of the pools was ever seen online: nobody is expected to be covered then. */
export function isWithoutSessions(pools: readonly PoolModel[]): boolean {
  const has = ({ warnings }: PoolModel, wanted: PoolModel['warnings'][number]['kind']): boolean => warnings.some(({ kind }) => kind === wanted)
  return pools.every((pool) => has(pool, 'no-sessions')) && pools.some((pool) => has(pool, 'covered-outside-sessions'))
}

/** The answer to "can I trust this?". */
export function trustHeadline(model: TrustModel, isBlind = false): string {
  switch (trustMood(model, isBlind)) {
    case 'blind':
      return 'No: when agents are online is not known, so coverage cannot be predicted.'
    case 'good':
      return 'Yes: past weeks came out close to what would have been predicted.'
    case 'care':
      return 'With care: past weeks came out further from what would have been predicted than they should.'
    case 'early':
      return model.weeks.length === 0 ? 'Not known yet: no past week could be tried.' : 'Too early to say: few past weeks could be tried.'
  }
}

/** What the answer rests on. */
export function trustDetails(model: TrustModel, format: Formatter): readonly string[] {
  const { weeks, weeksHeld, meanOff, bias, visitorsOff, hours, hoursHeld } = model
  if (weeks.length === 0) return ['A week can be tried once two whole weeks of history lie before it.']
  const off = `The week's coverage was ${tenths(meanOff)} points off on average${Math.abs(bias) < 0.5 ? '' : `, and ${tenths(Math.abs(bias))} points ${bias > 0 ? 'lower' : 'higher'} than predicted`}. Its visitors were ${format.rate(100 * visitorsOff)} off.`
  const share = hours === 0 ? 0 : hoursHeld / hours
  const judged = share < GOOD_HELD.least ? ' The bands are too narrow: take them as wider.' : share > GOOD_HELD.most ? ' The bands are wider than they need to be.' : ''
  return [
    `${weeksHeld} of ${weeks.length} weeks came out within their 80 % band. ${off}`,
    `Of ${format.count(hours)} single hours, ${format.rate(100 * share)} came out within their band; 80 % should.${judged}`,
  ]
}

/** How much history that is: "9 days", "26 weeks". */
export function historyWords(weeks: number, format: Formatter): string {
  if (weeks >= WEEKS_FROM) return `${format.count(weeks)} weeks`
  const days = Math.round(7 * weeks)
  return days === 1 ? '1 day' : `${days} days`
}

/** How far off the visitors themselves were forecast, over past weeks; `wape` 0-1. */
export function visitorsOffWords(wape: number, origins: number, format: Formatter): string {
  return `Visitors themselves were forecast ${format.rate(100 * wape)} off per quarter-hour, over ${origins === 1 ? 'one past week' : `${format.count(origins)} past weeks`}; sums over hours and days are much nearer.`
}

function tenths(points: number): string {
  return points.toFixed(1)
}

const HELP: Readonly<Record<PoolModel['warnings'][number]['kind'], string>> = {
  'little-history': 'Bring more history: a sync can reach further back, and each week to come helps.',
  'few-visits': 'Look at all pools together until this one has seen more visitors.',
  'availability-fixed': 'Weeks with other numbers of agents at the same hour would tell the two apart.',
  'no-sessions': 'Check that the source fills its table of agent sessions, and that the mapping names it.',
  'membership-unknown': 'Give the source a table of pool members, or name it in the mapping.',
  'covered-outside-sessions': 'See to it that agents sign on before they serve.',
  'starved-pool': 'Look at these pools together.',
  'poor-fit': 'Change staffing in small steps, and look at Compare after each.',
}

/** What to know before leaning on a model, and what would help; each once, with the pools it is about. */
export function modelNotes(pools: readonly PoolModel[]): readonly { readonly text: string; readonly help: string; readonly of: string | null }[] {
  const byText = Map.groupBy(
    pools.flatMap((pool) => pool.warnings.map((warning) => ({ ...warning, pool: pool.name }))),
    ({ text }) => text,
  )
  return [...byText].map(([text, found]) => ({ text, help: HELP[found[0]!.kind], of: found.length === pools.length && pools.length > 1 ? null : found.map(({ pool }) => pool).join(', ') }))
}
