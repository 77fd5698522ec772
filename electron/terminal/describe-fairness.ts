import type { FairnessOutput } from '../../shared/contract/fairness-output.ts'
import { EARLY, LATE, UNPOPULAR } from '../../shared/plan/staffing/fairness.ts'
import { formatWallTime } from '../../shared/plan/wall-time.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const right = { align: 'right' as const }

/** How nights and weekends are shared: what was worked, then what is scheduled. */
export function describeFairness({ range, worked, planned }: FairnessOutput, format: Formatter): string {
  const { fairness: t } = format.texts
  return [
    [format.dateRange(range.from, range.to), range.timeZone].join(' · '),
    t.unpopular({
      from: formatWallTime(60 * UNPOPULAR.nightFrom),
      to: formatWallTime(60 * UNPOPULAR.nightTo),
    }),
    t.kinds({
      earlyFrom: formatWallTime(60 * EARLY.from),
      earlyBefore: formatWallTime(60 * EARLY.before),
      lateAfter: formatWallTime(60 * LATE.after),
      lateTo: formatWallTime(60 * (LATE.to % 24)),
    }),
    [t.worked, worked.agents.length === 0 ? t.none : sharesText(worked, format)].join('\n'),
    [t.planned, planned.agents.length === 0 ? t.nonePlanned : sharesText(planned, format)].join('\n'),
  ].join('\n\n')
}

function sharesText(shares: FairnessOutput['worked'], format: Formatter): string {
  const { fairness: t } = format.texts
  const hasWishes = shares.agents.some(({ wishes }) => wishes > 0)
  const wishes = hasWishes ? [t.wishes] : []
  const figures = [
    t.hours,
    t.nights,
    t.weekends,
    t.early,
    t.late,
    t.holidays,
    ...wishes,
    t.unpopularHours,
    t.fairHours,
    t.difference,
  ]
  const table = renderTable(
    [{ title: t.agent }, ...figures.map((title) => ({ title, ...right })), { title: t.outlier }],
    shares.agents.map((one) => [
      onOneLine(one.name),
      format.average(one.hours),
      format.count(one.nights),
      format.count(one.weekends),
      format.count(one.earlyShifts),
      format.count(one.lateShifts),
      format.count(one.holidays),
      ...(hasWishes ? [keptText(one, format)] : []),
      format.average(one.unpopularHours),
      format.average(one.fairHours),
      format.signed(one.difference, 1),
      one.isOutlier ? t.yes : '',
    ]),
  )
  const spread = t.spread({
    hours: format.agentHours(Math.round(shares.unpopularHours)),
    all: format.agentHours(Math.round(shares.hours)),
    spread: format.agentHours(Math.round(10 * (shares.spread ?? 0)) / 10),
  })
  return `${table}\n${spread}`
}

function keptText({ wishes, wishesKept }: FairnessOutput['worked']['agents'][number], format: Formatter): string {
  if (wishes === 0) return '-'
  return format.texts.fairness.keptOf({ kept: format.count(wishesKept), all: format.count(wishes) })
}
