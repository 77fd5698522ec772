import { capacitySources } from '../../shared/contract/capacity-sources.ts'
import type { CapacityDocument, CapacityOutput } from '../../shared/contract/capacity-output.ts'
import { monthText } from '../../shared/language/month-text.ts'
import type { Formatter } from './format.ts'
import type { CapacityAnswer } from './read-capacity.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const NOTHING = '-'
const right = { align: 'right' as const }

/** The months to come as a person reads them: all of them first, then month by month, then what they are based on. */
export function describeCapacity(answer: CapacityAnswer, format: Formatter): string {
  const { capacityCommand: t } = format.texts
  const { output, organization, workspace, pool, hires } = answer
  const header = [
    onOneLine(organization ?? workspace),
    ...(pool === null ? [] : [onOneLine(pool)]),
    format.dateRange(output.range.from, output.range.to),
    output.range.timeZone,
  ].join(' · ')
  const sources = capacitySources(output, hires, format).map(({ text }) => t.source({ text: onOneLine(text) }))
  return [header, totals(output, format), months(output, format), [t.sources, ...sources].join('\n')].join('\n\n')
}

/** The document: with what the hires change, and the source of each figure. */
export function capacityDocument({ output, hires }: CapacityAnswer, format: Formatter): CapacityDocument {
  const { months, total, assumed, hires: hired } = output
  const gained = hired?.gained ?? 0
  return {
    ...output,
    months: months.map((month) => ({
      ...month,
      lower80: month.range?.lower80 ?? null,
      upper80: month.range?.upper80 ?? null,
      agentHours: month.hours.planned + month.hours.hired,
      agentsNeeded: month.agents.needed,
    })),
    without: { covered: total.covered - gained, missed: Math.max(0, total.visitors - total.covered + gained) },
    with: {
      covered: total.covered,
      missed: total.missed,
      cost: hired === null ? (assumed.costPerHour === null ? null : 0) : hired.cost,
      pays: payDate(hired?.paysFrom ?? null, hires),
    },
    sources: capacitySources(output, hires, format),
  }
}

/** The first date of a month on which somebody who was hired is there. */
function payDate(month: string | null, hires: CapacityAnswer['hires']): string | null {
  if (month === null) return null
  const [hired] = hires.map(({ from }) => from).toSorted()
  return hired !== undefined && hired.startsWith(month) ? hired : `${month}-01`
}

function totals({ total, assumed, hires, recent }: CapacityOutput, format: Formatter): string {
  const { capacityCommand: t } = format.texts
  return [
    ...(recent === null
      ? []
      : [
          t.recent({
            dates: format.dateRange(recent.from, recent.to),
            rate: format.rate(recent.coverageRate),
            visitors: format.visitors(recent.visitors),
            missed: format.count(recent.missed),
          }),
        ]),
    t.total({
      rate: format.rate(total.coverageRate),
      visitors: format.visitors(total.visitors),
      covered: format.count(total.covered),
      missed: format.count(total.missed),
      target: format.rate(assumed.target),
    }),
    ...(total.lost === null ? [] : [t.lost({ money: format.money(total.lost) })]),
    ...(total.cost === null ? [] : [t.cost({ money: format.money(total.cost) })]),
    ...(hires === null ? [] : hireLines(hires, format)),
  ].join('\n')
}

function hireLines(
  { count, gained, worth, cost, before, paysFrom, paidBackBy }: NonNullable<CapacityOutput['hires']>,
  format: Formatter,
): readonly string[] {
  const { capacityCommand: t } = format.texts
  const line = t.hired({ count, gained: format.visitors(gained) })
  const ahead =
    before === null ? [] : [t.hiredBefore({ date: format.date(before.from), gained: format.visitors(before.gained) })]
  if (worth === null || cost === null) return [line, ...ahead]
  return [
    line,
    t.hiredMoney({ worth: format.money(worth), cost: format.money(cost) }),
    ...ahead,
    ...(before === null || before.worth === null || before.cost === null
      ? []
      : [t.hiredMoney({ worth: format.money(before.worth), cost: format.money(before.cost) })]),
    paysFrom === null ? t.paysNever : t.pays({ month: monthText(paysFrom, format) }),
    paidBackBy === null ? t.paidBackNever : t.paidBack({ month: monthText(paidBackBy, format) }),
  ]
}

type MonthOutput = CapacityOutput['months'][number]

function months({ months: all, hires, assumed }: CapacityOutput, format: Formatter): string {
  const { capacityCommand: t } = format.texts
  const columns: readonly (readonly [title: string, cell: (month: MonthOutput) => string])[] = [
    [t.visitors, ({ visitors }) => format.count(visitors)],
    [t.coverage, ({ visitors, coverageRate }) => (visitors === 0 ? NOTHING : format.rate(coverageRate))],
    [
      t.range,
      ({ range }) =>
        range === null ? NOTHING : t.fromTo({ from: format.rate(range.lower80), to: format.rate(range.upper80) }),
    ],
    [t.missed, ({ missed }) => format.count(missed)],
    ...(hires === null ? [] : [[t.gained, (month: MonthOutput) => format.signed(month.gained ?? 0)] as const]),
    [t.hours, ({ hours }) => format.count(hours.planned + hours.hired)],
    [t.agents, ({ agents }) => averageOr(agents.planned, format)],
    [t.needed, ({ agents }) => averageOr(agents.needed, format)],
    ...(assumed.visitorWorth === null
      ? []
      : [[t.lostColumn, (month: MonthOutput) => format.money(month.lost ?? 0)] as const]),
    ...(assumed.costPerHour === null
      ? []
      : [[t.costColumn, (month: MonthOutput) => format.money(month.cost ?? 0)] as const]),
  ]
  return renderTable(
    [{ title: t.month }, ...columns.map(([title]) => ({ title, ...right }))],
    all.map((month) => [monthText(month.month, format), ...columns.map(([, cell]) => cell(month))]),
  )
}

function averageOr(value: number | null, format: Formatter): string {
  return value === null ? NOTHING : format.average(value)
}
