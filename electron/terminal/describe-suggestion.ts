import type { SuggestOutput } from '../../shared/contract/suggest-output.ts'
import { ruleDetailText } from '../../shared/optimise/rule-detail.ts'
import type { Formatter } from './format.ts'
import type { SuggestAnswer } from './read-suggestion.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

/** Less is shown as 0. */
const NOTHING = 0.05

type Move = SuggestOutput['moves'][number]

/** A suggestion as a person reads it: what it gives, what is possible at most, then move by move. */
export function describeSuggestion(answer: SuggestAnswer, format: Formatter): string {
  const { output } = answer
  if (output.status === 'infeasible') return infeasible(answer, format)
  if (!answer.isFound) return format.texts.suggest.nothingFound
  return [summary(answer, format), moves(answer, format), limits(answer, format), saved(answer, format)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function summary(answer: SuggestAnswer, format: Formatter): string {
  const { suggest: t, names } = format.texts
  const { output, planName, week } = answer
  const { before, after, difference } = output
  const hours = { before: format.hours(before.agentHours), after: format.hours(after.agentHours) }
  return [
    t.coverage({
      plan: planName === '' ? t.thePlan : names.quoted({ name: onOneLine(planName) }),
      week: format.date(week),
      before: format.rate(before.coverageRate),
      after: format.rate(after.coverageRate),
      visitors: format.visitors(before.visitors),
    }),
    t.covered({
      covered: format.signed(difference.covered),
      lower: format.signed(difference.lower80),
      upper: format.signed(difference.upper80),
      count: output.moves.length,
    }),
    before.cost === null || after.cost === null
      ? t.hours(hours)
      : t.hoursAndCost({ ...hours, costBefore: format.money(before.cost), costAfter: format.money(after.cost) }),
    ...weightedText(output, format),
    boundText(answer, format),
    ...fairnessText(answer, format),
    ...(output.status === 'fallback' ? [t.fallback] : []),
  ].join('\n')
}

function fairnessText({ output: { fairness, weighted } }: SuggestAnswer, format: Formatter): readonly string[] {
  if (fairness === null || fairness.spreadBefore === null || fairness.spreadAfter === null) return []
  const { suggest: t } = format.texts
  const hours = (spread: number): string => format.agentHours(Math.round(10 * spread) / 10)
  const [before, after] = [hours(fairness.spreadBefore), hours(fairness.spreadAfter)]
  const { exchanges: count, coveredLost, wishes } = fairness
  return [
    (weighted ? t.fairnessWeighted : t.fairness)({ before, after, count, lost: format.signed(-coveredLost, 1) }),
    ...(wishes.all === 0
      ? []
      : [
          t.wishes({
            before: format.count(wishes.keptBefore),
            after: format.count(wishes.keptAfter),
            all: format.count(wishes.all),
          }),
        ]),
  ]
}

/** What both plans cover by what visitors are worth, where that was asked for. */
function weightedText({ weighted }: SuggestAnswer['output'], format: Formatter): readonly string[] {
  const { suggest: t } = format.texts
  if (weighted === undefined) return []
  if (weighted === null) return [format.texts.pages.none]
  const { before, after, countedShare } = weighted
  return [
    t.weightedSummary({
      before: format.rate(before.coverageRate),
      after: format.rate(after.coverageRate),
      gain: format.signed(after.covered - before.covered, 1),
    }),
    ...(countedShare < 1 ? [format.texts.pages.valuesKnown({ share: format.rate(100 * countedShare) })] : []),
  ]
}

/** How much more is possible at most. */
function boundText(
  { output: { after, bound, boundHours, gapOfGain, fairness, weighted } }: SuggestAnswer,
  format: Formatter,
): string {
  const { suggest: t } = format.texts
  if (boundHours !== null) return t.leastHours({ hours: format.agentHours(boundHours) })
  // The bound is about schedules in which nobody exchanges shifts.
  if (fairness !== null && fairness.exchanges > 0) return t.leftWithExchanges
  if (bound === null) return t.leftUnknown
  if (weighted !== undefined && weighted !== null) {
    const value = Math.max(0, bound - weighted.after.covered)
    return value < NOTHING ? t.nothingLeftWeighted : t.leftWeighted({ value: format.average(value) })
  }
  const count = Math.round(Math.max(0, bound - after.covered))
  if (count === 0) return t.nothingLeft
  return gapOfGain === null ? t.left({ count }) : t.leftShare({ count, share: format.rate(100 * gapOfGain) })
}

function moves({ output, agentNames }: SuggestAnswer, format: Formatter): string {
  const { suggest: t } = format.texts
  if (output.moves.length === 0) return t.nothing
  return renderTable(
    [
      { title: t.who },
      { title: t.what },
      { title: t.from },
      { title: t.to },
      { title: output.weighted ? t.value : t.visitors, align: 'right' },
    ],
    output.moves.map(({ kind, agentId, before, after, coveredGain }) => [
      nameOf(agentId, agentNames, format),
      t.kinds[kind],
      shiftText(kind, before, format),
      shiftText(kind, after, format),
      format.signed(coveredGain, 1),
    ]),
  )
}

function limits({ output, agentNames }: SuggestAnswer, format: Formatter): string {
  const { suggest: t } = format.texts
  if (output.standsInTheWay.length === 0) return ''
  const lines = output.standsInTheWay.map(({ agentId, detail, coveredGain }) => {
    const facts = { gain: format.signed(coveredGain, 1), text: ruleDetailText(detail, format) }
    return agentId === null ? t.limitOfAll(facts) : t.limit({ ...facts, who: nameOf(agentId, agentNames, format) })
  })
  return [t.limits, ...indented(lines)].join('\n')
}

function saved({ saved: stored }: SuggestAnswer, { texts }: Formatter): string {
  return stored === null ? '' : texts.suggest.stored({ name: onOneLine(stored.name), id: stored.id })
}

function infeasible({ output, agentNames, week }: SuggestAnswer, format: Formatter): string {
  const { suggest: t } = format.texts
  const lines = output.mustGive.map(({ agentId, detail }) => {
    const text = ruleDetailText(detail, format, (id) => nameOf(id, agentNames, format))
    return agentId === null ? text : t.ofAgent({ who: nameOf(agentId, agentNames, format), text })
  })
  return [t.infeasible({ week: format.date(week) }), ...indented(lines)].join('\n')
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}

function nameOf(agentId: string | null, names: SuggestAnswer['agentNames'], { texts }: Formatter): string {
  return agentId === null ? texts.suggest.unassigned : onOneLine(names.get(agentId) ?? agentId)
}

function shiftText(kind: Move['kind'], shift: Move['before'], format: Formatter): string {
  if (shift === null) return '-'
  const day = shift.date ?? format.dayName(shift.dayOfWeek!, 'short')
  const breaks = shift.breaks.map(({ start, end }) => `${start}-${end}`).join(', ')
  if (kind === 'move-break') return `${day} ${breaks}`
  const times = `${day} ${shift.start}-${shift.end}`
  return breaks === '' ? times : format.texts.suggest.withBreak({ shift: times, breaks })
}
