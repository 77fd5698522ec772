import { localDateOf, parseLocalDate } from '../../time/local.ts'
import { beginsIn } from '../planned-intervals.ts'
import type { WeekClock } from '../week-clock.ts'
import type { AgentWeek } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import type { Published } from './rule-types.ts'
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
  const before = publishedFor(agentId, published, clock)
  const changed = intervals.filter((interval) => !before.some((each) => isSame(each, interval)))
  const gone = before.filter((each) => !intervals.some((interval) => isSame(each, interval)))
  const missing = ({ start }: Beginning): number => daysMissing(start, { noticeDays, published, clock })
  const late = changed.filter((interval) => missing(interval) > 0)
  const goneLate = gone.filter((each) => missing(each) > 0)
  const by = Math.max(0, ...[...late, ...goneLate].map(missing))
  if (by === 0) return []
  // A shift that moved is one that is gone and one that is new.
  const shifts = Math.max(late.length, goneLate.length)
  const about = { agentId, shiftIds: idsOf(late), by }
  return [{ kind: 'short-notice', ...about, shifts, notice: noticeDays - by, required: noticeDays }]
}

/** What is published for an agent in the week and begins too soon to be changed or dropped without notice. */
export function settledShifts(
  agentId: string,
  { rules: { plan, published }, clock }: Pick<CheckContext, 'rules' | 'clock'>,
): Published['intervals'] {
  const { noticeDays = null } = plan
  if (noticeDays === null || published === undefined) return []
  return publishedFor(agentId, published, clock).filter(
    ({ start }) => daysMissing(start, { noticeDays, published, clock }) > 0,
  )
}

function publishedFor(agentId: string, published: Published, clock: WeekClock): Published['intervals'] {
  return published.intervals.filter((each) => each.agentId === agentId && beginsIn(each, clock))
}

interface Beginning {
  readonly start: number
}

interface Notice {
  readonly noticeDays: number
  readonly published: Published
  readonly clock: WeekClock
}

/** By how many days notice is too short; 0 or less: it is long enough, or what begins then has begun. */
function daysMissing(start: number, { noticeDays, published, clock }: Notice): number {
  if (start <= published.now) return 0
  const today = parseLocalDate(localDateOf(published.now, clock.timeZone))
  return noticeDays - (parseLocalDate(localDateOf(start, clock.timeZone)) - today)
}

function isSame(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start === other.start && one.end === other.end
}
