import type { Span } from '../../coverage/session-span.ts'
import type { PlannedSpell } from '../../plan/plan.ts'
import { merged } from './work-spells.ts'

/** Planned time of one agent without seams: shifts that touch or overlap are one, since one person is there once. */
export interface PlannedBlock extends Span {
  /** Whether the plan says when breaks are; where it does, people take no others. */
  readonly drawsBreaks: boolean
  readonly breaks: readonly Span[]
}

/** The planned spells of one agent as blocks, in order. A break during which another of the agent's shifts goes on is none. */
export function blocksOf(spells: readonly PlannedSpell[]): readonly PlannedBlock[] {
  if (spells.length === 1) return [blockOf(spells[0]!)]
  const ordered = spells.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const groups: PlannedSpell[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const spell of ordered) {
    if (spell.end <= spell.start) continue
    if (spell.start > reach) groups.push([spell])
    else groups.at(-1)!.push(spell)
    reach = Math.max(reach, spell.end)
  }
  return groups.map((group) => (group.length === 1 ? blockOf(group[0]!) : joined(group)))
}

function blockOf({ start, end, breaks }: PlannedSpell): PlannedBlock {
  return { start, end, breaks, drawsBreaks: breaks.length > 0 }
}

function joined(group: readonly PlannedSpell[]): PlannedBlock {
  const working = merged(group.flatMap(workingSpans))
  const start = group[0]!.start
  const end = Math.max(...group.map((spell) => spell.end))
  const breaks: Span[] = []
  let reach = start
  for (const span of working) {
    if (span.start > reach) breaks.push({ start: reach, end: span.start })
    reach = span.end
  }
  if (reach < end) breaks.push({ start: reach, end })
  return { start, end, breaks, drawsBreaks: group.some((spell) => spell.breaks.length > 0) }
}

function workingSpans({ start, end, breaks }: PlannedSpell): readonly Span[] {
  const spans: Span[] = []
  let from = start
  for (const pause of breaks) {
    if (pause.start > from) spans.push({ start: from, end: pause.start })
    from = Math.max(from, pause.end)
  }
  if (from < end) spans.push({ start: from, end })
  return spans
}
