import { ON_TIME_MS } from '../../../shared/compare/adherence.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { AgentRow, ShiftRow } from './compare-types.ts'

const HOUR_MS = 3_600_000

/** What became of a shift: "on time", "12 min late, left 30 min early", "not worked". */
export function shiftWords({ state, lateMs, earlyMs }: ShiftRow, format: Formatter): string {
  switch (state) {
    case 'ahead':
      return 'still to come'
    case 'unknown':
      return 'not known'
    case 'absent':
      return 'not worked'
    case 'running':
    case 'worked': {
      const late = (lateMs ?? 0) > ON_TIME_MS ? `${format.duration(lateMs!)} late` : null
      const early = (earlyMs ?? 0) > ON_TIME_MS ? `left ${format.duration(earlyMs!)} early` : null
      const words = [late, early].filter((one) => one !== null).join(', ') || 'on time'
      return state === 'running' ? `${words} so far` : words
    }
  }
}

export function hours(ms: number, format: Formatter): string {
  return format.average(ms / HOUR_MS)
}

/** "3 of 5, 42 min": how many of an agent's shifts were late (or ended early), and by how much together. */
export function missedWords({ shifts, judgedShifts }: AgentRow, kind: 'lateMs' | 'earlyMs', format: Formatter): string {
  const times = shifts.flatMap((shift) => ((shift[kind] ?? 0) > ON_TIME_MS ? [shift[kind]!] : []))
  if (times.length === 0) return '–'
  return `${times.length} of ${Math.max(judgedShifts, times.length)}, ${format.duration(times.reduce((sum, time) => sum + time, 0))}`
}

/** Agents with what stands out first: not there, then late and early, then by name. */
export function standingOutFirst(agents: readonly AgentRow[]): readonly AgentRow[] {
  const weight = ({ absentShifts, lateMs, earlyMs }: AgentRow): number => absentShifts * 8 * HOUR_MS + lateMs + earlyMs
  return agents.toSorted((one, other) => weight(other) - weight(one) || (one.name < other.name ? -1 : 1))
}
