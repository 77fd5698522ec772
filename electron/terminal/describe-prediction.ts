import type { PredictedWeek, PredictOutput } from '../../shared/contract/prediction-output.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { coveragePercent } from '../../shared/foundation/rate.ts'
import { datedTime } from '../../shared/plan/assumptions/assumed-time.ts'
import { assumptionText } from '../../shared/plan/assumptions/assumption-text.ts'
import type { Assumption } from '../../shared/plan/assumptions/assumption.ts'
import {
  breakingPoints,
  SENSITIVITY_ABSENT,
  SENSITIVITY_DEMANDS,
  type SensitivityTable,
} from '../../shared/predict/plan-prediction/sensitivity.ts'
import { sensitivitySentences, sensitivityTables } from '../../shared/predict/plan-prediction/sensitivity-text.ts'
import { warningText } from '../../shared/predict/model/warning-text.ts'
import { addDays, dayOfWeekOf } from '../../shared/time/local.ts'
import type { PredictAnswer } from './read-week.ts'
import { accuracyLine, marksLine, weekHeader } from './describe-forecast.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'
import { renderWeek, slotsByDate } from './week-grid.ts'

type Slot = PredictOutput['slots'][number]

const right = { align: 'right' as const }

/** A prediction as a person reads it: the week first, then where visitors are missed, then how it was predicted. */
export function describePrediction(answer: PredictAnswer, format: Formatter): string {
  const { output } = answer
  const byHour = renderWeek({ ...output.range, slots: output.slots }, format, (slots) => rateText(slots, format))
  return [
    weekHeader(answer, output.range, format),
    weekLines(answer, format),
    days(output, format),
    `${format.texts.predict.byHour}\n${byHour}`,
    ...sensitivityParts(answer, format),
    models(answer, format),
    [accuracyLine(output.forecast, 15, format), marksLine(answer, output.range, format)]
      .filter((line) => line !== null)
      .join('\n'),
  ].join('\n\n')
}

/** The document of a prediction: with warnings of models in words, and what the plan assumes, where it assumes anything. */
export function predictDocument(answer: PredictAnswer, format: Formatter): PredictOutput {
  const { output, modelWarnings, assumptions, assumed, sensitivity } = answer
  const pools = output.model.pools.map((pool, index) => ({
    ...pool,
    warnings: modelWarnings[index]!.warnings.map((warning) => warningText(warning, format)),
  }))
  return {
    ...output,
    model: { ...output.model, pools },
    ...(assumptions.length === 0
      ? {}
      : { assumptions: assumptions.map((one) => ({ kind: one.kind, text: assumptionText(one, format, assumed) })) }),
    ...(sensitivity === null ? {} : { sensitivity: sensitivityDocument(answer, sensitivity) }),
  }
}

/** Coverage 0-100, by change of demand and by number of absent agents. */
function sensitivityDocument(
  { output }: PredictAnswer,
  { of, target }: NonNullable<PredictAnswer['sensitivity']>,
): NonNullable<PredictOutput['sensitivity']> {
  const breaking = breakingPoints(of, target)
  const dateOf = (day: number): string => addDays(output.range.from, day)
  const percents = (table: SensitivityTable): (number | null)[][] =>
    table.map((row) => row.map((rate) => (rate === null ? null : 100 * rate)))
  return {
    demand: [...SENSITIVITY_DEMANDS],
    absent: [...SENSITIVITY_ABSENT],
    week: percents(of.week),
    days: of.days.map((table, day) => ({ date: dateOf(day), coverageRate: percents(table) })),
    breaks:
      breaking === null
        ? null
        : {
            under: 100 * breaking.rate,
            with: breaking.points.map((point) =>
              point.kind === 'absent'
                ? { kind: point.kind, absent: point.count, date: dateOf(point.day) }
                : { kind: point.kind, percent: point.percent },
            ),
          },
  }
}

function sensitivityParts({ output, sensitivity }: PredictAnswer, format: Formatter): readonly string[] {
  if (sensitivity === null) return []
  const { from } = output.range
  const tables = sensitivityTables(sensitivity.of, from, format)
  const text = ({ caption, columns, rows }: (typeof tables)['week']): string =>
    `${caption}\n${renderTable(
      columns.map((title, index) => (index === 0 ? { title } : { title, ...right })),
      rows,
    )}`
  const sentences = sensitivitySentences(sensitivity.of, { firstDate: from, target: sensitivity.target }, format)
  return [[...sentences, text(tables.week)].join('\n'), text(tables.days)]
}

/** As many are named; --json has them all. */
const LISTED_AGENTS = 10

/** What a person should know that is no result: for stderr. */
export function predictionNotes(
  {
    output,
    hasShifts,
    assumedElsewhere,
    assumed,
  }: Pick<PredictAnswer, 'output' | 'hasShifts' | 'assumedElsewhere' | 'assumed'>,
  format: Formatter,
): readonly string[] {
  const { predict: t, assuming } = format.texts
  const { unknownAgents, inactiveAgents, range, slots } = output
  const listed = (ids: readonly string[]) => {
    const names = ids.slice(0, LISTED_AGENTS).map(onOneLine).join(', ')
    const more = ids.length - LISTED_AGENTS
    return { count: ids.length, names: more > 0 ? t.andMore({ names, count: more }) : names }
  }
  return [
    ...(hasShifts && slots.every(({ agents }) => agents === 0)
      ? [t.nobodyOnline({ from: format.date(range.from), to: format.date(range.to) })]
      : []),
    ...assumedElsewhere.map((one) =>
      assuming.elsewhere({
        assumption: onOneLine(assumptionText(one, format, assumed)),
        dates: assumedDates(one, format),
        from: format.date(range.from),
        to: format.date(range.to),
      }),
    ),
    ...(unknownAgents.length > 0 ? [t.unknownAgents(listed(unknownAgents))] : []),
    ...(inactiveAgents.length > 0 ? [t.inactiveAgents(listed(inactiveAgents))] : []),
  ]
}

/** The dates of an assumption that has any, with their year. */
function assumedDates(assumption: Assumption, format: Formatter): string {
  const { assuming: t } = format.texts
  const { from, to } = datedTime(assumption)
  if (from !== null && to !== null) return from === to ? format.date(from) : format.dateRange(from, to)
  return from !== null ? t.fromDate({ date: format.date(from) }) : t.untilDate({ date: format.date(to!) })
}

function weekLines(answer: PredictAnswer, format: Formatter): string {
  const { output, planName, baselineName, assumptions, assumed } = answer
  const { predict: t, assuming, names } = format.texts
  const { week, baseline, difference } = output
  const openAgentHours = output.slots.reduce((sum, { openAgents }) => sum + openAgents, 0) / slotsPerHour(output)
  return [
    ...(assumptions.length === 0
      ? []
      : [
          assuming.assumed({
            assumptions: assumptions.map((one) => onOneLine(assumptionText(one, format, assumed))).join('; '),
          }),
        ]),
    t.withPlan({
      plan: planName === '' ? t.thePlan : names.quoted({ name: onOneLine(planName) }),
      ...coverageOf(week, format),
      visitors: format.visitors(week.visitors),
      missed: format.count(week.missed),
    }),
    t.withBaseline({
      plan: baselineName === null ? t.typicalWeek : names.quoted({ name: onOneLine(baselineName) }),
      ...coverageOf(baseline, format),
    }),
    t.difference({
      covered: format.signed(difference.covered),
      lower: format.signed(difference.lower80),
      upper: format.signed(difference.upper80),
    }),
    ...(openAgentHours > 0 ? [t.unassigned({ hours: format.agentHours(openAgentHours) })] : []),
  ].join('\n')
}

function days({ slots, range }: PredictOutput, format: Formatter): string {
  const { predict: t, week } = format.texts
  return renderTable(
    [
      { title: week.day },
      { title: week.date },
      ...[week.visitors, t.covered, t.missed, t.coverage, t.agents].map((title) => ({ title, ...right })),
    ],
    [...slotsByDate(slots, range.timeZone)].map(([date, ofDate]) => {
      const { visitors, covered } = totals(ofDate)
      const agents = ofDate.reduce((sum, slot) => sum + slot.agents, 0) / ofDate.length
      return [
        format.dayName(dayOfWeekOf(date), 'short'),
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

function models({ output, poolNames, modelWarnings }: PredictAnswer, format: Formatter): string {
  const { predict: t } = format.texts
  const nameOf = (poolId: string | null): string =>
    onOneLine(poolNames.find((one) => one.poolId === poolId)?.name ?? poolId ?? t.noPool)
  const { pools } = output.model
  const table = renderTable(
    [
      { title: t.pool },
      ...[t.handleTime, t.available, t.concurrency, t.attendance, t.weeks].map((title) => ({ title, ...right })),
    ],
    pools.map((pool) => [
      nameOf(pool.poolId),
      format.average(pool.holdingMinutes),
      format.rate(100 * pool.availability),
      format.count(pool.visitorsPerAgent),
      format.rate(100 * pool.attendance),
      format.count(pool.weeks),
    ]),
  )
  const warnings = modelWarnings.flatMap((pool) =>
    pool.warnings.map((warning) => ({ pool: nameOf(pool.poolId), warning: warningText(warning, format) })),
  )
  const lines = [...Map.groupBy(warnings, ({ warning }) => warning)].map(([warning, of]) =>
    of.length === pools.length && of.length > 1
      ? t.warning({ warning })
      : t.warningOf({ pools: of.map(({ pool }) => pool).join(', '), warning }),
  )
  return [`${t.model}\n${table}`, ...lines].join('\n')
}

function coverageOf({ coverageRate, lower80, upper80, covered }: PredictedWeek, format: Formatter) {
  return {
    rate: format.rate(coverageRate),
    lower: format.rate(lower80),
    upper: format.rate(upper80),
    covered: format.count(covered),
  }
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
