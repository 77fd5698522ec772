import type { CapacityOutput } from '../../../../shared/contract/capacity-output.ts'
import { monthText } from '../../../../shared/language/month-text.ts'
import type { StackedBarsInput } from '../../../charts/stacked-bars.ts'
import type { Formatter } from '../../../format/formatter.ts'
import { signedCount } from '../../../format/signed.ts'

const NOTHING = '–'

interface AheadFigure {
  readonly label: string
  readonly value: string
  readonly note: string | null
  /** Where the document has what it is made of, for its footnotes. */
  readonly figures: readonly string[]
}

/** The few figures that answer it: what is lost now and then, who is needed, and what hires bring. */
export function aheadFigures(output: CapacityOutput, format: Formatter): readonly AheadFigure[] {
  const { ahead: t } = format.texts
  const { recent, total, assumed, months } = output
  const last = months.at(-1)!
  const { planned, needed } = last.agents
  const lost = (money: number | null): readonly string[] =>
    money === null ? [] : [t.lostNote({ money: format.money(money) })]
  return [
    ...(recent === null
      ? []
      : [
          {
            label: t.recentMissed,
            value: format.count(recent.missed),
            note: notes([
              t.recentNote({ rate: format.rate(recent.coverageRate), visitors: format.visitors(recent.visitors) }),
              ...lost(recent.lost),
            ]),
            figures: ['recent', ...(recent.lost === null ? [] : ['recent.lost'])],
          },
        ]),
    {
      label: t.coverage,
      value: format.rate(total.coverageRate),
      note: t.coverageNote({ target: format.rate(assumed.target) }),
      figures: ['visitors', 'coverageRate', 'hours.planned', 'hours.hired'],
    },
    {
      label: t.missed,
      value: format.count(total.missed),
      note: notes([t.missedNote({ visitors: format.visitors(total.visitors) }), ...lost(total.lost)]),
      figures: ['visitors', 'missed', ...(total.lost === null ? [] : ['lost'])],
    },
    {
      label: t.needed({ month: monthText(last.month, format) }),
      value: needed === null ? NOTHING : format.average(needed),
      note: planned === null ? null : t.neededNote({ planned: format.average(planned) }),
      figures: ['agents.needed', 'agents.planned'],
    },
    ...hireFigures(output, format),
  ]
}

function hireFigures({ hires, months, range }: CapacityOutput, format: Formatter): readonly AheadFigure[] {
  const { ahead: t } = format.texts
  if (hires === null) return []
  const { count, gained, worth, cost, before, paysFrom, paidBackBy } = hires
  const hired = {
    label: t.hired({ count }),
    value: t.gained({ gained: format.count(gained) }),
    figures: ['gained'],
  }
  if (worth === null || cost === null) return [{ ...hired, note: null }]
  return [
    {
      ...hired,
      note: t.hiredNote({ worth: format.money(worth), cost: format.money(cost) }),
      figures: ['gained', 'hires.worth', 'hires.cost'],
    },
    {
      label: t.paidBack,
      value: paidBackBy === null ? t.paidBackNever({ count: months.length }) : monthText(paidBackBy, format),
      note: notes([
        paysFrom === null ? t.paysNever : t.paysNote({ month: monthText(paysFrom, format) }),
        ...(before === null || before.worth === null || before.cost === null
          ? []
          : [
              t.beforeNote({
                worth: format.money(before.worth),
                cost: format.money(before.cost),
                date: format.date(range.from),
              }),
            ]),
      ]),
      figures: ['hires.paidBackBy', ...(before === null ? [] : ['hires.before'])],
    },
  ]
}

function notes(parts: readonly string[]): string {
  return parts.join(', ')
}

type MonthOutput = CapacityOutput['months'][number]

interface AheadColumn {
  readonly title: string
  readonly figures: readonly string[]
  readonly cell: (month: MonthOutput) => string
}

/** Month by month; what was not asked for has no column. */
function aheadColumns({ hires, assumed }: CapacityOutput, format: Formatter): readonly AheadColumn[] {
  const { ahead: t } = format.texts
  const average = (value: number | null): string => (value === null ? NOTHING : format.average(value))
  return [
    { title: t.visitors, figures: ['visitors'], cell: ({ visitors }) => format.count(visitors) },
    {
      title: t.coverage,
      figures: ['coverageRate'],
      cell: ({ visitors, coverageRate }) => (visitors === 0 ? NOTHING : format.rate(coverageRate)),
    },
    {
      title: t.range,
      figures: ['range'],
      cell: ({ range }) =>
        range === null ? NOTHING : t.fromTo({ from: format.rate(range.lower80), to: format.rate(range.upper80) }),
    },
    { title: t.missed, figures: ['missed'], cell: ({ missed }) => format.count(missed) },
    ...(hires === null
      ? []
      : [
          {
            title: t.gainedColumn,
            figures: ['gained'],
            cell: ({ gained }: MonthOutput) => signedCount(gained ?? 0, format),
          },
        ]),
    {
      title: t.hours,
      figures: ['hours.planned', ...(hires === null ? [] : ['hours.hired'])],
      cell: ({ hours }) => format.count(hours.planned + hours.hired),
    },
    { title: t.agents, figures: ['agents.planned'], cell: ({ agents }) => average(agents.planned) },
    { title: t.neededColumn, figures: ['agents.needed'], cell: ({ agents }) => average(agents.needed) },
    ...(assumed.visitorWorth === null
      ? []
      : [{ title: t.lost, figures: ['lost'], cell: ({ lost }: MonthOutput) => format.money(lost ?? 0) }]),
    ...(assumed.costPerHour === null
      ? []
      : [{ title: t.costColumn, figures: ['cost'], cell: ({ cost }: MonthOutput) => format.money(cost ?? 0) }]),
  ]
}

/** The months as a table; `mark` adds to the title of a column. */
export function aheadTable(output: CapacityOutput, format: Formatter, mark?: (figures: readonly string[]) => string) {
  const { ahead: t } = format.texts
  const columns = aheadColumns(output, format)
  return {
    caption: t.byMonth,
    columns: [t.month, ...columns.map(({ title, figures }) => `${title}${mark?.(figures) ?? ''}`)],
    rows: output.months.map((month) => [monthText(month.month, format), ...columns.map(({ cell }) => cell(month))]),
  }
}

/** The months as bars, with the coverage rate as the line. */
export function aheadBars({ months }: CapacityOutput, format: Formatter): Omit<StackedBarsInput, 'animate'> {
  const { ahead: t } = format.texts
  return {
    bars: months.map(({ month, visitors, covered, missed, coverageRate }) => ({
      label: monthText(month, format),
      covered,
      missed,
      line: visitors === 0 ? null : coverageRate,
      unknown: false,
      tooltip: [
        t.monthBar({
          month: monthText(month, format),
          visitors: format.visitors(visitors),
          missed: format.count(missed),
          rate: format.rate(coverageRate),
        }),
      ],
    })),
    line: { name: t.coverage, colour: 'rate', max: 100, format: format.rate },
    countName: t.visitors,
    formatCount: format.count,
    formatCompact: format.compact,
    compact: true,
  }
}
