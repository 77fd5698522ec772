import type { FairnessOutput } from '../../shared/contract/fairness-output.ts'
import { UNPOPULAR } from '../../shared/plan/staffing/fairness.ts'
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
    [t.worked, worked.agents.length === 0 ? t.none : sharesText(worked, format)].join('\n'),
    [t.planned, planned.agents.length === 0 ? t.nonePlanned : sharesText(planned, format)].join('\n'),
  ].join('\n\n')
}

function sharesText(shares: FairnessOutput['worked'], format: Formatter): string {
  const { fairness: t } = format.texts
  const figures = [t.hours, t.nights, t.weekends, t.unpopularHours, t.fairHours, t.difference]
  const table = renderTable(
    [{ title: t.agent }, ...figures.map((title) => ({ title, ...right })), { title: t.outlier }],
    shares.agents.map((one) => [
      onOneLine(one.name),
      format.average(one.hours),
      format.count(one.nights),
      format.count(one.weekends),
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
