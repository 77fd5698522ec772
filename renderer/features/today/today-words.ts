import { rateOf } from '../../../shared/compare/compared.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { TodayAgent, TodayFigures, TodayReport } from './today-types.ts'

/** A factor this near to 1 is an ordinary day. */
const ORDINARY = 0.03

/** "240 came up to 14:05, 220 were expected: the rest of the day is expected 8 % busier than forecast." Of what is known: up to the last sync. */
export function paceWords({ factor, soFar, expectedSoFar, now }: TodayFigures, timeZone: string, format: Formatter): string {
  const came = `${format.count(soFar.visitors)} came up to ${format.time(now, timeZone)}, ${format.count(expectedSoFar.visitors)} were expected`
  if (expectedSoFar.visitors < 1 && soFar.visitors === 0) return 'The day has only begun: the rest is as forecast.'
  if (Math.abs(factor - 1) < ORDINARY) return `${came}: the rest of the day is as forecast.`
  return `${came}: the rest of the day is expected ${format.rate(100 * Math.abs(factor - 1))} ${factor > 1 ? 'busier' : 'quieter'} than forecast.`
}

/** On what the rest of the day rests. */
export function basisWords({ planName }: Pick<TodayReport, 'planName'>): string {
  return planName === null
    ? 'Coverage to come is that of the typical week: no plan for all pools is published for today.'
    : `Coverage to come is that of “${planName}” as published, with people coming as they usually do.`
}

/** An hour in a sentence, for the table and for those who hear it. */
export function hourWords({ actual, rest, expected }: TodayFigures['hours'][number], format: Formatter): readonly string[] {
  const rate = (sums: { readonly visitors: number; readonly covered: number }): string => (sums.visitors < 0.5 ? '–' : format.rate(100 * rateOf(sums)))
  return [
    actual === null ? '–' : format.count(actual.visitors),
    actual === null ? '–' : format.count(actual.visitors - actual.covered),
    actual === null || actual.visitors === 0 ? '–' : rate(actual),
    rest.visitors === 0 ? '–' : format.count(rest.visitors),
    rest.visitors === 0 ? '–' : rate(rest),
    format.count(expected.visitors),
  ]
}

/** Groups of agents in the order in which they matter now. */
export const GROUPS: readonly { readonly state: TodayAgent['state']; readonly title: string }[] = [
  { state: 'missing', title: 'Planned now and not online' },
  { state: 'here', title: 'Online as planned' },
  { state: 'extra', title: 'Online, not planned' },
  { state: 'break', title: 'On a break' },
  { state: 'later', title: 'Later today' },
  { state: 'over', title: 'Done for today' },
]

/** "08:00–16:30, online since 08:04". */
export function agentWords({ state, shift, onlineSince, wasHere }: TodayAgent, timeZone: string, format: Formatter): string {
  const time = (iso: string): string => format.time(Date.parse(iso), timeZone)
  const planned = shift === null ? null : `${time(shift.start)}–${time(shift.end)}`
  const since = onlineSince === null ? null : `online since ${time(onlineSince)}`
  const missing = state === 'missing' ? (wasHere ? 'was online before' : 'not online yet') : null
  return [planned, since, missing].filter((one) => one !== null).join(', ')
}

/** What there is to say of syncing of its own accord. */
export function autoSyncWords({ autoSync: { minutes, failures, nextAt }, timeZone }: Pick<TodayReport, 'autoSync' | 'timeZone'>, format: Formatter): string {
  if (minutes === null) return 'Figures come when you press Sync. In Settings, Covercast can sync every few minutes while it is open.'
  const next = nextAt === null ? '' : ` Next at ${format.time(Date.parse(nextAt), timeZone)}.`
  if (failures > 0) return `The last ${failures === 1 ? 'sync' : `${failures} syncs`} did not succeed; it is tried again later.${next}`
  return `A sync every ${minutes === 1 ? 'minute' : `${minutes} minutes`} while Covercast is open.${next}`
}
