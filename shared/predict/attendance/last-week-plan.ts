import type { SessionSpell } from '../../coverage/session-span.ts'
import type { PlanKind, Shift, WallSpell } from '../../plan/plan.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../time/local.ts'
import { DAY_MS } from '../../time/slots.ts'
import { localMinuteOf, MINUTE_MS } from './local-time.ts'
import { onlineByAgent, workSpells, type WorkSpell } from './work-spells.ts'

export interface LastWeekInput {
  readonly sessions: readonly SessionSpell[]
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** Epoch milliseconds; nothing at or after it counts. */
  readonly origin: number
  /** Dated shifts keep their dates; weekly ones fall on their days of week. */
  readonly kind: PlanKind
}

const GRID = 15
const SHORTEST_BREAK_MS = 10 * MINUTE_MS

/**
 * A week as it happened, as shifts on the quarter-hour grid. What this loses: times between quarter-hours (up to 7.5 minutes at each
 * edge), gaps under ten minutes, spells online of under half an hour, sessions of over 16 hours, and why somebody was away.
 */
export function lastWeekPlan({ sessions, timeZone, firstDate, origin, kind }: LastWeekInput): readonly Shift[] {
  const firstDay = parseLocalDate(firstDate)
  const shifts: Omit<Shift, 'id'>[] = []
  for (const [agentId, online] of onlineByAgent(sessions, { from: (firstDay - 2) * DAY_MS, origin })) {
    for (const work of workSpells(online)) {
      const shift = shiftOf(work, timeZone)
      if (shift === null || shift.day < firstDay || shift.day >= firstDay + 7) continue
      shifts.push({ ...shift, agentId, day: kind === 'dated' ? shift.day : dayOfWeekOfDay(shift.day), note: '' })
    }
  }
  return shifts.toSorted((a, b) => a.day - b.day || a.startMinute - b.startMinute).map((shift, index) => ({ id: `worked-${index + 1}`, ...shift }))
}

function shiftOf(work: WorkSpell, timeZone: string): Pick<Shift, 'day' | 'startMinute' | 'endMinute' | 'breaks'> | null {
  const from = localMinuteOf(work.start, timeZone)
  const to = localMinuteOf(work.end, timeZone)
  const start = snapped(from.minute)
  const day = from.day + Math.floor(start / 1440)
  const onGrid = (instant: number): number => {
    const place = localMinuteOf(instant, timeZone)
    return snapped((place.day - day) * 1440 + place.minute)
  }
  const startMinute = start - (day - from.day) * 1440
  const endMinute = Math.min(snapped((to.day - day) * 1440 + to.minute), startMinute + 1440)
  if (endMinute <= startMinute) return null
  const breaks: WallSpell[] = []
  work.online.slice(1).forEach((span, index) => {
    const gapStart = work.online[index]!.end
    if (span.start - gapStart < SHORTEST_BREAK_MS) return
    const spell = { startMinute: onGrid(gapStart), endMinute: onGrid(span.start) }
    const isApart = spell.startMinute > Math.max(startMinute, breaks.at(-1)?.endMinute ?? startMinute)
    if (isApart && spell.endMinute > spell.startMinute && spell.endMinute < endMinute) breaks.push(spell)
  })
  return { day, startMinute, endMinute, breaks }
}

function snapped(minute: number): number {
  return Math.round(minute / GRID) * GRID
}
