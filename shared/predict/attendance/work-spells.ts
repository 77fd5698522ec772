import { FORGOTTEN_AFTER_MS, isProbablyForgotten, sessionEnd, type SessionSpell, type Span } from '../../coverage/session-span.ts'
import { onlineExtent } from '../../coverage/agents-online.ts'
import { HOUR_MS } from '../../time/slots.ts'

/** A spell of work as it happened: from first sign-on to last sign-off, with the stretches online in between. */
export interface WorkSpell extends Span {
  readonly online: readonly Span[]
}

/** Away for longer is the end of one shift and the begin of another. */
const LONGEST_BREAK_MS = 2 * HOUR_MS
/** Less is somebody who looked in, not a shift. */
const SHORTEST_WORK_MS = HOUR_MS / 2

/** Each agent's stretches online that end after `from`, merged, in order, up to `origin`. Sessions that were probably forgotten are left out. */
export function onlineByAgent(sessions: readonly SessionSpell[], { from, origin }: { readonly from: number; readonly origin: number }): ReadonlyMap<string, readonly Span[]> {
  const byAgent = new Map<string, Span[]>()
  for (const session of sessions) {
    if (session.startedAt >= origin) continue
    const extent = onlineExtent(session, origin)
    if (extent === null || extent.end <= from) continue
    const stretches = byAgent.get(session.agentId)
    if (stretches) stretches.push(extent)
    else byAgent.set(session.agentId, [extent])
  }
  return new Map([...byAgent].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([agentId, stretches]) => [agentId, merged(stretches)]))
}

/** Each agent's sessions that were probably forgotten: when they really ended, and what came in between, is not known. */
export function forgottenByAgent(sessions: readonly SessionSpell[], origin: number): ReadonlyMap<string, readonly Span[]> {
  const forgotten = sessions.filter((session) => session.startedAt < origin && (isProbablyForgotten(session, origin) || session.leftOpen === 'no-evidence'))
  return new Map([...Map.groupBy(forgotten, ({ agentId }) => agentId)].map(([agentId, own]) => [agentId, merged(own.map(({ startedAt, endedAt }) => ({ start: startedAt, end: sessionEnd(endedAt, origin) })))]))
}

/** Stretches apart and in order. */
export function merged(stretches: readonly Span[]): readonly Span[] {
  const apart: Span[] = []
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last === undefined || start > last.end) apart.push({ start, end })
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end }
  }
  return apart
}

/** Stretches online as spells of work: short gaps are breaks, long ones part two shifts. */
export function workSpells(online: readonly Span[]): readonly WorkSpell[] {
  const spells: { start: number; end: number; online: Span[] }[] = []
  for (const stretch of online) {
    const last = spells.at(-1)
    if (last === undefined || stretch.start - last.end > LONGEST_BREAK_MS || stretch.end - last.start > FORGOTTEN_AFTER_MS) {
      spells.push({ ...stretch, online: [stretch] })
    } else {
      last.end = stretch.end
      last.online.push(stretch)
    }
  }
  return spells.filter((spell) => timeWithin(spell.online, spell.start, spell.end) >= SHORTEST_WORK_MS)
}

/** Milliseconds of [from, to) that lie in stretches which are apart and in order. */
export function timeWithin(stretches: readonly Span[], from: number, to: number): number {
  let total = 0
  for (const { start, end } of stretches) {
    if (start >= to) break
    if (end > from) total += Math.min(end, to) - Math.max(start, from)
  }
  return total
}
