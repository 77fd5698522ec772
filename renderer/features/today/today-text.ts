import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { wholePercent } from '../../../shared/language/formatter.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { TodayAgent, TodayFigures, TodayReport } from './today-types.ts'

/** A factor this near to 1 is an ordinary day. */
const ORDINARY = 0.03

/** "240 visitors by 14:05, 220 forecast. The rest of the day is expected to be 8% busier than forecast." Of what is known: up to the last sync. */
export function paceText(
  { factor, soFar, expectedSoFar, now }: TodayFigures,
  timeZone: string,
  format: Formatter,
): string {
  const t = format.texts.today
  if (expectedSoFar.visitors < 1 && soFar.visitors === 0) return t.justStarted
  const sums = t.visitorsBy({
    count: soFar.visitors,
    time: format.time(now, timeZone),
    expected: format.count(expectedSoFar.visitors),
  })
  const share = format.rate(100 * Math.abs(factor - 1))
  const isOrdinary = Math.abs(factor - 1) < ORDINARY
  const rest = isOrdinary ? t.restAsForecast : factor > 1 ? t.restBusier({ share }) : t.restQuieter({ share })
  return `${sums} ${rest}`
}

/** "5 agents online at 14:05": how old the chance of the next visitor is, beside it. */
export function nextNote({ next, timeZone }: Pick<TodayReport, 'next' | 'timeZone'>, format: Formatter): string {
  const t = format.texts.today
  return next === null ? t.nextUnknown : t.nextNote({ agents: next.agents, time: format.time(next.now, timeZone) })
}

/** "80% range: 78–86%, 120 more visitors expected". */
export function restNote({ rest, restBand }: Pick<TodayFigures, 'rest' | 'restBand'>, format: Formatter): string {
  const t = format.texts.today
  const count = Math.round(rest.visitors)
  if (restBand === null || rest.visitors < 0.5) return t.restOf({ count })
  const { lower80, upper80 } = restBand
  return t.restRange({ from: format.count(wholePercent(100 * lower80)), to: format.rate(100 * upper80), count })
}

/** What predicted coverage of the rest of the day is based on, a sentence for all pools or one for each part of them. */
export function basisTexts(
  { basis }: Pick<TodayReport, 'basis'>,
  { texts: { today: t } }: Formatter,
): readonly string[] {
  return basis.map(({ plans, pools: all }) => {
    const plan = plans.map((name) => t.quotedPlan({ plan: name })).join(', ')
    if (all === null) return plans.length === 0 ? t.basisTypical : t.basisPlan({ plan })
    const pools = all.map(({ name }) => name ?? t.noPool).join(', ')
    return plans.length === 0 ? t.basisTypicalPools({ pools }) : t.basisPools({ pools, plan })
  })
}

/** An hour in a sentence, for the table and for those who hear it. */
export function hourText(
  { actual, rest, expected }: TodayFigures['hours'][number],
  format: Formatter,
): readonly string[] {
  const rate = (sums: { readonly visitors: number; readonly covered: number }): string =>
    sums.visitors < 0.5 ? '–' : format.rate(100 * coverageFraction(sums, 1))
  return [
    actual === null ? '–' : format.count(actual.visitors),
    actual === null ? '–' : format.count(actual.visitors - actual.covered),
    actual === null || actual.visitors === 0 ? '–' : rate(actual),
    rest.visitors === 0 ? '–' : format.count(rest.visitors),
    rest.visitors === 0 ? '–' : rate(rest),
    format.count(expected.visitors),
  ]
}

/** States of agents in the order in which they matter now. */
export const STATES = [
  'absent',
  'missing',
  'here',
  'extra',
  'break',
  'later',
  'over',
] as const satisfies readonly TodayAgent['state'][]

/** "08:00–16:30 · online since 08:04". */
export function agentText(
  { state, shift, onlineSince, wasHere, lost }: TodayAgent,
  timeZone: string,
  format: Formatter,
): string {
  const t = format.texts.today
  const since = onlineSince === null ? null : t.onlineSince({ time: format.time(Date.parse(onlineSince), timeZone) })
  const missing = state === 'missing' ? (wasHere ? t.wasOnline : t.notOnlineYet) : null
  const without = lost === null ? null : t.lost({ count: Math.round(lost) })
  return [shift === null ? null : shiftText(shift, timeZone, format), since, missing, without]
    .filter((one) => one !== null)
    .join(' · ')
}

/** "08:00–16:30 · deactivated since 28 Nov, 09:00", of a scheduled shift that nobody is expected to work. */
export function deactivatedText(
  { shift, since }: TodayReport['deactivated'][number],
  timeZone: string,
  format: Formatter,
): string {
  const time = format.instant(Date.parse(since), timeZone)
  return `${shiftText(shift, timeZone, format)} · ${format.texts.today.deactivatedSince({ time })}`
}

function shiftText(
  { start, end }: { readonly start: string; readonly end: string },
  timeZone: string,
  format: Formatter,
): string {
  return `${format.time(Date.parse(start), timeZone)}–${format.time(Date.parse(end), timeZone)}`
}

/** What there is to know about automatic syncs. */
export function autoSyncText(
  { autoSync: { minutes, failures, nextAt }, timeZone }: Pick<TodayReport, 'autoSync' | 'timeZone'>,
  format: Formatter,
): string {
  const t = format.texts.today
  if (minutes === null) return t.syncManual
  const state = failures > 0 ? t.syncFailed({ count: failures }) : t.syncEvery({ count: minutes })
  return nextAt === null ? state : `${state} ${t.nextSync({ time: format.time(Date.parse(nextAt), timeZone) })}`
}
