import { type Interval, merge, subtract, total } from '../../foundation/interval.ts'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { workedIntervals } from '../planned-intervals.ts'
import type { ContinuousWork } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import { owedBreaksOf } from './rules.ts'
import type { LateBreak, Violation, ViolationDetail } from './violation.ts'

type Found = Extract<ViolationDetail, { kind: 'missing-break' | 'late-break' | 'work-without-break' }> &
  Pick<Violation, 'by'>

/** The rules on breaks of work in one go: how long, by when, how far apart. */
export function checkBreaks(
  agentId: string | null,
  work: ContinuousWork,
  { rules: { plan } }: Pick<CheckContext, 'rules'>,
): readonly Violation[] {
  const { breaksByHour = [], unbrokenWork = null } = plan
  if (owedBreaksOf(plan).length === 0 && breaksByHour.length === 0 && unbrokenWork === null) return []
  const worked = merge(workedIntervals(work.intervals))
  const breaks = subtract([work], worked)
  const day = work.intervals[0]!.localDay
  const about = { agentId, shiftIds: idsOf(work.intervals) }
  return [
    ...owed({ work, worked, breaks, day }, owedBreaksOf(plan)),
    ...byHour({ worked, breaks, day }, breaksByHour),
    ...(unbrokenWork === null ? [] : unbroken({ work, breaks, day }, unbrokenWork)),
  ].map((found) => ({ ...found, ...about }))
}

interface Given {
  readonly work: Interval
  readonly worked: readonly Interval[]
  readonly breaks: readonly Interval[]
  readonly day: number
}

/** Of the breaks that are owed by its hours, the most counts. */
function owed({ work, worked, breaks, day }: Given, rules: ReturnType<typeof owedBreaksOf>): readonly Found[] {
  const length = { worked: total(worked), presence: work.end - work.start }
  const [most] = rules
    .filter(({ afterHours, counts = 'presence' }) => length[counts] > afterHours * HOUR_MS)
    .toSorted((one, other) => other.minutes - one.minutes)
  if (most === undefined) return []
  const taken = total(breaks)
  const by = most.minutes - taken / MINUTE_MS
  if (by <= 0) return []
  return [{ kind: 'missing-break', by, day, takenMs: taken, ...most }]
}

/** The second rule that applies needs a second break: as many that begin in time as there are rules up to its hour. */
function byHour(
  { worked, breaks, day }: Omit<Given, 'work'>,
  rules: NonNullable<CheckContext['rules']['plan']['breaksByHour']>,
): readonly Found[] {
  const workedMs = total(worked)
  const applying = rules
    .filter(({ afterHours }) => workedMs > afterHours * HOUR_MS)
    .toSorted((one, other) => one.byHour - other.byHour || one.minutes - other.minutes)
  const late = applying.flatMap(({ minutes, byHour: hour }, index): readonly LateBreak[] => {
    const found = breaks.filter(({ start, end }) => end - start >= minutes * MINUTE_MS)[index]
    const ms = found === undefined ? minutes * MINUTE_MS : workedBefore(found.start, worked) - hour * HOUR_MS
    if (ms <= 0) return []
    const number = applying.length > 1 ? index + 1 : null
    return [{ ms, number, minutes, byHour: hour, isMissing: found === undefined }]
  })
  if (late.length === 0) return []
  const by = late.reduce((sum, { ms }) => sum + ms, 0) / MINUTE_MS
  return [{ kind: 'late-break', by, day, late }]
}

function workedBefore(instant: number, worked: readonly Interval[]): number {
  let ms = 0
  for (const { start, end } of worked) ms += Math.max(0, Math.min(end, instant) - start)
  return ms
}

/** From one break that is long enough, or the start, to the next, or the end. */
function unbroken(
  { work, breaks, day }: Omit<Given, 'worked'>,
  { hours, breakMinutes }: NonNullable<CheckContext['rules']['plan']['unbrokenWork']>,
): readonly Found[] {
  const long = breaks.filter(({ start, end }) => end - start >= breakMinutes * MINUTE_MS)
  const parts = subtract([work], long)
  const longest = Math.max(...parts.map(({ start, end }) => end - start), 0)
  const over = longest - hours * HOUR_MS
  if (over <= 0) return []
  return [{ kind: 'work-without-break', by: over / MINUTE_MS, day, ms: longest, missedByMs: over, limit: hours }]
}
