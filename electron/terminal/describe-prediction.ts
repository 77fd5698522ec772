import type { PredictedWeek, PredictOutput } from '../../shared/contract/prediction-output.ts'
import { DAY_NAMES } from '../../shared/foundation/hour-of-week.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { coveragePercent } from '../../shared/foundation/rate.ts'
import type { PredictAnswer } from './read-week.ts'
import { accuracyLine, marksLine, weekHeader } from './describe-forecast.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'
import { renderWeek, slotsByDate } from './week-grid.ts'
import { dayOfWeekOf } from '../../shared/time/local.ts'

type Slot = PredictOutput['slots'][number]

/** A prediction as a person reads it: the week first, then where visitors are lost, then what it rests on. */
export function describePrediction(answer: PredictAnswer, format: Formatter): string {
  const { output } = answer
  return [
    weekHeader(answer, output.range, format),
    weekLines(answer, format),
    days(output, format),
    `Coverage by hour:\n${renderWeek({ ...output.range, slots: output.slots }, format, (slots) => rateText(slots, format))}`,
    models(answer, format),
    [accuracyLine(output.forecast, 15, format), marksLine(answer, output.range, format)]
      .filter((line) => line !== null)
      .join('\n'),
  ].join('\n\n')
}

/** What a person should know that is no result: for stderr. */
export function predictionNotes({ output, hasShifts }: PredictAnswer): readonly string[] {
  const notes: string[] = []
  if (hasShifts && output.slots.every(({ agents }) => agents === 0)) {
    notes.push(
      `The plan puts nobody online from ${output.range.from} to ${output.range.to}. Check the dates of its shifts, and whether its agents serve the pool.`,
    )
  }
  const unknown = output.unknownAgents
  if (unknown.length > 0) {
    const whom = unknown.length === 1 ? 'One agent of the plan is' : `${unknown.length} agents of the plan are`
    notes.push(`${whom} not known to the source and taken like everybody else: ${unknown.map(onOneLine).join(', ')}.`)
  }
  const inactive = output.inactiveAgents
  if (inactive.length > 0) {
    const whom = inactive.length === 1 ? 'One agent of the plan is' : `${inactive.length} agents of the plan are`
    notes.push(
      `${whom} deactivated in the source, and from then on ${inactive.length === 1 ? 'counts' : 'count'} as nobody: ${inactive.map(onOneLine).join(', ')}.`,
    )
  }
  return notes
}

function weekLines({ output, planName, baselineName }: PredictAnswer, format: Formatter): string {
  const { week, baseline, difference } = output
  const name = planName === '' ? 'the plan' : `"${onOneLine(planName)}"`
  const other = baselineName === null ? 'the typical week' : `"${onOneLine(baselineName)}"`
  const openAgentHours = output.slots.reduce((sum, { openAgents }) => sum + openAgents, 0) / slotsPerHour(output)
  return [
    `With ${name}: coverage ${band(week, format)} of ${format.visitors(week.visitors)}, ${format.count(week.covered)} covered, ${format.count(week.missed)} missed.`,
    `With ${other}: coverage ${band(baseline, format)}, ${format.count(baseline.covered)} covered.`,
    `Difference: ${signed(difference.covered, format)} visitors covered (8 of 10 weeks between ${signed(difference.lower80, format)} and ${signed(difference.upper80, format)}).`,
    openAgentHours > 0
      ? `Open shifts count: ${format.average(openAgentHours)} agent hours of the week are on shifts that nobody has yet.`
      : null,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function days({ slots, range }: PredictOutput, format: Formatter): string {
  const right = { align: 'right' as const }
  return renderTable(
    [
      { title: 'Day' },
      { title: 'Date' },
      { title: 'Visitors', ...right },
      { title: 'Covered', ...right },
      { title: 'Missed', ...right },
      { title: 'Coverage', ...right },
      { title: 'Agents', ...right },
    ],
    [...slotsByDate(slots, range.timeZone)].map(([date, ofDate]) => {
      const { visitors, covered } = totals(ofDate)
      const agents = ofDate.reduce((sum, slot) => sum + slot.agents, 0) / ofDate.length
      return [
        DAY_NAMES[dayOfWeekOf(date)]!,
        date,
        format.count(visitors),
        format.count(covered),
        format.count(visitors - covered),
        rateText(ofDate, format),
        format.average(agents),
      ]
    }),
  )
}

function models({ output, poolNames }: PredictAnswer, format: Formatter): string {
  const right = { align: 'right' as const }
  const table = renderTable(
    [
      { title: 'Pool' },
      { title: 'Minutes a visitor', ...right },
      { title: 'Available', ...right },
      { title: 'At once', ...right },
      { title: 'Attendance', ...right },
      { title: 'Weeks', ...right },
    ],
    output.model.pools.map((pool) => [
      nameOf(pool.poolId, poolNames),
      format.average(pool.holdingMinutes),
      format.rate(100 * pool.availability),
      format.count(pool.visitorsPerAgent),
      format.rate(100 * pool.attendance),
      format.count(pool.weeks),
    ]),
  )
  const warnings = output.model.pools.flatMap((pool) =>
    pool.warnings.map((warning) => ({ pool: nameOf(pool.poolId, poolNames), warning })),
  )
  const byText = Map.groupBy(warnings, ({ warning }) => warning)
  const lines = [...byText].map(([warning, of]) =>
    of.length === output.model.pools.length && of.length > 1
      ? `Mind: ${warning}`
      : `Mind (${of.map(({ pool }) => pool).join(', ')}): ${warning}`,
  )
  return [`Learned from the history:\n${table}`, ...lines].join('\n')
}

function nameOf(poolId: string | null, names: PredictAnswer['poolNames']): string {
  return onOneLine(names.find((one) => one.poolId === poolId)?.name ?? poolId ?? 'No pool')
}

function band({ coverageRate, lower80, upper80 }: PredictedWeek, format: Formatter): string {
  return `${format.rate(coverageRate)} (8 of 10 weeks between ${format.rate(lower80)} and ${format.rate(upper80)})`
}

function signed(value: number, format: Formatter): string {
  return value < 0 ? `-${format.count(-value)}` : `+${format.count(value)}`
}

function rateText(slots: readonly Slot[], format: Formatter): string {
  const percent = coveragePercent(totals(slots))
  return percent === null ? '-' : format.rate(percent)
}

function totals(slots: readonly Slot[]): { readonly visitors: number; readonly covered: number } {
  return {
    visitors: slots.reduce((sum, slot) => sum + slot.visitors, 0),
    covered: slots.reduce((sum, slot) => sum + slot.covered, 0),
  }
}

function slotsPerHour({ slots }: PredictOutput): number {
  return slots.length < 2 ? 1 : HOUR_MS / (Date.parse(slots[1]!.start) - Date.parse(slots[0]!.start))
}
