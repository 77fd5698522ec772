import { localDateOf, parseLocalDate } from '../../time/local.ts'
import { beginsIn } from '../planned-intervals.ts'
import type { AgentWeek } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import type { Violation } from './violation.ts'

/**
 * Shifts of the week that differ from what is published and begin too soon: new ones, changed ones, and published ones that are gone. What
 * has begun already is no news. Days are counted from today's local date in the plan's zone to that on which the shift begins.
 */
export function checkNotice(
  agentId: string,
  { intervals }: AgentWeek,
  { rules: { plan, published }, clock }: CheckContext,
): readonly Violation[] {
  const { noticeDays = null } = plan
  if (noticeDays === null || published === undefined) return []
  const today = parseLocalDate(localDateOf(published.now, clock.timeZone))
  const before = published.intervals.filter((each) => each.agentId === agentId && beginsIn(each, clock))
  const changed = intervals.filter((interval) => !before.some((each) => isSame(each, interval)))
  const gone = before.filter((each) => !intervals.some((interval) => isSame(each, interval)))
  const missing = ({ start }: { readonly start: number }): number =>
    start <= published.now ? 0 : noticeDays - (parseLocalDate(localDateOf(start, clock.timeZone)) - today)
  const late = changed.filter((interval) => missing(interval) > 0)
  const goneLate = gone.filter((each) => missing(each) > 0)
  const by = Math.max(0, ...[...late, ...goneLate].map(missing))
  if (by === 0) return []
  // A shift that moved is one that is gone and one that is new.
  const shifts = Math.max(late.length, goneLate.length)
  const about = { agentId, shiftIds: idsOf(late), by }
  return [{ kind: 'short-notice', ...about, shifts, notice: noticeDays - by, required: noticeDays }]
}

function isSame(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start === other.start && one.end === other.end
}
