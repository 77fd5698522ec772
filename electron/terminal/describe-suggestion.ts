import type { SuggestOutput } from '../../shared/contract/suggest-output.ts'
import { DAY_NAMES } from '../../shared/foundation/hour-of-week.ts'
import { ruleDetailText } from '../../shared/optimise/rule-detail.ts'
import type { Formatter } from './format.ts'
import type { SuggestAnswer } from './read-suggestion.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

type Move = SuggestOutput['moves'][number]

const KIND_LABELS: Readonly<Record<Move['kind'], string>> = {
  'move-break': 'Move the break',
  'move-start': 'Start at another time',
  'move-day': 'Work on another day',
  resize: 'Work longer or shorter',
  add: 'Add a shift',
  remove: 'Drop a shift',
  reassign: 'Give to somebody else',
}

/** A suggestion as a person reads it: what it gives, what is possible at most, then move by move. */
export function describeSuggestion(answer: SuggestAnswer, format: Formatter): string {
  const { output } = answer
  if (output.status === 'infeasible') return infeasible(answer, format)
  return [summary(answer, format), moves(answer, format), obstacles(answer, format), saved(answer)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function summary({ output, planName, week }: SuggestAnswer, format: Formatter): string {
  const { before, after, difference, bound, gapOfGain } = output
  const name = planName === '' ? 'The plan' : `"${onOneLine(planName)}"`
  const left = bound === null ? null : Math.max(0, bound - after.covered)
  const { boundHours } = output
  return [
    `${name}, week of ${week}: coverage ${format.rate(before.coverageRate)} → ${format.rate(after.coverageRate)} of ${format.visitors(before.visitors)}.`,
    `${signed(difference.covered, format)} visitors covered (8 of 10 weeks between ${signed(difference.lower80, format)} and ${signed(difference.upper80, format)}), with ${output.moves.length} ${output.moves.length === 1 ? 'change' : 'changes'}.`,
    `Hours: ${format.average(before.agentHours)} → ${format.average(after.agentHours)}.${before.cost === null || after.cost === null ? '' : ` Cost: ${format.count(before.cost)} → ${format.count(after.cost)}.`}`,
    boundHours !== null
      ? `No schedule that reaches the target takes fewer than ${format.average(boundHours)} hours.`
      : left === null
        ? 'How much more is possible is not known yet; a longer --time-limit finds out.'
        : left < 0.5
          ? 'No schedule within these rules and hours covers a visitor more.'
          : `At most ${format.visitors(left)} a week more are possible within these rules and hours${gapOfGain === null ? '' : ` (${format.rate(100 * gapOfGain)} of what could be gained)`}.`,
    output.status === 'fallback' ? 'The search ran out of memory; this is the best that it had found.' : null,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function moves({ output, agentNames }: SuggestAnswer, format: Formatter): string {
  if (output.moves.length === 0) return 'Nothing to change.'
  return renderTable(
    [{ title: 'Who' }, { title: 'What' }, { title: 'From' }, { title: 'To' }, { title: 'Visitors', align: 'right' }],
    output.moves.map(({ kind, agentId, before, after, coveredGain }) => [
      nameOf(agentId, agentNames),
      KIND_LABELS[kind],
      shiftText(kind, before),
      shiftText(kind, after),
      `${coveredGain < 0 ? '-' : '+'}${format.average(Math.abs(coveredGain))}`,
    ]),
  )
}

function obstacles({ output, agentNames }: SuggestAnswer, format: Formatter): string {
  if (output.standsInTheWay.length === 0) return ''
  const lines = output.standsInTheWay.map(
    ({ agentId, detail, coveredGain }) =>
      `  +${format.average(coveredGain)}  ${agentId === null ? '' : `${nameOf(agentId, agentNames)}: `}${ruleDetailText(detail, format)}`,
  )
  return ['Rules that cost most visitors (one step less strict, one at a time):', ...lines].join('\n')
}

function saved({ saved: stored }: SuggestAnswer): string {
  return stored === null ? '' : `Stored as "${onOneLine(stored.name)}" (id ${stored.id}).`
}

function infeasible({ output, agentNames, week }: SuggestAnswer, format: Formatter): string {
  const lines = output.mustGive.map(
    ({ agentId, detail }) =>
      `  ${agentId === null ? '' : `${nameOf(agentId, agentNames)}: `}${ruleDetailText(detail, format)}`,
  )
  return [`No schedule of the week of ${week} keeps every rule. The fewest that have to give:`, ...lines].join('\n')
}

function nameOf(agentId: string | null, names: SuggestAnswer['agentNames']): string {
  return agentId === null ? 'Open shift' : onOneLine(names.get(agentId) ?? agentId)
}

function shiftText(kind: Move['kind'], shift: Move['before']): string {
  if (shift === null) return '-'
  const day = shift.date ?? DAY_NAMES[shift.dayOfWeek!]!
  const breaks = shift.breaks.map(({ start, end }) => `${start}-${end}`).join(', ')
  if (kind === 'move-break') return `${day} ${breaks}`
  return `${day} ${shift.start}-${shift.end}${breaks === '' ? '' : ` (break ${breaks})`}`
}

function signed(value: number, format: Formatter): string {
  return value < 0 ? `-${format.count(-value)}` : `+${format.count(value)}`
}
