import { ON_TIME_MS } from '../../../shared/compare/adherence.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { AgentRow, ShiftRow } from './compare-types.ts'

/** How a shift was worked: "on time", "12 min late, left 30 min early", "not worked". */
export function shiftText({ state, lateMs, earlyMs }: ShiftRow, format: Formatter): string {
  const t = format.texts.adherence
  switch (state) {
    case 'ahead':
      return t.shiftAhead
    case 'unknown':
      return t.shiftUnknown
    case 'absent':
      return t.shiftNotWorked
    case 'running':
    case 'worked': {
      const text = workedText(lateMs ?? 0, earlyMs ?? 0, format)
      return state === 'running' ? t.soFar({ state: text }) : text
    }
  }
}

function workedText(lateMs: number, earlyMs: number, format: Formatter): string {
  const t = format.texts.adherence
  const [late, early] = [format.duration(lateMs), format.duration(earlyMs)]
  if (lateMs > ON_TIME_MS)
    return earlyMs > ON_TIME_MS ? t.shiftLateAndLeftEarly({ late, early }) : t.shiftLate({ duration: late })
  return earlyMs > ON_TIME_MS ? t.shiftLeftEarly({ duration: early }) : t.shiftOnTime
}

export function hours(ms: number, format: Formatter): string {
  return format.average(ms / HOUR_MS)
}

/** "3 of 5, 42 min": how many of an agent's shifts were late (or ended early), and by how much together. */
export function missedText({ shifts, judgedShifts }: AgentRow, kind: 'lateMs' | 'earlyMs', format: Formatter): string {
  const times = shifts.flatMap((shift) => ((shift[kind] ?? 0) > ON_TIME_MS ? [shift[kind]!] : []))
  if (times.length === 0) return '–'
  return format.texts.adherence.countOfTogether({
    count: format.count(times.length),
    all: format.count(Math.max(judgedShifts, times.length)),
    duration: format.duration(times.reduce((sum, time) => sum + time, 0)),
  })
}

/** Agents with what stands out first: not there, then late and early, then by name. */
export function standingOutFirst(agents: readonly AgentRow[]): readonly AgentRow[] {
  const weight = ({ absentShifts, lateMs, earlyMs }: AgentRow): number => absentShifts * 8 * HOUR_MS + lateMs + earlyMs
  return agents.toSorted((one, other) => weight(other) - weight(one) || (one.name < other.name ? -1 : 1))
}
