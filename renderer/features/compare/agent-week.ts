import type { SlotAdherence, SlotState } from '../../../shared/compare/adherence-slots.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { localDateOf, localRange } from '../../../shared/time/local.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import type { Formatter } from '../../format/formatter.ts'

/** Neighbouring quarter-hours of the same state. Instants are epoch milliseconds. */
export interface AgentRun {
  readonly state: SlotState
  readonly start: number
  readonly end: number
}

export interface AgentDay {
  readonly date: string
  /** Midnight. */
  readonly start: number
  readonly runs: readonly AgentRun[]
}

/** An agent's week on the clock: the days on which something was planned or worked, and the whole hours between which that was. */
export interface AgentWeek {
  readonly days: readonly AgentDay[]
  /** Since midnight. */
  readonly from: number
  readonly to: number
}

export function agentWeek(slots: readonly SlotAdherence[], timeZone: string): AgentWeek {
  const days = [...Map.groupBy(slots, ({ start }) => localDateOf(start, timeZone))].map(([date, own]): AgentDay => ({
    date,
    start: localRange(date, date, timeZone).start,
    runs: mergedRuns(own),
  }))
  const hoursOf = (valueOf: (day: AgentDay) => number): readonly number[] =>
    days.map((day) => (valueOf(day) - day.start) / HOUR_MS)
  return {
    days,
    from: Math.floor(Math.min(...hoursOf(({ runs }) => runs[0]!.start))),
    to: Math.ceil(Math.max(...hoursOf(({ runs }) => runs.at(-1)!.end))),
  }
}

function mergedRuns(slots: readonly SlotAdherence[]): readonly AgentRun[] {
  const runs: AgentRun[] = []
  for (const { start, state } of slots) {
    const last = runs.at(-1)
    if (last?.state === state && last.end === start) runs[runs.length - 1] = { ...last, end: start + SLOT_MS }
    else runs.push({ state, start, end: start + SLOT_MS })
  }
  return runs
}

/** "late 09:00–09:30 · upcoming 12:00–12:30, 13:00–16:30"; "as scheduled" where there is nothing else. */
export function dayText({ runs: all }: AgentDay, timeZone: string, format: Formatter): string {
  const t = format.texts.adherence
  const other = all.filter(({ state }) => state !== 'on-time')
  if (other.length === 0) return t.asScheduled
  const time = (instant: number): string => format.time(instant, timeZone)
  return [...Map.groupBy(other, ({ state }) => state)]
    .map(([state, runs]) =>
      t.stateAt({
        state: t.states[state],
        times: runs.map(({ start, end }) => `${time(start)}–${time(end)}`).join(', '),
      }),
    )
    .join(' · ')
}
